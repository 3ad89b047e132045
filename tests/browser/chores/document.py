"""``docs/chores.md``, as the walks write it: a row for each chore."""

import re
from pathlib import Path

from tests.browser.chores.chores import CHORES, Told
from tests.browser.chores.walking import Effort

DOCUMENT = Path(__file__).parents[3] / "docs" / "chores.md"
HEAD = """\
# Chores

What people come for, walked in a real browser from where it begins to its result, and what it asks of them. Each walk is a
test: it fails when a chore asks more than its goal, and when this page is no longer what was counted.
`NETWERKPARTIJ_WRITE_CHORES=1 .venv/bin/pytest tests/browser/chores -n0` writes it.

* **Pages** are all that is read, with the first and the one that says that it was done. **Forms** are pages on which something
  is filled in.
* A **field** is what is filled in or chosen: a day of three parts is one. What is there already counts as nothing.
* **Characters** are those that are typed. Choosing or pressing something counts as one.
* **Seconds**: 200 characters a minute, and 2 s for each page. Thinking, and waiting for a mail, is not in it.
* The bureau, the board, a core group and an auditor are signed in already, on a device of their own. A member who joins and an
  MP come from a public page.

| who | does what | pages | forms | fields | characters | seconds | goal |
| --- | --- | --- | --- | --- | --- | --- | --- |
"""


def row(told: Told, effort: Effort) -> str:
    """Give what is said of one chore."""
    goal = f"{told.seconds} s, {_number(told.forms, 'form')}, {_number(told.fields, 'field')}"
    counted = (effort.pages, effort.forms, effort.fields, effort.characters, effort.seconds)
    return f"| {told.who} | {told.what} | {' | '.join(map(str, counted))} | {goal} |"


def _number(number: int, of: str) -> str:
    return f"{number} {of}" if number == 1 else f"{number} {of}s"


def rows_written() -> dict[str, str]:
    """Give the rows that stand in the document, by what begins them."""
    text = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.exists() else ""
    return {"|".join(line.split("|")[1:3]): line for line in re.findall(r"^\| .+ \|$", text, re.MULTILINE)}


def key_of(told: Told) -> str:
    """Give how the row of a chore begins."""
    return f" {told.who} | {told.what} "


def write(told: Told, effort: Effort) -> None:
    """Write the document with the row of a chore as it was counted now."""
    rows = {**rows_written(), key_of(told): row(told, effort)}
    found = (rows.get(key_of(each)) for each in CHORES.values())
    DOCUMENT.write_text(HEAD + "".join(f"{each}\n" for each in found if each is not None), encoding="utf-8")
