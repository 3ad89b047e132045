"""What is generated in docs/ is what the code says, and says what fields really hold."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from application.commands import all_commands
from application.commands.base import Command
from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import Act
from domain.kernel.events import events_of
from domain.pilot.rules import NetworkRules
from netwerkpartij.catalogues import pages
from netwerkpartij.settings import PREFIX, Settings

PAGES_WITH_TYPES = ("commands", "events", "rules", "settings")
REFERENCE = [name for name in pages.PAGES if name.endswith(".md")]


@pytest.mark.parametrize("name", pages.PAGES)
def test_what_is_generated_says_what_the_code_says(name):
    path = pages.DOCS / name
    assert path.is_file(), "run make docs"
    assert path.read_text(encoding="utf-8") == pages.PAGES[name](), "run make docs"


def test_no_generated_page_is_left_over():
    found = {str(path.relative_to(pages.DOCS)) for path in (pages.DOCS / "reference").iterdir()}
    assert found | {"openapi.json"} == set(pages.PAGES), "remove what no code makes"


def test_make_docs_writes_all_of_it_with_one_command():
    makefile = (pages.DOCS.parent / "Makefile").read_text(encoding="utf-8")
    (recipe,) = re.findall(r"^docs: setup .*\n((?:\t.+\n)+)", makefile, re.MULTILINE)
    assert recipe == f"\t$(BIN)/python -m {pages.__name__}\n"


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.setattr(pages, "DOCS", tmp_path / "docs")
    return tmp_path / "docs"


@pytest.mark.usefixtures("elsewhere")
def test_what_was_written_is_found_equal():
    assert pages.main([]) == 0
    assert pages.main(["--check"]) == 0


def test_what_differs_is_named(elsewhere, capsys):
    pages.main([])
    (elsewhere / "reference" / "rules.md").write_text("changed by hand")
    (elsewhere / "reference" / "events.md").unlink()
    (elsewhere / "openapi.json").write_text("{}")
    assert pages.main(["--check"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        f"docs/{name} is not what the code says: run make docs"
        for name in ("reference/events.md", "reference/rules.md", "openapi.json")
    ]


def test_all_of_it_can_be_compared_from_the_command_line():
    checked = subprocess.run(  # noqa: S603  # this Python, on ourselves
        [sys.executable, "-m", pages.__name__, "--check"],
        cwd=pages.DOCS.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stderr) == (0, ""), "run make docs"


@pytest.mark.parametrize("name", REFERENCE)
def test_every_cell_of_a_table_stays_in_its_column(name):
    for table in pages.PAGES[name]().split("\n\n"):
        lines = [line for line in table.splitlines() if line.startswith("|")]
        assert len({line.replace("\\|", "").count("|") for line in lines}) <= 1


# What a page says that a field holds, beside what its JSON schema says: pydantic's reading of the same annotation

FORMATS = {"date-time": "moment", "date": "day", "time": "time", "uuid": "id", "password": "secret", "path": "folder"}
TYPES = {"integer": "number", "number": "number", "boolean": "yes or no"}
PATTERNS = {
    "reference": "r0123456789abcdef0123456789abcdef",
    "reference or body": "national-board",
    "event name": "01234567-89ab-cdef-0123-456789abcdef:1",
    "SHA-256": "0123456789abcdef" * 4,
    "label": "four-years",
    "version name": "2022-06-28.1",
    "e-mail address": "somebody@example.org",
    "web address": "https://example.org/page",
    "month": "2023-03",
    "half year": "2023-H1",
}
"""Kinds of text that have a form, each with an example of it."""

STORABLE = 20_000
"""No limit for people: what a store must bear of any text."""
Said = tuple[str, str, dict[str, Any]]
"""The field of a model, what a page says that it holds, and its JSON schema."""


def section(page: str, title: str) -> str:
    return page.split(f"# {title}\n", 1)[1].split("\n#", 1)[0]


def typed(table: str) -> dict[str, str]:
    return dict(re.findall(r"^\| `(\w+)` \| (.*?)(?: \(left out: .*?\))? \|", table, re.MULTILINE))


def said(name: str, schema: dict[str, Any], types: dict[str, str]) -> Iterator[Said]:
    for field, kind in types.items():
        yield f"{name}.{field}", kind, schema["properties"][field]


def said_of_held(page: str, models: Iterable[type[BaseModel]]) -> Iterator[Said]:
    held = {name: schema for model in models for name, schema in model.model_json_schema().get("$defs", {}).items()}
    for name in re.findall(r"^### (\w+)$", page.partition("## What fields hold")[2], re.MULTILINE):
        yield from said(name, held[name], typed(section(page, name)))


def said_of_events(page: str) -> Iterator[Said]:
    yield from said("Act", Act.model_json_schema(), typed(section(page, "Events")))
    every_event = [event for aggregate in AGGREGATES for event in events_of(aggregate)]
    for event in every_event:
        (row,) = re.findall(rf"^\| `{re.escape(event.TOPIC)}` \| .* \| (.*) \|$", page, re.MULTILINE)
        fields = dict(re.findall(r"`(\w+)`: (.*?)(?: \([a-z, ]+\))?(?:<br>|$)", row))
        yield from said(event.TOPIC, event.model_json_schema(), fields)
    yield from said_of_held(page, every_event)


def everything_said() -> Iterator[Said]:
    commands, events, rules, settings = (pages.PAGES[f"reference/{name}.md"]() for name in PAGES_WITH_TYPES)
    yield from said("Command", Command.model_json_schema(), typed(section(commands, "Commands")))
    for command in all_commands():
        yield from said(command.__name__, command.model_json_schema(), typed(section(commands, command.__name__)))
    yield from said_of_held(commands, all_commands())
    yield from said_of_events(events)
    yield from said("NetworkRules", NetworkRules.model_json_schema(), typed(section(rules, "Rules")))
    fields = {name.removeprefix(PREFIX).lower(): kind for name, kind in typed(settings).items()}
    yield from said("Settings", Settings.model_json_schema(), fields)


def holds(kind: str, schema: dict[str, Any]) -> bool:
    """Whether a field with this JSON schema holds what a page calls this kind."""
    if "anyOf" in schema:
        *either, nothing = schema["anyOf"]
        something = kind.removesuffix(" or nothing")
        kinds = [something] if len(either) == 1 else something.split(" or ")
        all_hold = len(kinds) == len(either) and all(map(holds, kinds, either))
        return kind.endswith(" or nothing") and nothing == {"type": "null"} and all_hold
    if schema.get("type") == "array":
        return kind.startswith("list of ") and holds(kind.removeprefix("list of "), schema["items"])
    if kind in PATTERNS:
        return re.search(schema.get("pattern", "nothing"), PATTERNS[kind]) is not None
    return kind == plainly(schema)


def plainly(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[1]
    if "const" in schema:
        return f"`{schema['const']}`"
    if schema["type"] != "string" or "format" in schema:
        return FORMATS[schema["format"]] if "format" in schema else TYPES[schema["type"]]
    limited = "minLength" in schema and schema.get("maxLength", STORABLE) < STORABLE
    return f"text of at most {schema['maxLength']:,} characters" if limited else "text"


@pytest.fixture(scope="module")
def all_said() -> tuple[Said, ...]:
    return tuple(everything_said())


def test_a_type_is_said_of_every_field(all_said):
    assert len(all_said) > 600
    every_kind = {*FORMATS.values(), *TYPES.values(), *PATTERNS, "text", "list of id", "list of PlanPart"}
    assert every_kind <= {kind.removesuffix(" or nothing") for _, kind, _ in all_said}


def test_a_field_holds_what_a_page_says_that_it_holds(all_said):
    assert [(field, kind) for field, kind, schema in all_said if not holds(kind, schema)] == []


def test_a_wrong_type_is_seen(all_said):
    """All of these were once called a moment."""
    schemas = {field: schema for field, _, schema in all_said}
    for field in ("CountPartyMembers.members", "JoinNetwork.person", "ApprovePlan.conditions", "RecordAddress.email"):
        assert not holds("moment", schemas[field])
