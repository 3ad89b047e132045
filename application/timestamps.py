"""Days and instants as they are written: ISO 8601 and nothing else, in years that a calendar of people has."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any, LiteralString

from pydantic import AwareDatetime, BeforeValidator
from pydantic_core import PydanticCustomError

Kind = Any
"""A type as an annotation gives it: a class, a union, something annotated."""

DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})", re.ASCII | re.IGNORECASE)
YEARS = range(1900, 2200)


def written(annotation: Kind) -> Kind:
    """Let a field take days and instants only as they are written; pydantic also takes numbers of seconds."""
    kinds = {annotation, *getattr(annotation, "__args__", ())}
    if AwareDatetime in kinds:
        return Annotated[annotation, BeforeValidator(_as_instant)]
    if date in kinds:
        return Annotated[annotation, BeforeValidator(_as_day)]
    return annotation


def _as_instant(given: object) -> object:
    return _read(given, INSTANT, lambda text: datetime.fromisoformat(text.upper()), "datetime_parsing")


def _as_day(given: object) -> object:
    return _read(given, DAY, date.fromisoformat, "date_parsing")


def _read(given: object, form: re.Pattern[str], reader: Callable[[str], date], mistake: LiteralString) -> object:
    if given is None:
        return None
    try:
        found = reader(given) if isinstance(given, str) and form.fullmatch(given) else None
    except ValueError:
        found = None
    if found is None:
        raise PydanticCustomError(mistake, mistake)
    if found.year not in YEARS:
        mistake = "far_away"
        raise PydanticCustomError(mistake, mistake)
    return found
