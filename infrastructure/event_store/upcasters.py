"""
How old stored events become readable by today's classes.

Each upcaster takes the fields of a stored event of one schema version and gives those of the next. It works on plain
dicts, so that no class of long ago has to be kept, and its docstring says why the stored form changed.
"""

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]
Upcasters = Mapping[tuple[str, int], Upcaster]
"""By topic and the schema version that the upcaster starts from."""

UPCASTERS: MutableMapping[tuple[str, int], Upcaster] = {}
