"""The desk of a core group: what waits, who and what there is in its network; and its lessons."""

from uuid import UUID

from application.commands.lessons import AnswerLessons, TellLessons
from application.language.words import Words
from application.queries.advice import AnswersToCalls
from application.queries.attention import AttentionList
from application.queries.auditing.record import History
from application.queries.base import Many, Query
from application.queries.meetings import LessonsEntry, LessonsOfNetworks, Meetings
from application.queries.networks import NetworkDetails
from domain.kernel.acts import Role
from web.asking.deed import deed
from web.page import Facts, Menu, page
from web.pages.meetings.meetings import still_to_come
from web.refusals import NOT_SIGNED_IN, PageRefused
from web.visit import Visit


@page(
    "/kerngroep",
    Words("Uw kerngroep", "Your core group"),
    has_past=False,
    names_people=True,
    menu=Menu(15, Words("Kerngroep", "Core group"), asks=AnswersToCalls),
)
def desk(visit: Visit) -> Facts:
    """Everything of the week on one page: what waits, the next meetings, and where the rest is."""
    looked = visit.wearing(AnswersToCalls)
    network = looked.session.network
    if looked.session.role is not Role.CORE_GROUP or network is None:
        raise PageRefused(NOT_SIGNED_IN)
    of = looked.ask(NetworkDetails(network=network))
    return {
        "of": of,
        "face": visit.faces.get(network),
        "at": f"/netwerken/{visit.network_addresses.get(network, network)}",
        "waiting": sorted(looked.ask(AttentionList()).items, key=lambda each: not each.overdue)[:5],
        "coming": still_to_come(visit, looked.all_of(Meetings(network=network)))[:3],
    }


@page("/netwerken/{network}/lessen", Words("Wat de kerngroep leerde", "What the core group learned"))
def lessons(visit: Visit, network: UUID) -> Facts:
    """What worked, what did not and what the party should change, by half year."""
    told = list(visit.all_of(LessonsOfNetworks(network=network)))
    return {
        "of": visit.ask(NetworkDetails(network=network)),
        "told": told[::-1],
        "tells": visit.reaches(TellLessons, network) or visit.session.network == network,
        "answers": visit.may(AnswerLessons),
        "has_history": visit.reaches(History, network),
    }


tell_lessons = deed(
    TellLessons,
    at="/netwerken/{network}/lessen/vertellen",
    about=lambda network: NetworkDetails(network=network),
    title=Words("Vertel wat u leerde", "Tell what you learned"),
    lead=Words(
        "Eén antwoord is genoeg. Vertelt u het opnieuw, dan telt het nieuwste.",
        "One answer is enough. Told again, the newest counts.",
    ),
    asks=("what_worked", "what_did_not", "what_to_change", "half_year", "person", "on"),
    then="/netwerken/{network}/lessen",
    done=Words("Wat u leerde is vastgelegd.", "What you learned was recorded."),
    next=Words("Het partijbureau en het Landelijk Bestuur lezen het.", "The party bureau and the National Board read it."),
)


def lessons_of(network: UUID, lessons: UUID) -> Query[Many[LessonsEntry]]:  # noqa: ARG001  # both are in the address
    return LessonsOfNetworks(network=network)


def wished(told: Many[LessonsEntry], lessons: UUID) -> str:
    """Give what the core group wants changed, which the board answers."""
    return next((each.what_to_change or "" for each in told.items if each.lessons == lessons), "")


answer_lessons = deed(
    AnswerLessons,
    at="/netwerken/{network}/lessen/{lessons}/antwoord",
    about=lessons_of,
    quote=wished,
    asks=("answer", "decided", "on", "source"),
    then="/netwerken/{network}/lessen",
    done=Words("Het antwoord staat bij de lessen.", "The answer stands with the lessons."),
    next=Words(
        "De kerngroep leest het antwoord, en het komt in de evaluatie.",
        "The core group reads the answer, and it comes into the evaluation.",
    ),
)
