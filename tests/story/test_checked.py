"""The story's log and vault are in order, and a check that reads all of it finds nothing."""

import pytest

from netwerkpartij.checks import of_log, of_vault
from tests.story.hearing import Heard

pytestmark = pytest.mark.xdist_group("story")


def test_nothing_is_found_in_the_log_and_the_vault_of_the_story(heard: Heard):
    assert [*of_log(heard.service), *of_vault(heard.service)] == []
