"""A table on a terminal shows what people typed as they typed it."""

import re
from pathlib import Path

import pytest

from netwerkpartij.cli.terminal import print_table
from tests.netwerkpartij.terminal import CHECKOUT, Terminal

TYPED = ["Zorg [oud]", "[bold]Zorg", "[/oud]", "[link=a]", r"\[red]", ":heart:", "[", "]"]
HEADER = "timestamp,network,kind,event,person,role"


@pytest.mark.parametrize("name", TYPED)
def test_a_cell_a_column_and_a_title_are_shown_as_they_were_typed(capsys: pytest.CaptureFixture[str], name: str):
    print_table([name, "number"], [[name, 1], [None, 2]], title=name)
    title, _, head, _, first, second, _ = capsys.readouterr().out.splitlines()
    assert title.strip() == name
    assert [cells(line) for line in (head, first, second)] == [[name, "number"], [name, "1"], ["-", "2"]]


@pytest.mark.parametrize("name", TYPED)
def test_the_report_shows_the_name_of_a_network_as_it_was_typed(terminal: Terminal, name: str):
    path = terminal.folder / "history.csv"
    path.write_text(f"{HEADER}\n2020-01-01T00:00:00Z,{name},team,NetworkFounded,,\n", encoding="utf-8")
    terminal.does("import", "history", str(path))
    told = terminal.does("report", "memberships", "--on", "2020-01-02").out.splitlines()
    assert cells(told[4]) == [name, "0", "0", "0", "0"]


def test_the_tokens_show_the_name_of_a_person_as_it_was_typed(terminal: Terminal):
    terminal.does("begin", "--party", "Voorbeeldpartij", "--administrator", "Beheer [/oud]")
    told = terminal.does("token", "list").out.splitlines()
    assert cells(told[3])[1] == "Beheer [/oud]"


@pytest.mark.parametrize("typed", ["[/oud]", "[bold]x"])
def test_what_is_no_day_is_shown_as_it_was_typed(terminal: Terminal, typed: str):
    refused = terminal.types("report", "memberships", "--on", typed)
    assert refused.status == 2
    assert typed in refused.err


def test_tables_are_made_in_one_place():
    asking = [path for path in sources() if re.search(r"^(from|import) rich", path.read_text(encoding="utf-8"), re.MULTILINE)]
    assert asking == [CHECKOUT / "netwerkpartij" / "cli" / "terminal.py"]


def sources() -> list[Path]:
    return sorted((CHECKOUT / "netwerkpartij").rglob("*.py"))


def cells(line: str) -> list[str]:
    """Give what stands between the lines of a table."""
    return [cell.strip() for cell in re.split("[│┃]", line)[1:-1]]
