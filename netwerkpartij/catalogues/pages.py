"""
The generated pages of docs/reference/: what the code knows about itself, for people to read.

``python -m netwerkpartij.catalogues.pages`` writes them, ``--check`` compares them; a test does the same.
"""

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from inspect import cleandoc
from pathlib import Path
from types import MappingProxyType

from pydantic import BaseModel
from pydantic.fields import FieldInfo

import application
import domain
import infrastructure.vault
from api.errors.statuses import STATUSES, status_of
from application.access.table import COMMANDS, DENIED, NAMED_IN_HISTORIES, QUERIES, Row, Scope
from application.commands import all_commands
from application.commands.base import Command
from application.language.errors import SENTENCES
from application.language.events import event_types
from application.language.formatting import format_value
from application.language.rules import RULES
from application.language.words import Language, word
from application.ports.errors import StoreError
from application.queries import all_queries
from application.rule_books import FIRST_RULE_BOOKS
from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import Act, Role
from domain.kernel.errors import DomainError
from domain.kernel.events import DomainEvent
from domain.kernel.free_text import FREE_TEXT
from domain.kernel.text import Sealed
from domain.networks.network import Agreements, FoundedOn
from domain.pilot.rules import NetworkRules
from domain.plans.content import Condition, PlanContent
from infrastructure.vault.errors import VaultRefusal
from netwerkpartij.catalogues.field_types import choices_in, type_names
from netwerkpartij.settings import PREFIX, Settings
from projections.attention.waiting import WAITING

FOLDER = Path(__file__).parents[2] / "docs" / "reference"
HEAD = "<!-- Made by `make docs` from the code. Change the code, not this page. -->\n"
LIBRARY_FIELDS = {"originator_id", "originator_version", "originator_topic", "timestamp", "act"}
HELD_IN_EVENTS: tuple[type[BaseModel], ...] = (PlanContent, Condition, Agreements, FoundedOn, NetworkRules, Sealed)
NO_ACCESS = "-"
OURS = ("domain.", "application.", "infrastructure.")


# What stands at the head of a page

EVENTS_HEAD = """
Everything that is ever stored, by the aggregate that it happened to. The first column is the stored name (`TOPIC`), which stays;
`schema` is the version of the stored form ([how to change one](../how-to/change-a-stored-event.md)).

Free text is *institutional* (stored as it is, names nobody), *closed* (sealed with the key of its dossier) or *personal*
(sealed with its author's key).
""".strip()

COMMANDS_HEAD = """
Everything that somebody can want done, in the order in which a network's life goes. Fields are named as in JSON. Every command
has a command id: the same command with the same id again gives the answer it had ([contract](../contract.md)).
""".strip()

ERRORS_HEAD = """
A code is stable and for programs. The sentences are for people: what happened, and what to do next. Names in braces are filled
in. What has no status is said before there is an answer over HTTP.
""".strip()

NO_RULES = """
They say when the attention list tells something, and in what order. Nobody is late by them and they change no decision, so they
are fixed in the program.
""".strip()

RULES_HEAD = """
What the party can vote to change. A rule book holds for one type of network from a day on; a decision keeps the version that it
was taken under ([how to change a rule](../how-to/change-a-rule.md)).
""".strip()

ACCESS_HEAD = """
Who may do and see what, and how far that reaches. `-` is no access. Whoever holds more than one role uses a token per role.
""".strip()

NAMES = """
To all other roles nobody. Names are looked up in the vault while a history is shown and kept nowhere; what is sent besides the
sentence has references. Somebody whom the role may know and whose name is gone is called `(naam verwijderd)`, `(name removed)`;
anybody else by a word for their role. The histories of requests for advice and of who holds which role name nobody.
""".strip()


def pages() -> Mapping[str, str]:
    """Give every generated page by the name of its file."""
    return {name: f"{HEAD}\n{write().strip()}\n" for name, write in PAGES.items()}


def differing() -> list[Path]:
    """Give the pages whose file is not what the code says now."""
    return [
        FOLDER / name
        for name, page in pages().items()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text(encoding="utf-8") != page
    ]


def main(arguments: Sequence[str]) -> int:
    """Write the pages, or only compare them."""
    if "--check" in arguments:
        differ = differing()
        for path in differ:
            sys.stderr.write(f"{path.relative_to(FOLDER.parent.parent)} is not what the code says: run make docs\n")
        return 1 if differ else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in pages().items():
        (FOLDER / name).write_text(page, encoding="utf-8")
    return 0


