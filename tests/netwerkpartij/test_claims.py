"""What the pages say that can be done can be done; what is to come says so until it is there."""

import json
import re

import pytest
from typer.main import get_command

from application.language.errors import error_sentence
from application.language.words import NOT_YET, Language
from netwerkpartij.cli.main import app
from netwerkpartij.cli.terminal import LANGUAGE
from tests.netwerkpartij.terminal import BEGIN, CHECKOUT, Terminal, commands_in

COMMANDS = set(commands_in(get_command(app)))
PAGES = (
    "README.md",
    "README.nl.md",
    "docs/how-to/operate.md",
    "docs/how-to/first-day.md",
    "docs/domain.md",
    "docs/contract.md",
)
PROGRAM = ("api", "application", "netwerkpartij", "projections")
NAMED = re.compile(r"`(?:\.venv/bin/)?netwerkpartij ([a-z]+)(?: ([a-z]+))?")


def page(name: str) -> str:
    return (CHECKOUT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_every_command_that_a_page_names_is_there(name: str):
    named = NAMED.findall(page(name))
    assert [words for words in named if not {words[0], " ".join(words)} & COMMANDS] == []
    assert named or name in {"README.nl.md", "docs/domain.md"}


def test_everybody_who_meets_it_is_told_that_it_is_not_for_real_people_yet(terminal: Terminal):
    assert NOT_YET.en.removesuffix(".") in page("README.md")
    assert NOT_YET.nl.removesuffix(".") in page("README.nl.md")
    assert NOT_YET.en in page("docs/security.md")
    assert NOT_YET.en in page("docs/how-to/install.md")
    assert NOT_YET.en in json.loads(page("docs/openapi.json"))["info"]["description"]
    assert NOT_YET.nl in str(error_sentence("not-signed-in", {}, Language.NL))
    assert NOT_YET.in_language(LANGUAGE) in terminal.does(*BEGIN).err


def test_every_test_that_the_page_on_security_names_is_there():
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", page("docs/security.md"))
    assert len(named) > 30
    missing = [f"{file}::{test}" for file, test in named if f"def {test}" not in page(file)]
    assert missing == []


def test_every_chapter_of_the_standard_has_its_row():
    assert re.findall(r"^\| V(\d+) ", page("docs/security.md"), re.MULTILINE) == [str(number) for number in range(1, 18)]


def test_who_reads_a_table_with_a_sensitive_network_is_told_who_else_sees_its_numbers():
    table, _, after = page("README.md").partition("LHBTIQ+ netwerk")
    assert "netwerkpartij report memberships" in table
    assert "(here the first and the fifth) only its own core group sees the numbers" in " ".join(after.split())


@pytest.mark.parametrize(
    "promise", ["half a minute", "halve minuut", "ever half recorded", "Texts are sealed", "getallen zijn daar grof"]
)
def test_what_the_program_does_not_do_is_not_promised(promise: str):
    assert [name for name in PAGES if promise in page(name)] == []
