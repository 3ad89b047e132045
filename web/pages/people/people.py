"""People as the bureau handles them: found by the beginning of a name, and what can be done for each."""

from collections.abc import Sequence
from urllib.parse import urlencode

from pydantic import ValidationError

from application.commands import party
from application.commands.base import Command
from application.commands.privacy import RecordPrivacyRequest
from application.language.forms.titles import title_of
from application.language.words import Words
from application.queries.auditing.record import PeopleFound, PeopleNamed, PersonFound
from web.asking.people import told_apart
from web.drawing.marks import mark_of
from web.generated.deeds import item_of, serves
from web.page import Facts, Menu, page
from web.sitemap import site
from web.visit import Visit

OF_ONE: Sequence[type[Command]] = (
    party.CorrectPerson,
    party.RecordAddress,
    party.RecordAddressBounced,
    party.StartPartyMembership,
    party.AnnouncePartyEnd,
    party.UndoPartyEnd,
    RecordPrivacyRequest,
)
"""What is done for one person; the form then has whom it is about."""
OF_SEVERAL: Sequence[type[Command]] = (
    party.RegisterPartyMember,
    party.RegisterPartyMembers,
    party.MergePersons,
    party.UndoPersonMerger,
)


NOBODY = "-"
"""Is asked when no name was typed, so that who may not look people up is refused."""


@page(
    "/mensen",
    Words("Mensen", "People"),
    has_past=False,
    names_people=True,
    menu=Menu(26, Words("Mensen", "People"), asks=PeopleNamed),
)
def people(visit: Visit) -> Facts:
    """Up to ten of whom the name begins so, told apart by province and year of birth; the rest asks for more of the name."""
    typed = visit.query.get("naam", "").strip()
    found = _named(visit, typed or NOBODY)
    return {
        "typed": typed,
        "found": found,
        "told": [(told_apart(visit, each), mark_of(each.person), _ways(visit, each)) for each in found.people] if found else [],
        "others": [(visit.tell(title_of(each)), _at(visit, each)) for each in OF_SEVERAL],
    }


def _named(visit: Visit, name: str) -> PeopleFound | None:
    try:
        return visit.ask(PeopleNamed(name=name))
    except ValidationError:
        return None


def _ways(visit: Visit, of: PersonFound) -> list[tuple[str, str]]:
    """Give what can be done for somebody, each with the form that is about them already."""
    return [(visit.tell(title_of(each)), f"{_at(visit, each)}?{urlencode({'person': mark_of(of.person)})}") for each in OF_ONE]


def _at(visit: Visit, command: type[Command]) -> str:
    """Give where a command that is about nothing in its address is."""
    deeds = site().deeds.values()
    return next(
        each.at for each in deeds if each.command is command and not item_of(command) and serves(each, visit.session.role)
    )
