"""The facts of a page that is a list."""

from typing import Any

from infrastructure.tables import Table
from web.page import Facts


def listing(*tables: Table[Any], listed: Any = None, looks_back: bool = True, **facts: object) -> Facts:  # noqa: ANN401  # part of a list
    """
    Give what the template of a list tells; the first table is the one that can be had as a file.

    :param listed: where a long list goes on
    :param looks_back: whether its reader can turn it back to a day
    """
    first = {"table": tables[0]} if tables else {}
    return {**first, "tables": tables, "listed": listed, "looks_back": looks_back, **facts}
