"""Every command that people may give has a way to it in the browser for each role; every question has a page."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from uuid import UUID

import pytest

from application.access.table import COMMANDS, QUERIES
from domain.kernel.acts import Role
from web.drawing.marks import mark_of, person_marked
from web.generated.deeds import GeneratedDeed, item_of, serves
from web.sitemap import site


def given_by_people() -> Iterator[tuple[type, Role]]:
    for command, row in COMMANDS.items():
        yield from ((command, role) for role in row if role is not Role.CLOCK)


def test_no_command_of_the_access_table_is_without_a_way_to_it_in_the_browser_for_each_role_that_may_give_it():
    deeds = site().deeds.values()
    assert [
        (command.__name__, role)
        for command, role in given_by_people()
        if not any(each.command is command and serves(each, role) for each in deeds)
        and command not in {each.gives for each in site().pages}
    ] == []


def test_each_way_has_an_address_of_its_own_and_says_where_it_goes_on():
    made = [each for each in site().deeds.values() if isinstance(each, GeneratedDeed)]
    assert len({each.command for each in made}) == len({each.at for each in made}) == len(made)
    assert [each.at for each in made if not re.fullmatch(r"/doen/[a-z0-9]+(-[a-z0-9]+)*(/{\w+})?", each.at)] == []
    assert [each.at for each in made if item_of(each.command) and not each.at.endswith(f"/{{{item_of(each.command)}}}")] == []


def test_a_form_by_hand_that_asks_nobody_serves_members_and_not_the_bureau_that_records_for_them():
    (joining,) = [each for each in site().deeds.values() if each.at == "/netwerken/{network}/lid-worden"]
    assert serves(joining, Role.MEMBER)
    assert not serves(joining, Role.PARTY_BUREAU)
    assert not serves(joining, Role.AUDITOR)


@pytest.mark.parametrize("number", [0, 1, 2**128 - 1, 0x123E4567_E89B_42D3_A456_426614174000])
def test_a_mark_is_read_back_also_with_capitals_and_spaces(number: int):
    mark = mark_of(UUID(int=number))
    assert person_marked(mark) == person_marked(mark.upper().replace("-", " ")) == UUID(int=number)


@pytest.mark.parametrize("text", ["", "Anne Voorbeeld", "a" * 25, "é" * 26, "1" * 26])
def test_what_is_no_mark_means_nobody(text: str):
    assert person_marked(text) is None


def test_no_question_of_the_access_table_is_without_a_page_that_asks_it():
    asked = {thing for module in modules_of("web") for thing in vars(module).values() if isinstance(thing, type)}
    assert [each.__name__ for each in QUERIES if each not in asked] == []


def modules_of(package: str) -> Iterator[ModuleType]:
    """Give every module of the pages; what one has a name for and does not use, the linter refuses."""
    place = import_module(package).__path__
    yield from (import_module(each.name) for each in pkgutil.walk_packages(place, f"{package}.") if "__main__" not in each.name)
