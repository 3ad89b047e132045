"""What pages refuse by themselves, with the codes and sentences that are everybody's, and how a refusal is told."""

import traceback
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import structlog

from application.language.errors import SENTENCES, Refusal, error_sentence
from application.language.errors.pages import PAGES
from application.language.errors.statuses import TITLES, status_of
from application.language.words import Language
from application.ports.errors import StoreError

NOT_THERE, NOT_SIGNED_IN, NOT_POSSIBLE_HERE = "unknown-route", "not-signed-in", "method-not-allowed"
FROM_ELSEWHERE, NO_SUCH_DAY, TOO_LARGE = "form-from-elsewhere", "no-such-day", "too-large"
AMBIGUOUS_LENGTH, NO_FORM = "ambiguous-length", "unsupported-media-type"
"""What a page refuses by itself, by the codes of everybody's sentences."""

log = structlog.get_logger()


class PageRefused(Exception):  # named after what it is, as all refusals
    """
    A page that is not there, or cannot be asked like this.

    :param code: of the sentence that says so
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


class ToldRefusal(NamedTuple):
    """A refusal as a page says it."""

    code: str
    status: HTTPStatus
    title: str
    text: str
    next: str
    retry_after: int | None
    number: str | None
    """What the log has too, of a mistake of our own."""


def told(error: Exception, language: Language) -> ToldRefusal:
    """Give what to say of any exception; of a mistake of our own only a number, and the log says where."""
    code, number = getattr(error, "code", ""), None
    if code not in SENTENCES:
        code, number = "internal-error", uuid4().hex[:8]
        log.error(code, instance=number, kind=type(error).__name__, frames=_frames(error))
    elif isinstance(error, StoreError):
        log.warning("store-error", code=code, what=str(error))
    facts: Mapping[str, object] = getattr(error, "facts", {}) if number is None else {}
    said, status = _said(code, facts, language), status_of(error, code)
    title = TITLES.get(status, TITLES[HTTPStatus.CONFLICT]).in_language(language)
    return ToldRefusal(code, status, title, said.text, said.next, getattr(error, "retry_after", None), number)


def _said(code: str, facts: Mapping[str, object], language: Language) -> Refusal:
    if (own := PAGES.get(code)) is None:
        return error_sentence(code, facts, language)
    return Refusal(own.nl, own.next_nl) if language is Language.NL else Refusal(own.en, own.next_en)


def _frames(error: BaseException) -> list[str]:
    return [f"{Path(at.filename).name}:{at.lineno} {at.name}" for at in traceback.extract_tb(error.__traceback__)][-12:]