# Pages


def events() -> str:
    """Tell of every event."""
    parts = [
        "# Events",
        EVENTS_HEAD,
        "Every event has an **act**: who did what, in what role, when, and how it came in.",
        _fields_table(Act),
    ]
    for aggregate in AGGREGATES:
        rows = [
            (f"`{event.TOPIC}`", str(event.SCHEMA), _one_line(event), _fields_of_event(event)) for event in event_types(aggregate)
        ]
        parts += [f"## {aggregate.TOPIC}", _one_line(aggregate), _table(("event", "schema", "what happened", "fields"), rows)]
    parts.append("## What fields hold")
    for held in HELD_IN_EVENTS:
        if held is NetworkRules:
            parts += ["### NetworkRules", "The rules of one network type: [rules](rules.md)."]
        else:
            parts += [f"### {held.__name__}", _one_line(held), _fields_table(held)]
    parts += ["## Choices", _choices([*_event_classes(), Act, *HELD_IN_EVENTS])]
    return "\n\n".join(parts)


def commands() -> str:
    """Tell of every command."""
    parts = [
        "# Commands",
        COMMANDS_HEAD,
        "Every command may also say when it happened and how it came in:",
        _table(("field", "type", "what"), [_field_row(name, Command) for name in Command.model_fields]),
    ]
    for command in all_commands():
        parts += [f"## {command.__name__}", _one_line(command)]
        own = [name for name in command.model_fields if name not in Command.model_fields]
        if own:
            parts.append(_table(("field", "type", "what"), [_field_row(name, command) for name in own]))
        row = COMMANDS.get(command, {})
        parts.append("Allowed: " + ("; ".join(_reach(role, scope) for role, scope in row.items()) or "nobody") + ".")
        if command.NEEDS_VERSION:
            parts.append("Names the version that it was made on (`If-Match`).")
    parts += ["## Choices", _choices(all_commands())]
    return "\n\n".join(parts)


def errors() -> str:
    """Tell of everything that can be refused."""
    rows = []
    found = _refusals()
    for code, sentence in sorted(SENTENCES.items()):
        refusal = found.get(code)
        rule = "" if refusal is None else _one_line(refusal)
        status = STATUSES.get(code) if refusal is None else status_of(refusal.__new__(refusal), code)
        rows.append(
            (
                f"`{code}`",
                rule,
                f"{sentence.nl} {sentence.next_nl}",
                f"{sentence.en} {sentence.next_en}",
                str(status.value if status else ""),
            )
        )
    return "\n\n".join(
        [
            "# Refusals",
            ERRORS_HEAD,
            _table(("code", "rule", "Nederlands", "English", "HTTP"), rows),
        ]
    )


def rules() -> str:
    """Tell of every rule, and of the rule books that come with the program."""
    names = type_names(NetworkRules)
    meanings = [
        (f"`{name}`", names[name], _default(field), RULES[name].en, RULES[name].nl)
        for name, field in NetworkRules.model_fields.items()
    ]
    parts = [
        "# Rules",
        RULES_HEAD,
        _table(("rule", "type", "default", "meaning", "betekenis"), meanings),
        "## Rule books that come with the program",
    ]
    for book in FIRST_RULE_BOOKS:
        parts += [
            f"### {book.rules_version}: {book.network_type}",
            f"From {format_value(book.valid_from, Language.EN)}. Source: {book.origin}. What differs from the defaults:",
            _table(("rule", "value"), _set_rules(book.rules)),
        ]
    waiting = [(name, str(each.time.days), each.meaning) for name, each in WAITING.items()]
    parts += ["## Waiting times that are no rules", NO_RULES, _table(("of the attention list", "days", "what for"), waiting)]
    parts += ["## Choices", _choices([NetworkRules])]
    return "\n\n".join(parts)


def access_table() -> str:
    """Tell who may do and see what."""
    scopes = [(f"`{scope}`", word(scope, Language.EN), word(scope, Language.NL)) for scope in Scope]
    parts = [
        "# Access",
        ACCESS_HEAD,
        _table(("scope", "reaches", "reikt tot"), scopes),
        "## Commands",
        _access_rows(COMMANDS, all_commands()),
        "## Questions",
        _access_rows(QUERIES, all_queries()),
    ]
    return "\n\n".join([*parts, *_denied(), *_named_in_histories()])


