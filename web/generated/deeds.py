"""A deed from a command alone: address and words from its name, fields from its form, choices from what it is about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from application.access.table import COMMANDS, ROWS, Scope
from application.commands import advice, all_commands
from application.commands.base import Command, answer_of
from application.forms.fields import FormField, Kind, form_of
from application.language.forms.titles import title_of
from application.language.words import Words
from application.queries.advice import AdviceRequestDetails
from application.queries.base import Query
from application.queries.meetings import MeetingDetails
from application.queries.networks import NetworkDetails
from application.queries.plans import FoundingPlanDetails
from domain.kernel.acts import Role
from web.asking.choosing import with_people
from web.asking.deed import Deed
from web.drawing.readable import in_address
from web.generated.choices import with_choices
from web.page import SitePage

if TYPE_CHECKING:
    from web.asking.deed import Attempt

ITEMS = (
    "advice_request",
    "plan",
    "network",
    "meeting",
    "conversation",
    "pilot",
    "frozen_evaluation",
    "privacy_request",
    "reference_lifting",
    "record_lifting",
    "item",
)
"""What a command can be given on; its address names it."""
ABOUT: Mapping[str, type[Query[Any]]] = {
    "advice_request": AdviceRequestDetails,
    "meeting": MeetingDetails,
    "network": NetworkDetails,
    "plan": FoundingPlanDetails,
}
UNSEEN: tuple[type[Command[Any]], ...] = (advice.AnswerCall, advice.GiveContribution)
"""Who gives these sees the call, and not all of the request."""
NOW = ("plan_version", "purpose_version")
"""What is decided on or endorsed is what is there now: nobody fills that in."""
FROM_OUTSIDE = frozenset({Role.MEMBER, Role.REQUESTER, Role.VISITOR})
"""They say it themselves: it came in by this page."""
DO, NOT_SEEN, OF_THEM = "/doen", "at", ("person", "decided")


def generated(found: Iterable[Deed], pages: Iterable[SitePage]) -> Iterator[Deed]:
    """Make the deeds that are missing: of each command that a role may give where no deed asks what it has to say."""
    by_command: dict[type[Command[Any]], list[Deed]] = {}
    for each in found:
        by_command.setdefault(each.command, []).append(each)
    pages = tuple(pages)
    paths, given = [each.path for each in pages], {each.gives for each in pages}
    for command in all_commands():
        roles = set(COMMANDS.get(command, {})) - {Role.CLOCK}
        if command not in given and any(not any(serves(each, role) for each in by_command.get(command, ())) for role in roles):
            yield deed_of(command, paths)


def serves(of: Deed, role: Role) -> bool:
    """Say whether a deed asks all that a role has to say: what must be filled in, and for whom where that may be others."""
    row = ROWS.get(of.command, {})
    if role not in row:
        return False
    fields = form_of(of.command).fields
    needed = {each.name for each in fields if each.required and each.kind is not Kind.FIXED}
    if row[role] is Scope.ALL and set(row.values()) != {Scope.ALL} and any(each.name == "person" for each in fields):
        needed.add("person")
    return needed <= {*of.asks, *of.says, *of.show_types} or isinstance(of, GeneratedDeed)


@dataclass(frozen=True)
class GeneratedDeed(Deed):
    """A deed that was made from its command: which fields are asked depends on who comes and on what can be chosen."""

    def fields_for(self, attempt: "Attempt") -> tuple[FormField, ...]:
        """Give what is asked of who comes."""
        role = attempt.visit.session.role
        left_out = {NOT_SEEN, *(OF_THEM if ROWS[self.command].get(role) is not Scope.ALL else ())}
        left_out |= {"source"} if role in FROM_OUTSIDE else set()
        left_out |= {"on", "source"} if self.command.ONLY_NOW else set()
        asked = (each for each in self.fields if each.required or each.name not in left_out)
        return tuple(with_choices((with_people(attempt.visit, each, self.command) for each in asked), attempt))


def deed_of(command: type[Command[Any]], paths: Iterable[str]) -> Deed:
    """Make the deed of a command."""
    fields, title = form_of(command).fields, title_of(command)
    item = item_of(command)
    asks = tuple(each.name for each in fields if each.name not in {item, *NOW})
    about = ABOUT.get(item or "") if command not in UNSEEN else None
    return GeneratedDeed(
        command,
        f"{DO}/{in_address(command.DUTCH)}" + (f"/{{{item}}}" if item else ""),
        title,
        asks,
        {name: partial(_as_now, name) for name in NOW if name in command.model_fields},
        _then(command, item, paths),
        Words(f"Gedaan: {_small(title.nl)}.", f"Done: {_small(title.en)}."),
        None,
        title,
        None,
        about,
        None,
        partial(_starts, asks) if about and command.NEEDS_VERSION else None,
    )


def item_of(command: type[Command[Any]]) -> str | None:
    """Give by which name the address says what a command is given on: what it cannot do without; an entry by what it is in."""
    required = [each.name for each in form_of(command).fields if each.required]
    return "item" if "of" in required else next((name for name in required if name in ITEMS), None)


def _then(command: type[Command[Any]], item: str | None, paths: Iterable[str]) -> str:
    """Give the page of what came of it, or of what it was about; otherwise what there is to do."""
    given = answer_of(command).model_fields
    named = (*(name for name in ITEMS if name in given and given[name].annotation is UUID), item)
    ends = [f"/{{{name}}}" for name in named if name is not None]
    found = (each for end in ends for each in sorted(paths, key=len) if each.endswith(end) and each.count("{") == 1)
    return next(found, "/te-doen")


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _as_now(name: str, attempt: "Attempt") -> int | None:
    return getattr(attempt.about, name, None)


def _starts(asks: tuple[str, ...], about: object) -> Mapping[str, str]:
    """Give what is there now, for who changes it."""
    found: dict[str, str] = {}
    for of in (about, getattr(about, "agreements", None), getattr(about, "content", None)):
        for name in asks:
            value = getattr(of, name, None)
            if isinstance(value, date):
                found |= {f"{name}-day": str(value.day), f"{name}-month": str(value.month), f"{name}-year": str(value.year)}
            elif isinstance(value, bool):
                found[name] = "yes" if value else "no"
            elif isinstance(value, str | int):
                found[name] = str(value)
    return found
