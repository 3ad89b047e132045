"""Every command and every question has a title in Dutch."""

from application.access.table import COMMANDS
from application.commands import all_commands
from application.language.titles import COMMAND_TITLES, QUESTION_TITLES
from application.queries import all_queries
from domain.kernel.acts import Role


def test_what_people_do_and_ask_has_a_title():
    assert set(COMMAND_TITLES) == {command for command in all_commands() if set(COMMANDS[command]) != {Role.CLOCK}}
    assert set(QUESTION_TITLES) == set(all_queries())


def test_no_two_have_the_same_title():
    titles = [*COMMAND_TITLES.values(), *QUESTION_TITLES.values()]
    assert sorted(titles) == sorted(set(titles))
