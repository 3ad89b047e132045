"""There is one example of every command and of every question, and none is forgotten in the lists that make them."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import application.commands
from application.commands import all_commands
from application.commands.base import Command
from application.queries import all_queries
from domain.kernel.acts import Role
from domain.party.office import GIVEN
from tests.application.command_examples import COMMANDS, EXAMPLES, QUESTIONS

PARTS = {"ConditionText", "UseText"}
"""What a command holds, written as commands are and never given by itself."""


def below(kind: type[Any]) -> Iterator[type[Any]]:
    for each in kind.__subclasses__():
        yield from below(each)
        yield each


def test_every_command_and_every_question_has_one_example():
    kinds = (*all_commands(), *all_queries())
    assert not {kind.__name__ for kind in kinds} - {kind.__name__ for kind in EXAMPLES}, (
        "add an example to tests/application/command_examples.py"
    )
    assert EXAMPLES.keys() == set(kinds)
    assert len(EXAMPLES) == len(COMMANDS) + len(QUESTIONS)


def test_every_command_that_is_written_is_in_the_list_of_all():
    for module in pkgutil.walk_packages(application.commands.__path__, "application.commands."):
        importlib.import_module(module.name)
    leaves = {kind for kind in below(Command) if kind.__module__.startswith("application.") and not kind.__subclasses__()}
    written = {kind for kind in leaves if "[" not in kind.__name__}  # pydantic leaves such behind
    assert {kind.__name__ for kind in written} - PARTS == {kind.__name__ for kind in all_commands()}


def test_who_holds_no_office_acts_by_a_membership_or_is_the_clock_or_a_visitor():
    assert set(Role) - GIVEN == {Role.MEMBER, Role.CORE_GROUP, Role.CLOCK, Role.VISITOR}
