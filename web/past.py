"""Which day a page looks back at: from three fields or one word in the address."""

from collections.abc import Mapping
from datetime import date, datetime
from urllib.parse import urlencode

from application.timestamps import DAY, INSTANT, YEARS
from domain.kernel.days import end_of
from web.page import Redirect
from web.refusals import NO_SUCH_DAY, PageRefused
from web.visit import KNOWN_AT, ON, Past

PARTS = ("day", "month", "year")


def past_in(query: Mapping[str, str], path: str) -> Past:
    """
    Give the day and the moment that an address looks back at.

    :raises Redirect: to the address with one word, from three fields that were filled in
    :raises PageRefused: if it is no day that there is
    """
    typed = {name: _typed(query, name) for name in (ON, KNOWN_AT) if f"{name}-{PARTS[0]}" in query}
    if typed:
        kept = {key: value for key, value in query.items() if key.partition("-")[0] not in typed and key not in typed}
        raise Redirect(f"{path}?{urlencode(kept | {name: day for name, day in typed.items() if day})}".rstrip("?"))
    return Past(on=_day(query[ON]) if query.get(ON) else None, known_at=_moment(query[KNOWN_AT]) if query.get(KNOWN_AT) else None)


def _typed(query: Mapping[str, str], name: str) -> str:
    day, month, year = (query.get(f"{name}-{part}", "").strip() for part in PARTS)
    return f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}" if day or month or year else ""


def _day(text: str) -> date:
    try:
        found = date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None or found.year not in YEARS:
        raise PageRefused(NO_SUCH_DAY)
    return found


def _moment(text: str) -> datetime:
    """Read an instant; of a day its end."""
    if not INSTANT.fullmatch(text):
        return end_of(_day(text))
    try:
        return datetime.fromisoformat(text.upper())
    except ValueError:
        raise PageRefused(NO_SUCH_DAY) from None
