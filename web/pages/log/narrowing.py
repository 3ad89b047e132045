"""Asking less of the log than all of it: in which role, recorded when, how late; what is not right is said beside its field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from application.language.formatting import format_value
from application.language.words import Words
from application.queries.base import OfLog
from domain.kernel.acts import Role
from web.drawing.readable import id_in
from web.past import PARTS
from web.visit import PartOfList, Visit

AT_ONCE = 100
FROM, TO, LATE, ROLE, KIND, AFTER, ITEM = "van", "tot", "laat", "rol", "soort", "na", "over"
DAY_FIELDS = tuple(f"{name}-{part}" for name in (FROM, TO) for part in PARTS)
NO_DAY = Words("Vul een dag in, zoals 31 12 2023", "Fill in a day, such as 31 12 2023")
TO_COME = Words("Kies vandaag of een eerdere dag", "Choose today or an earlier day")
WRONG_WAY = Words("Kies een dag op of na de eerste dag", "Choose a day on or after the first day")
NO_NUMBER = Words("Vul een aantal dagen in, zoals 14", "Fill in a number of days, such as 14")
NO_CHOICE = Words("Kies iets uit de lijst", "Choose something from the list")
NOBODY_ACTS = frozenset({Role.VISITOR})
"""In which roles nothing is ever done."""


@dataclass(frozen=True)
class Narrowed:
    """
    What was typed above a part of the log, and what came of it.

    :param choices: of the kind of line that only this page asks for
    :param listed: the part of the log; nothing while something is not right
    """

    typed: Mapping[str, str]
    errors: Mapping[str, str]
    choices: Sequence[tuple[str, str]]
    roles: Sequence[tuple[str, str]]
    listed: PartOfList

    @property
    def finds_nothing(self) -> bool:
        """Whether less than all was asked for, and nothing is like that."""
        return not self.listed.items and any(self.typed.get(name) for name in (KIND, ROLE, LATE, *DAY_FIELDS))

    def beside(self, name: str) -> dict[str, str] | bool:
        """Give what is wrong with a field, as it is said beside it."""
        return {"text": self.errors[name]} if name in self.errors else False

    @property
    def in_order(self) -> list[dict[str, str]]:
        """What is wrong in the order of the form, each leading to its field."""
        ids = {FROM: f"{FROM}-day", TO: f"{TO}-day"}
        return [
            {"text": self.errors[name], "href": f"#{ids.get(name, name)}"}
            for name in (KIND, ROLE, FROM, TO, LATE)
            if name in self.errors
        ]


def narrowed(visit: Visit, question: type[OfLog[Any]], kind: tuple[str, type[StrEnum]] | None = None) -> Narrowed:
    """
    Ask for the part of the log that the address says.

    :param kind: the field of the question that tells kinds of line apart, and what it can be
    """
    roles = [(each.value, visit.tell(each)) for each in Role if each not in NOBODY_ACTS]
    choices = [] if kind is None else [(each.value, format_value(each, visit.language)) for each in kind[1]]
    typed = {name: text.strip() for name, text in visit.query.items()}
    asked, wrong = _read(visit, typed)
    for name, field, offered in ((ROLE, "role", roles), (KIND, kind[0] if kind else "", choices)):
        if chosen := typed.get(name, ""):
            asked[field] = chosen
            if chosen not in dict(offered):
                wrong[name] = NO_CHOICE
    errors = {name: visit.tell(words) for name, words in wrong.items()}
    return Narrowed(typed, errors, choices, roles, _listed(visit, question, asked) if not wrong else PartOfList((), None, None))


def _listed(visit: Visit, question: type[OfLog[Any]], asked: Mapping[str, Any]) -> PartOfList:
    found = visit.ask(question(limit=AT_ONCE, **asked))
    more = visit.address(na=str(found[-1].position)) if len(found) == AT_ONCE else None
    return PartOfList(found, more, visit.address(na=None) if asked.get("after") else None)


def _read(visit: Visit, typed: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, Words]]:
    """Give what was asked for by the fields of the question, and what is wrong by the names of the form."""
    days, wrong = {}, {}
    for name in (FROM, TO):
        try:
            days[name] = _day(typed, name)
        except ValueError:
            wrong[name] = NO_DAY
    wrong |= {name: TO_COME for name, day in days.items() if day is not None and day > visit.now.today}
    first, last = days.get(FROM), days.get(TO)
    if first is not None and last is not None and last < first:
        wrong.setdefault(TO, WRONG_WAY)
    late, after = typed.get(LATE, ""), typed.get(AFTER, "")
    if late and not _is_number(late):
        wrong[LATE] = NO_NUMBER
    asked: dict[str, Any] = {"recorded_from": first, "recorded_to": last, "item": id_in(typed.get(ITEM, ""))}
    asked["late_by_days"] = int(late) or None if _is_number(late) else None
    return asked | {"after": int(after) if after.isascii() and after.isdigit() else 0}, wrong


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < len(str(AT_ONCE)) + 2


def _day(typed: Mapping[str, str], name: str) -> date | None:
    """
    Read a day from its three fields.

    :raises ValueError: if it is none that there is
    """
    day, month, year = (typed.get(f"{name}-{part}", "") for part in PARTS)
    return date.fromisoformat(f"{year.zfill(4)}-{month.zfill(2)}-{day.zfill(2)}") if day or month or year else None