def settings() -> str:
    """Tell of every setting."""
    names = type_names(Settings)
    rows = [
        (f"`{PREFIX}{name.upper()}`", names[name], _default(field), field.description or "")
        for name, field in Settings.model_fields.items()
    ]
    return "\n\n".join(
        [
            "# Settings",
            "Environment variables. A wrong one stops the start with one line that names it.",
            _table(("setting", "type", "default", "what"), rows),
        ]
    )


PAGES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "events.md": events,
        "commands.md": commands,
        "errors.md": errors,
        "rules.md": rules,
        "access.md": access_table,
        "settings.md": settings,
    }
)

# Parts of pages


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *([cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _one_line(described: type) -> str:
    # The event sourcing library replaces an event's class by a subclass that has no text of its own.
    documented = next((each for each in described.__mro__ if each.__doc__), described)
    return cleandoc(documented.__doc__ or "").split("\n\n")[0].replace("\n", " ")


def _fields_of_event(event: type[DomainEvent]) -> str:
    names = type_names(event)
    told = []
    for name in event.model_fields:
        if name in LIBRARY_FIELDS:
            continue
        kinds = {kind for (topic, path), kind in FREE_TEXT.items() if topic == event.TOPIC and path.split(".")[0] == name}
        kind = f" ({', '.join(sorted(kinds))})" if kinds else ""
        told.append(f"`{name}`: {names[name]}{kind}")
    return "<br>".join(told) or "none of its own"


def _event_classes() -> list[type[DomainEvent]]:
    return [event for aggregate in AGGREGATES for event in event_types(aggregate)]


def _fields_table(model: type[BaseModel]) -> str:
    names = type_names(model)
    rows = [(f"`{name}`", names[name], _default(field)) for name, field in model.model_fields.items()]
    return _table(("field", "type", "default"), rows)


def _field_row(name: str, command: type[Command]) -> tuple[str, str, str]:
    field = command.model_fields[name]
    needed = "" if field.is_required() else f" (left out: {_default(field)})"
    return f"`{field.alias or name}`", type_names(command)[name] + needed, field.description or ""


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "required"
    if field.default is None or field.default == "":
        return "none"
    if isinstance(field.default, bool):
        return format_value(field.default, Language.EN)
    return f"`{field.default}`"


def _set_rules(chosen: NetworkRules) -> list[tuple[str, str]]:
    told = []
    for name, field in NetworkRules.model_fields.items():
        value = getattr(chosen, name)
        if field.is_required() or value != field.default:
            told.append((f"`{name}`", format_value(value, Language.EN)))
    return told


def _choices(models: Iterable[type[BaseModel]]) -> str:
    found = {choice: None for model in models for choice in choices_in(model)}
    rows = [
        (choice.__name__, "<br>".join(f"`{value}`: {word(value, Language.EN)} ({word(value, Language.NL)})" for value in choice))
        for choice in sorted(found, key=lambda choice: choice.__name__)
    ]
    return _table(("choice", "values"), rows)


def _reach(role: Role, scope: Scope) -> str:
    return word(role, Language.EN) + ("" if scope is Scope.ALL else f" ({word(scope, Language.EN)})")


def _access_rows(table: Mapping[type, Row], asked: Iterable[type]) -> str:
    rows = [
        (each.__name__, *(f"`{table[each][role]}`" if role in table.get(each, {}) else NO_ACCESS for role in Role))
        for each in asked
    ]
    return _table(("", *(word(role, Language.EN) for role in Role)), rows)


def _denied() -> list[str]:
    denied: Iterable[Sequence[object]] = DENIED
    rows = [tuple(each.__name__ if isinstance(each, type) else str(each) for each in row) for row in denied]
    return ["## What must not be seen", "\n".join(f"* {': '.join(row)}" for row in rows)] if rows else []


def _named_in_histories() -> list[str]:
    rows = [f"* {role}: {whom}" for role, whom in NAMED_IN_HISTORIES.items()]
    return ["## Whom the sentences of a history name", NAMES, "\n".join(rows)]


def _refusals() -> dict[str, type[Exception]]:
    for package in (domain, application, infrastructure.vault):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)  # a refusal is found once its module was imported
    roots = (VaultRefusal, StoreError, DomainError)
    found = {kind: None for root in roots for kind in _below(root) if kind.__module__.startswith(OURS)}
    return {kind.code: kind for kind in found if hasattr(kind, "code")}


def _below(kind: type[Exception]) -> Iterable[type[Exception]]:
    yield kind
    for subclass in kind.__subclasses__():
        yield from _below(subclass)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
