"""In which form an answer is given: what whoever asks likes best of what is made (RFC 9110, 12.5.1)."""

import re
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Final, NamedTuple

from fastapi import Request

from api.errors.refusals import NotAcceptable

JSON: Final = "application/json"
CSV: Final = "text/csv"
HTML: Final = "text/html"
PROBLEM: Final = "application/problem+json"
QUALITY: Final = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", re.IGNORECASE)


class AcceptedForm(NamedTuple):
    """One form, or many at once, that whoever asks takes, and how gladly: 0 is not at all."""

    kind: str
    quality: float

    def exactness(self, form: str) -> int:
        """Say how exactly it names a form; 0: it does not."""
        if self.kind == form:
            return 3
        return 2 if self.kind == f"{form.partition('/')[0]}/*" else int(self.kind == "*/*")


def must_accept(*made: str) -> Callable[[Request], Coroutine[Any, Any, None]]:
    """Make the dependency of what is made in some forms, the usual one first: it notes which one is wanted."""

    async def accept(request: Request) -> None:
        form = wanted(request.headers.get("accept", "*/*"), made)
        if form is None:
            raise NotAcceptable(made=made)
        request.state.form = form

    return accept


def wanted(accept: str, made: Sequence[str]) -> str | None:
    """Give which of the forms that are made is liked best; of equals the one that is named most exactly, then the usual one."""
    wishes = [_wish(each) for each in accept.split(",")]
    liked = [(*_liking(form, wishes), -place, form) for place, form in enumerate(made)]
    quality, *_, form = max(liked)
    return form if quality > 0 else None


def _liking(form: str, wishes: Sequence[AcceptedForm]) -> tuple[float, int]:
    """Give how gladly a form is taken: of what names it, the most exact counts. Problems are a kind of JSON."""
    names = (form, PROBLEM) if form == JSON else (form,)
    found = [(wish.exactness(name), wish.quality) for wish in wishes for name in names]
    exactness, quality = max(found, default=(0, 0.0))
    return (quality if exactness else 0.0), exactness


def _wish(text: str) -> AcceptedForm:
    kind, *parameters = text.split(";")
    qualities = [found[1] for each in parameters if (found := QUALITY.fullmatch(each))]
    return AcceptedForm(kind.strip().lower(), float(qualities[0]) if qualities else 1.0)
