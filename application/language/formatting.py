"""Values as people write them: words for choices, Dutch days, times as the clock shows them in the Netherlands."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum

from application.language.counting import ONE, FormattedFact, Unknown
from application.language.words import KINDS, Language, Words, word
from application.queries.base import DayOnly
from domain.kernel.days import AMSTERDAM, day_of

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
RULES_OF_DAY = Words("de spelregels van {day}", "the rules of {day}")
RULES_OF_PILOT = Words("de spelregels voor de pilot", "the rules for the pilot")
RULES_NAMED = Words("de spelregels “{name}”", "the rules “{name}”")
UNKNOWN = Words("onbekend", "unknown")
YES, NO = Words("ja", "yes"), Words("nee", "no")
AND = Words("en", "and")

LAST_SECOND = time(23, 59, 59)
"""A day without an hour is kept as its last second (application.command_context); people see the day."""

HALF_YEARS = {
    "1": Words("eerste halfjaar van {year}", "first half of {year}"),
    "2": Words("tweede halfjaar van {year}", "second half of {year}"),
}
QUARTERS = (
    Words("eerste kwartaal van {year}", "first quarter of {year}"),
    Words("tweede kwartaal van {year}", "second quarter of {year}"),
    Words("derde kwartaal van {year}", "third quarter of {year}"),
    Words("vierde kwartaal van {year}", "fourth quarter of {year}"),
)
PILOT_RULES = "pilot-rule-page"
"""The version of the rules that ships for a pilot (application.rule_books)."""
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
MONTH, HALF_YEAR = re.compile(r"(\d{4})-(0[1-9]|1[0-2])"), re.compile(r"(\d{4})-H([12])")
QUARTER = re.compile(r"(\d{4})-Q([1-4])")
PERIODS = frozenset({"half_year", "month", "first", "last"})
"""The facts that can be a month or a half year, which programs write as `2023-09` and `2023-H1`."""
YEARS = frozenset({"year", "first", "last"})
"""The facts that can be a year, which has no point for the thousands."""


class Facts(dict[str, str]):
    """The facts of a sentence, told; one that is not there is unknown, because a sentence must never fail."""

    def __init__(self, facts: Mapping[str, object], language: Language) -> None:
        super().__init__(
            {name: FormattedFact(_told_as(name, value, language), language, _counted(value)) for name, value in facts.items()}
        )
        self.language = language

    def __missing__(self, name: str) -> str:
        return Unknown(UNKNOWN.in_language(self.language), self.language)


def format_value(value: object, language: Language) -> str:
    match value:
        case None:
            told = NOTHING.in_language(language)
        case bool():
            told = (YES if value else NO).in_language(language)
        case StrEnum():
            told = word(value, language)
        case DayOnly():
            told = _day(day_of(value), language)
        case datetime():
            told = _moment(value, language)
        case date():
            told = _day(value, language)
        case time():
            told = _hour(value, language)
        case int() | float():
            told = _number(value, language)
        case tuple() | list() | frozenset() | set():
            told = _row([format_value(each, language) for each in value], language)
        case _:
            told = str(value)
    return told


def _told_as(name: str, value: object, language: Language) -> str:
    match value:
        case str() if name == "kind" and value in KINDS:
            return KINDS[value].in_language(language)
        case str() if name == "rules_version":
            return rules(value, language)
        case str() if name in PERIODS and not isinstance(value, StrEnum):
            return period(value, language)
        case int() if name in YEARS:
            return str(value)
        case _:
            return format_value(value, language)


def rules(version: str, language: Language) -> str:
    """Call a version of the rules by its day, or by the name that it was given."""
    if version == PILOT_RULES:
        return RULES_OF_PILOT.in_language(language)
    if DAY.fullmatch(version):
        return RULES_OF_DAY.in_language(language).format(day=_day(date.fromisoformat(version), language))
    return RULES_NAMED.in_language(language).format(name=version)


def _counted(value: object) -> float | None:
    match value:
        case bool():
            return None
        case None:
            return 0
        case int() | float():
            return value
        case _:
            return None


def period(name: str, language: Language) -> str:
    """Tell a month, quarter or half year in words; anything else stays as it is."""
    if (quarter := QUARTER.fullmatch(name)) is not None:
        return QUARTERS[int(quarter[2]) - 1].in_language(language).format(year=quarter[1])
    if (half := HALF_YEAR.fullmatch(name)) is not None:
        return HALF_YEARS[half[2]].in_language(language).format(year=half[1])
    if (month := MONTH.fullmatch(name)) is not None:
        return f"{MONTHS[int(month[2]) - 1].in_language(language)} {month[1]}"
    return name


def _number(value: float, language: Language) -> str:
    whole = f"{value:,}"
    return whole if language == Language.EN else whole.translate(str.maketrans(",.", ".,"))


def _day(day: date, language: Language) -> str:
    return f"{day.day} {MONTHS[day.month - 1].in_language(language)} {day.year}"


def _moment(moment: datetime, language: Language) -> str:
    here = moment.astimezone(AMSTERDAM)
    day = _day(here.date(), language)
    if here.time() == LAST_SECOND:
        return day
    return f"{day} om {here:%H.%M} uur" if language == Language.NL else f"{day} at {here:%H:%M}"


def _hour(hour: time, language: Language) -> str:
    return f"{hour:%H.%M} uur" if language == Language.NL else f"{hour:%H:%M}"


def _row(told: list[str], language: Language) -> str:
    if not told:
        return NOTHING.in_language(language)
    *before, last = told
    return f"{', '.join(before)} {AND.in_language(language)} {last}" if before else last


def capitalized(sentence: str) -> str:
    """Begin with a capital, whatever a sentence begins with; what is not shown by name begins with a small letter."""
    if sentence.startswith(ONE.nl):  # the accents are for "one" alone, and not for a capital
        return f"E{sentence[1:]}"
    return sentence[:1].upper() + sentence[1:]
