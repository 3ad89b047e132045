"""What generated pages are made of."""

from collections.abc import Iterable, Sequence
from inspect import cleandoc

HEAD = "<!-- Made by `make docs` from the code. Change the code, not this page. -->"


def page(*parts: str) -> str:
    """Give the text of a page, which says that nobody should change it by hand."""
    return "\n\n".join([HEAD, *parts]) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Give a table, in which every cell stays in its column."""
    lines = [head, ["---"] * len(head), *([cell.replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def one_line(described: type) -> str:
    """Give the first paragraph of the docstring of a class."""
    # The event sourcing library replaces an event's class by a subclass that has no text of its own.
    documented = next((each for each in described.__mro__ if each.__doc__), described)
    return cleandoc(documented.__doc__ or "").split("\n\n")[0].replace("\n", " ")
