"""Values as people write them: words for choices, Dutch days, times as the clock shows them in the Netherlands."""

from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum

from application.language.words import KINDS, Language, Words, word
from domain.kernel.days import AMSTERDAM

MONTHS = (
    Words("januari", "January"),
    Words("februari", "February"),
    Words("maart", "March"),
    Words("april", "April"),
    Words("mei", "May"),
    Words("juni", "June"),
    Words("juli", "July"),
    Words("augustus", "August"),
    Words("september", "September"),
    Words("oktober", "October"),
    Words("november", "November"),
    Words("december", "December"),
)
SHORT_MONTHS = (
    Words("jan", "Jan"),
    Words("feb", "Feb"),
    Words("mrt", "Mar"),
    Words("apr", "Apr"),
    Words("mei", "May"),
    Words("jun", "Jun"),
    Words("jul", "Jul"),
    Words("aug", "Aug"),
    Words("sep", "Sep"),
    Words("okt", "Oct"),
    Words("nov", "Nov"),
    Words("dec", "Dec"),
)
WEEKDAYS = (
    Words("maandag", "Monday"),
    Words("dinsdag", "Tuesday"),
    Words("woensdag", "Wednesday"),
    Words("donderdag", "Thursday"),
    Words("vrijdag", "Friday"),
    Words("zaterdag", "Saturday"),
    Words("zondag", "Sunday"),
)
NOTHING = Words("geen", "none")
UNKNOWN = Words("onbekend", "unknown")
YES, NO = Words("ja", "yes"), Words("nee", "no")
AND = Words("en", "and")

LAST_SECOND = time(23, 59, 59)
"""A day without an hour is kept as its last second (application.command_context); people see the day."""


class Facts(dict[str, str]):
    """The facts of a sentence, told; one that is not there is unknown, because a sentence must never fail."""

    def __init__(self, facts: Mapping[str, object], language: Language) -> None:
        super().__init__({name: _told_as(name, value, language) for name, value in facts.items()})
        self.language = language

    def __missing__(self, name: str) -> str:
        return UNKNOWN.in_language(self.language)


def format_value(value: object, language: Language) -> str:
    match value:
        case None:
            told = NOTHING.in_language(language)
        case bool():
            told = (YES if value else NO).in_language(language)
        case StrEnum():
            told = word(value, language)
        case datetime():
            told = _moment(value, language)
        case date():
            told = _day(value, language)
        case int():
            told = f"{value:,}".replace(",", "." if language == Language.NL else ",")
        case tuple() | list() | frozenset() | set():
            told = _row([format_value(each, language) for each in value], language)
        case _:
            told = str(value)
    return told


def _told_as(name: str, value: object, language: Language) -> str:
    if name == "kind" and isinstance(value, str) and value in KINDS:
        return KINDS[value].in_language(language)
    return format_value(value, language)


def _day(day: date, language: Language) -> str:
    return f"{day.day} {MONTHS[day.month - 1].in_language(language)} {day.year}"


def _moment(moment: datetime, language: Language) -> str:
    here = moment.astimezone(AMSTERDAM)
    day = _day(here.date(), language)
    if here.time() == LAST_SECOND:
        return day
    return f"{day} om {here:%H:%M} uur" if language == Language.NL else f"{day} at {here:%H:%M}"


def _row(told: list[str], language: Language) -> str:
    if not told:
        return NOTHING.in_language(language)
    *before, last = told
    return f"{', '.join(before)} {AND.in_language(language)} {last}" if before else last
