"""What a command's own check says is said in both languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

from application.language.field_messages import SAID

COMMANDS = Path(__file__).parents[3] / "application" / "commands"


def checks() -> Iterator[str]:
    """Every text that a command names as what is wrong with it, read from the source."""
    for path in COMMANDS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Assign) and [getattr(target, "id", None) for target in node.targets] == ["message"]:
                yield ast.literal_eval(node.value)


def test_every_check_of_a_command_is_said_and_nothing_else():
    assert set(checks()) == set(SAID)
