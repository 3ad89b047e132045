"""Numbers, days, names and lists in the two languages."""

from collections.abc import Sequence
from datetime import date
from math import ceil

NUMBERS = {
    "nl": ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"),
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
}
MONTHS = {
    "nl": [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


class Words:
    """One of the two languages."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, dutch: str, english: str) -> str:
        return dutch if self.language == "nl" else english

    def number(self, count: int) -> str:
        """One to twelve in words."""
        return NUMBERS[self.language][count] if count <= 12 else self.figures(count)

    def figures(self, count: int) -> str:
        return f"{count:,}".replace(",", self.say(".", ","))

    def some(self, count: int, one: tuple[str, str], more: tuple[str, str]) -> str:
        """So many things."""
        return f"{self.number(count)} {self.say(*(one if count == 1 else more))}"

    def day(self, day: date) -> str:
        return f"{day.day} {MONTHS[self.language][day.month - 1]} {day.year}"

    def as_of(self, title: str, day: date) -> str:
        return self.say(f"{title}, stand op {self.day(day)}", f"{title}, as of {self.day(day)}")

    def month(self, day: date) -> str:
        return f"{MONTHS[self.language][day.month - 1]} {day.year}"

    def listed(self, things: Sequence[str]) -> str:
        *first, last = things
        return f"{', '.join(first)} {self.say('en', 'and')} {last}" if first else last

    def per_cent(self, share: float) -> str:
        return f"{round(100 * share)} {self.say('procent', 'per cent')}"

    def days(self, count: float) -> str:
        """So many whole days, at most."""
        return self.some(ceil(count), ("dag", "day"), ("dagen", "days"))
