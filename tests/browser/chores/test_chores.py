"""Each chore is done within its goal, and docs/chores.md says what was counted."""

import os

import pytest

from tests.browser.chores.chores import CHORES, Place
from tests.browser.chores.document import DOCUMENT, HEAD, key_of, row, rows_written, write
from tests.browser.conftest import Visitors
from tests.browser.site import Site

WRITE = "NETWERKPARTIJ_WRITE_CHORES"


@pytest.mark.parametrize("name", CHORES)
def test_a_chore_is_done_within_its_goal_and_the_document_says_what_it_took(site: Site, visitor: Visitors, name: str):
    told = CHORES[name]
    effort = told.walk(Place(site, visitor)).effort

    assert effort.seconds <= told.seconds
    assert effort.forms <= told.forms
    assert effort.fields <= told.fields
    if WRITE in os.environ:
        write(told, effort)
    assert rows_written().get(key_of(told)) == row(told, effort), f"{WRITE}=1 writes what is counted now"


def test_the_document_has_each_chore_once_and_nothing_else():
    text = DOCUMENT.read_text(encoding="utf-8")
    listed = [line for line in text.removeprefix(HEAD).splitlines() if line]
    assert text.startswith(HEAD)
    assert [next((name for name, told in CHORES.items() if key_of(told) in line), line) for line in listed] == list(CHORES)
