"""``netwerkpartij person``: what is kept of somebody, and erasing it."""

from uuid import uuid4

import pytest

from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from tests.netwerkpartij.terminal import BEGIN, Terminal

NAME = "Anne Weggewist"


@pytest.fixture
def person(terminal: Terminal) -> str:
    """Somebody in a party that has begun."""
    terminal.does(*BEGIN, "--rules", "netwerkpartij-2022", "--adopted-on", "2022-06-28")
    with opened(load_settings(), make=False) as service:
        return str(service.vault.add_person(NAME))


def is_known() -> bool:
    with opened(load_settings(), make=False) as service:
        return service.vault.person_named(NAME) is not None


def test_somebody_is_erased_and_what_stays_is_told(terminal: Terminal, person: str):
    told = terminal.does("person", "erase", person, "--yes")
    assert told.out.splitlines() == [
        "Erased. To end by itself, one each day: 0.",
        "Stays on record: what happened there, without a name.",
    ]
    assert not is_known()


def test_without_a_yes_nobody_is_erased(terminal: Terminal, person: str):
    assert terminal.types("person", "erase", person).complaint == "Nothing was erased. Is it meant? Add --yes."
    assert is_known()


def test_who_was_erased_and_who_never_was_are_told_apart_in_one_line(terminal: Terminal, person: str):
    terminal.does("person", "erase", person, "--yes")
    assert terminal.types("person", "erase", person, "--yes").complaint.startswith("person-erased: ")
    assert terminal.types("person", "erase", str(uuid4()), "--yes").complaint.startswith("person-unknown: ")
