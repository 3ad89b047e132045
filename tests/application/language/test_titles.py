"""Every command that people give and every question has a title in Dutch."""

from application.access.table import COMMANDS
from application.commands import all_commands
from application.queries import all_queries
from domain.kernel.acts import Role

BY_PEOPLE = [command for command in all_commands() if set(COMMANDS[command]) != {Role.CLOCK}]


def test_what_people_do_and_ask_has_a_title():
    assert [each.__name__ for each in BY_PEOPLE if not each.DUTCH] == []
    assert [each.__name__ for each in all_queries() if not each.DUTCH] == []


def test_no_two_have_the_same_title():
    titles = [*(each.DUTCH for each in BY_PEOPLE), *(each.DUTCH for each in all_queries())]
    assert sorted(titles) == sorted(set(titles))
