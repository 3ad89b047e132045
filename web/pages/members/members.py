"""The people of a network: its members, for those who work with them and say what for, and its core group."""

from collections.abc import Iterator
from uuid import UUID

from application.commands.networks import AppointChair, AppointCoreGroupMember, EndSeat, StateCoreGroupMix, TakeSeat
from application.language.evaluation.words import PLACES
from application.language.words import WORDS, Words
from application.ports.vault.looks import LookPurpose
from application.queries.networks import MemberEntry, MembersOfNetwork, NetworkDetails
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from infrastructure.tables import TableColumn
from web.asking.deed import deed
from web.page import Facts, page
from web.visit import MOST, Visit

PURPOSE = "waarvoor"
NOT_KNOWN = Words("", "")


@page("/netwerken/{network}/leden", Words("Leden van dit netwerk", "Members of this network"), has_past=False, names_people=True)
def members(visit: Visit, network: UUID) -> Facts:
    """Who are members, on the screen and as a spreadsheet, once it was said what for: those who are on it can see that."""
    of = visit.ask(NetworkDetails(network=network))
    purpose = next((each for each in LookPurpose if each == visit.query.get(PURPOSE)), None)
    if purpose is None:
        if not visit.reaches(MembersOfNetwork, network):
            visit.ask(MembersOfNetwork(network=network))  # is refused: whoever may not see it is not asked what for
        return {"of": of, "purposes": [(each.value, visit.tell(WORDS[LookPurpose][each])) for each in LookPurpose]}
    columns = (
        TableColumn[MemberEntry](
            Words("Naam", "Name"), lambda each: each.name or visit.say("(naam niet te zien)", "(name not shown)")
        ),
        TableColumn[MemberEntry](Words("Lid sinds", "Member since"), lambda each: day_of(each.joined_at)),
        TableColumn[MemberEntry](Words("In de kerngroep", "In the core group"), lambda each: each.in_core_group),
        TableColumn[MemberEntry](
            Words("Provincie", "Province"), lambda each: visit.tell(PLACES.get(each.province or "", NOT_KNOWN))
        ),
    )
    listed = sorted(everybody(visit, network, purpose), key=lambda each: (each.name or "").casefold())
    return {
        "of": of,
        "purposes": (),
        "members": visit.table(Words("Leden", "Members"), columns, listed),
        "purpose": visit.tell(purpose),
    }


def everybody(visit: Visit, network: UUID, purpose: LookPurpose) -> Iterator[MemberEntry]:
    """Give all members of a network: the list keeps what it was looked at for."""
    question = MembersOfNetwork(network=network, limit=MOST)
    answer = visit.service.query(question, session=visit.session, purpose=purpose)
    yield from answer.items
    while answer.more:
        question = question.model_copy(update={"position": answer.position, "after": answer.last_key})
        answer = visit.service.query(question, session=visit.session, purpose=purpose)
        yield from answer.items


@page("/netwerken/{network}/kerngroep", Words("De kerngroep", "The core group"), has_past=False, names_people=True)
def core_group(visit: Visit, network: UUID) -> Facts:
    """Who is in the core group, and what may be done about that."""
    found = everybody(visit, network, LookPurpose.NETWORK_WORK)
    own = visit.session.network == network
    return {
        "of": visit.ask(NetworkDetails(network=network)),
        "seats": [each for each in found if each.in_core_group],
        "is_own": own,
        "appoints": visit.session.role is Role.PARTY_BUREAU,
    }


SEATS = "/netwerken/{network}/kerngroep"

appoint = deed(
    AppointCoreGroupMember,
    at=f"{SEATS}/aanstellen",
    about=lambda network: NetworkDetails(network=network),
    title=Words("Stel iemand aan in de kerngroep", "Appoint somebody to the core group"),
    lead=Words(
        "Alleen wie lid is van het netwerk, kan in de kerngroep.", "Only a member of the network can be in its core group."
    ),
    asks=("person", "told_by", "on", "source"),
    then=SEATS,
    done=Words("Dit lid zit nu in de kerngroep.", "This member is in the core group now."),
)

appoint_chair = deed(
    AppointChair,
    at=f"{SEATS}/voorzitter",
    about=lambda network: NetworkDetails(network=network),
    asks=("person", "told_by", "on", "source"),
    then=SEATS,
    done=Words("De kerngroep heeft een voorzitter.", "The core group has a chair."),
)

step_down = deed(
    EndSeat,
    at=f"{SEATS}/verlaten",
    about=lambda network: NetworkDetails(network=network),
    title=Words("Ga uit de kerngroep", "Step down from the core group"),
    lead=Words(
        "U blijft lid van het netwerk. Een reden is niet nodig.", "You stay a member of the network. No reason is needed."
    ),
    asks=("person", "on", "source"),
    then="/te-doen",  # who has no seat any more asks nothing of the network in that role
    done=Words("Dit lid zit niet meer in de kerngroep.", "This member is no longer in the core group."),
)

experience = deed(
    StateCoreGroupMix,
    at=f"{SEATS}/ervaring",
    about=lambda network: NetworkDetails(network=network),
    lead=Words("Alleen het aantal telt. Niemand vraagt wie.", "Only the number counts. Nobody asks who."),
    asks=("with_experience", "person", "on"),
    then=SEATS,
    done=Words("Het aantal is vastgelegd.", "The number was recorded."),
)

take_seat = deed(
    TakeSeat,
    at=f"{SEATS}/plek-innemen",
    about=lambda network: NetworkDetails(network=network),
    title=Words("Kom in de kerngroep", "Join the core group"),
    lead=Words(
        "Het Landelijk Bestuur liet plekken vrij voor leden van dit netwerk. U zit meteen in de kerngroep. "
        "De andere mensen in de kerngroep zien dan uw naam. U kunt er altijd weer uit, een reden is niet nodig.",
        "The National Board left places in the core group open to members of this network. You are in the core group at once. "
        "The others in the core group then see your name. You can step down at any time, no reason is needed.",
    ),
    button=Words("Ik kom in de kerngroep", "I join the core group"),
    then="/te-doen",
    done=Words("U zit nu in de kerngroep.", "You are in the core group now."),
    next=Words(
        "Kies bovenaan de kerngroep als uw rol. Onder Kerngroep vindt u wat er te doen is.",
        "Choose the core group as your role at the top. Under Core group you find what there is to do.",
    ),
)
