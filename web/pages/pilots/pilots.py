"""The pilots of the party: their places, the plans that wait for one, and the talks with groups that want a network."""

from collections.abc import Callable, Sequence
from uuid import UUID

from application.commands.pilot import EndPilot, OfferPlace, RecordInterest, RecordTalk
from application.language.words import Words
from application.queries.pilot import PilotEntry, Pilots, TalkEntry, Talks, WaitingEntry, WaitingPlans
from infrastructure.tables import TableColumn
from web.asking.deed import deed
from web.asking.possible import possible
from web.page import Facts, page
from web.refusals import NOT_THERE, PageRefused
from web.visit import Visit


@page("/pilots", Words("Pilots", "Pilots"))
def pilots(visit: Visit) -> Facts:
    """Every pilot there is or was, with its places."""
    columns = (
        TableColumn[PilotEntry](Words("Pilot", "Pilot"), period(visit), lambda each: visit.address_of("pilot", each.pilot)),
        TableColumn[PilotEntry](Words("Plekken", "Places"), lambda each: each.places),
        TableColumn[PilotEntry](Words("Bezet", "Taken"), lambda each: each.taken),
        TableColumn[PilotEntry](Words("Eindigde op", "Ended on"), lambda each: each.ended_at and each.ended_at.date()),
    )
    return {"pilots": visit.table(Words("Pilots", "Pilots"), columns, list(visit.all_of(Pilots())))}


@page("/pilots/{pilot}", Words("Pilot", "Pilot"))
def pilot(visit: Visit, pilot: UUID) -> Facts:
    """One pilot: its places, the waiting list in its order, and the talks."""
    found = next((each for each in visit.all_of(Pilots()) if each.pilot == pilot), None)
    if found is None:
        raise PageRefused(NOT_THERE)
    waiting = list(visit.all_of(WaitingPlans(pilot=pilot))) if visit.may(WaitingPlans) else None
    talks = list(visit.all_of(Talks(pilot=pilot))) if visit.may(Talks) else None
    return {
        "pilot": found,
        "period": period(visit)(found),
        "possible": possible(visit, pilot, main=(EndPilot,) if found.last_day <= visit.today else ()),
        "waiting": waiting and visit.table(Words("Wachtlijst", "Waiting list"), waiting_columns(visit), waiting),
        "talks": talks and visit.table(Words("Gesprekken met groepen", "Talks with groups"), talk_columns(visit), talks),
        "may_read": visit.may(WaitingPlans),
        "may_offer": visit.may(OfferPlace) and found.ended_at is None and not visit.past,
        "may_talk": visit.may(RecordTalk) and found.ended_at is None and not visit.past,
        "to_offer": [each for each in waiting or () if not each.offered],
        "to_talk_with": [each for each in talks or () if each.talked_at is None],
    }


def period(visit: Visit) -> Callable[[PilotEntry], str]:
    """Call a pilot by the time that it takes: its label is for programs."""
    words = visit.say("Pilot van {} tot en met {}", "Pilot from {} up to and including {}")
    return lambda each: words.format(visit.tell(each.first_day), visit.tell(each.last_day))


def waiting_columns(visit: Visit) -> Sequence[TableColumn[WaitingEntry]]:
    """Give the columns of a waiting list, in the order in which plans were complete."""
    return (
        TableColumn[WaitingEntry](
            Words("Plan", "Plan"), lambda each: each.name, lambda each: visit.address_of("plan", each.plan)
        ),
        TableColumn[WaitingEntry](Words("Compleet sinds", "Complete since"), lambda each: each.complete_at.date()),
        TableColumn[WaitingEntry](Words("Plek aangeboden", "Place offered"), lambda each: each.offered),
    )


def talk_columns(visit: Visit) -> Sequence[TableColumn[TalkEntry]]:
    """Give the columns of the list of talks, in the order in which groups came."""
    return (
        TableColumn[TalkEntry](Words("Groep", "Group"), lambda each: each.theme),
        TableColumn[TalkEntry](Words("Soort netwerk", "Kind of network"), lambda each: visit.tell(each.network_type)),
        TableColumn[TalkEntry](Words("Meldde zich op", "Came on"), lambda each: each.interest_at.date()),
        TableColumn[TalkEntry](Words("Gesprek op", "Talk on"), lambda each: each.talked_at and each.talked_at.date()),
        TableColumn[TalkEntry](
            Words("Wat eruit kwam", "What came of it"), lambda each: each.outcome and visit.tell(each.outcome)
        ),
    )


PAGE = "/pilots/{pilot}"

offer_place = deed(
    OfferPlace,
    at="/pilots/{pilot}/plek/{plan}",
    about=lambda pilot, plan: WaitingPlans(pilot=pilot),  # noqa: ARG005  # of all in the address one is asked about
    quote=lambda waiting, plan: next((each.name for each in waiting.items if each.plan == plan), ""),
    title=Words("Bied een plek aan", "Offer a place"),
    lead=Words("U biedt dit plan een plek in de pilot aan:", "You offer this plan a place in the pilot:"),
    starts=lambda _: {"decided.0.form": "meeting"},
    asks=("decided", "out_of_order_because"),
    then=PAGE,
    done=Words("De plek is aangeboden.", "The place has been offered."),
    next=Words("Het bestuur kan het netwerk nu oprichten.", "The board can now found the network."),
)

end_pilot = deed(
    EndPilot,
    at="/pilots/{pilot}/einde",
    title=Words("Beëindig de pilot", "End the pilot"),
    lead=Words(
        "De netwerken blijven bestaan. Plannen hoeven dan niet meer op een plek te wachten.",
        "The networks stay. Plans then no longer wait for a place.",
    ),
    asks=("decided",),
    then=PAGE,
    done=Words("De pilot is beëindigd.", "The pilot has ended."),
)

record_interest = deed(
    RecordInterest,
    at="/pilots/{pilot}/belangstelling",
    title=Words("Leg belangstelling vast", "Record interest"),
    asks=("theme", "network_type"),
    then=PAGE,
    done=Words("De groep staat op de lijst.", "The group is on the list."),
    next=Words("Maak een afspraak voor een gesprek.", "Make an appointment for a talk."),
)

record_talk = deed(
    RecordTalk,
    at="/pilots/{pilot}/gesprek/{group}",
    about=lambda pilot, group: Talks(pilot=pilot),  # noqa: ARG005  # of all in the address one is asked about
    quote=lambda talks, group: next((each.theme for each in talks.items if each.group == group), ""),
    title=Words("Leg een gesprek vast", "Record a talk"),
    lead=Words("Het gesprek was met deze groep:", "The talk was with this group:"),
    asks=("outcome",),
    then=PAGE,
    done=Words("Het gesprek is vastgelegd.", "The talk has been recorded."),
)
