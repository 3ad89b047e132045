"""The page of everything that somebody can want done."""

from application.access.table import COMMANDS, Scope
from application.commands import all_commands
from application.commands.base import Command
from application.language.words import Language, word
from domain.kernel.acts import Role
from netwerkpartij.catalogues.fields import default, held_and_choices, type_names
from netwerkpartij.catalogues.markdown import one_line, page, table

HEAD = """
Everything that somebody can want done, in the order in which a network's life goes. Fields are named as in JSON. Every command
has a command id: the same command with the same id again gives the answer it had ([contract](../contract.md)).
""".strip()


def commands() -> str:
    common = list(Command.model_fields)
    parts = ["# Commands", HEAD, "Every command may also say when it happened and how it came in:", _fields(Command, common)]
    for command in all_commands():
        own = [name for name in command.model_fields if name not in common]
        parts += [f"## {command.__name__}", one_line(command), *([_fields(command, own)] if own else []), _allowed(command)]
        if command.NEEDS_VERSION:
            parts.append("Names the version that it was made on (`If-Match`).")
    return page(*parts, *held_and_choices(all_commands()))


def _fields(command: type[Command], names: list[str]) -> str:
    holds = type_names(command)
    rows = []
    for name in names:
        field = command.model_fields[name]
        left_out = "" if field.is_required() else f" (left out: {default(field)})"
        rows.append((f"`{field.alias or name}`", holds[name] + left_out, field.description or ""))
    return table(("field", "type", "what"), rows)


def _allowed(command: type[Command]) -> str:
    return "Allowed: " + ("; ".join(_reach(role, scope) for role, scope in COMMANDS.get(command, {}).items()) or "nobody") + "."


def _reach(role: Role, scope: Scope) -> str:
    return word(role, Language.EN) + ("" if scope is Scope.ALL else f" ({word(scope, Language.EN)})")
