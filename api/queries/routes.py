"""Every question of the API, one row each: where it is asked and what it is called in Dutch."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic.alias_generators import to_camel

from api.commands.bodies import BodyShape
from api.commands.routes import MEETING, NETWORK, PILOT, PLAN, REQUEST, Tag
from application.access.redaction import OF_THE_VAULT
from application.queries.advice import (
    AdviceOffers,
    AdviceRequestDetails,
    AdviceRequests,
    AnswersToCalls,
    CallsToMembers,
    PublishedUses,
)
from application.queries.attention import AttentionList
from application.queries.base import Page, Query
from application.queries.baselines import Baselines, PartyMemberCounts
from application.queries.conversations import Conversations
from application.queries.evaluation import Evaluation
from application.queries.meetings import LessonsOfNetworks, MeetingDetails, Meetings
from application.queries.networks import (
    AskedAnew,
    GrowthCurve,
    MembershipReport,
    MembersOfNetwork,
    NetworkDetails,
    NetworkDirectory,
    TimeToTarget,
)
from application.queries.pilot import Pilots, Talks, WaitingPlans
from application.queries.plans import DecisionRegister, FoundingPlanDetails, FoundingPlans
from application.queries.record import Events, History, OfficesHeld, PersonNamed, RulesAdoptedSoFar, WhoAmI, Why


@dataclass(frozen=True)
class ReadRoute:
    """
    One way to ask a question.

    Names in braces in the path are fields of the question; ``item`` names the one that is asked for its history.
    """

    path: str
    question: type[Query[Any]]
    tag: Tag
    dutch: str
    item: str | None = None
    operation: str | None = None
    without: frozenset[str] = field(default_factory=frozenset)
    """Fields of the question that say nothing here."""

    @property
    def from_path(self) -> dict[str, str]:
        """Which field of the question each name in the path is; a name that only places it is none."""
        names = re.findall(r"{(\w+)}", self.path)
        if self.item is not None:
            return {self.item: "item"}
        return {name: re.sub("([A-Z])", r"_\1", name).lower() for name in names}

    @property
    def only_places(self) -> tuple[str, ...]:
        """Names in the path that say where the item is, and that the question does not need."""
        return tuple(name for name in re.findall(r"{(\w+)}", self.path) if name not in self.from_path)

    @property
    def name(self) -> str:
        """What the operation is called in the document."""
        return self.operation or to_camel(self.question.__name__[0].lower() + self.question.__name__[1:])

    @property
    def is_paged(self) -> bool:
        """Whether it has pages."""
        return issubclass(self.question, Page)

    @property
    def has_position(self) -> bool:
        """Whether its answer follows from the log, so that it can be asked to know of a position."""
        return not issubclass(self.question, OF_THE_VAULT)


@dataclass(frozen=True)
class SearchRoute:
    """
    One way to search by what must not be in an address.

    The question is the body. It changes nothing, so it takes no command id and no version.
    """

    path: str
    question: type[Query[Any]]
    tag: Tag
    dutch: str
    name: str
    """What the operation is called in the document."""

    @cached_property
    def shape(self) -> BodyShape[Query[Any]]:
        """What its body looks like."""
        return BodyShape((self.question,), OF_NOW | {"position"})


TIMELESS = frozenset({"on"})
FILLED_IN = frozenset({"requester", "hides_sensitive", "asker"})
"""What follows from who asks (application.access.queries)."""
OF_NOW = frozenset({"on", "known_at"})
"""What a question does not ask when the vault answers it, which keeps no past."""


def _history(path: str, item: str, tag: Tag, dutch: str) -> ReadRoute:
    name = item[0].upper() + item[1:]
    return ReadRoute(f"{path}/history", History, tag, dutch, item, f"historyOf{name}", TIMELESS)


MEMBERSHIP = NETWORK + "/memberships/{membership}"

READ_ROUTES = (
    ReadRoute("/rules", RulesAdoptedSoFar, Tag.RULES, "vastgestelde spelregels"),
    ReadRoute("/baselines", Baselines, Tag.EVALUATIONS, "nulmetingen"),
    _history("/baselines/{baseline}", "baseline", Tag.EVALUATIONS, "geschiedenis van een nulmeting"),
    ReadRoute("/party-member-counts", PartyMemberCounts, Tag.EVALUATIONS, "aantallen partijleden"),
    ReadRoute("/pilots", Pilots, Tag.PILOTS, "pilots"),
    ReadRoute(PILOT + "/talks", Talks, Tag.PILOTS, "gesprekkenlijst"),
    ReadRoute(PILOT + "/waiting-plans", WaitingPlans, Tag.PILOTS, "wachtlijst"),
    _history(PILOT, "pilot", Tag.PILOTS, "geschiedenis van een pilot"),
    ReadRoute("/founding-plans", FoundingPlans, Tag.PLANS, "oprichtingsplannen"),
    ReadRoute(PLAN, FoundingPlanDetails, Tag.PLANS, "oprichtingsplan"),
    _history(PLAN, "plan", Tag.PLANS, "geschiedenis van een oprichtingsplan"),
    ReadRoute("/networks", NetworkDirectory, Tag.NETWORKS, "partijnetwerken"),
    ReadRoute(NETWORK, NetworkDetails, Tag.NETWORKS, "partijnetwerk"),
    _history(NETWORK, "network", Tag.NETWORKS, "geschiedenis van een netwerk"),
    ReadRoute(NETWORK + "/memberships", MembersOfNetwork, Tag.MEMBERSHIPS, "netwerkleden"),
    _history(MEMBERSHIP, "membership", Tag.MEMBERSHIPS, "geschiedenis van een lidmaatschap"),
    ReadRoute(NETWORK + "/growth-days", GrowthCurve, Tag.NETWORKS, "groei van dag tot dag", without=TIMELESS),
    ReadRoute(NETWORK + "/target-times", TimeToTarget, Tag.NETWORKS, "tijd tot het streefaantal"),
    ReadRoute("/meetings", Meetings, Tag.MEETINGS, "bijeenkomsten"),
    ReadRoute(NETWORK + "/meetings", Meetings, Tag.MEETINGS, "bijeenkomsten van een netwerk", operation="meetingsOfNetwork"),
    ReadRoute(MEETING, MeetingDetails, Tag.MEETINGS, "bijeenkomst"),
    _history(MEETING, "meeting", Tag.MEETINGS, "geschiedenis van een bijeenkomst"),
    ReadRoute("/conversations", Conversations, Tag.CONVERSATIONS, "gesprekken over het aantal leden"),
    ReadRoute(
        NETWORK + "/conversations",
        Conversations,
        Tag.CONVERSATIONS,
        "gesprekken met een netwerk",
        operation="conversationsWithNetwork",
    ),
    _history("/conversations/{conversation}", "conversation", Tag.CONVERSATIONS, "geschiedenis van een gesprek"),
    ReadRoute("/lessons", LessonsOfNetworks, Tag.LESSONS, "geleerde lessen"),
    ReadRoute(NETWORK + "/lessons", LessonsOfNetworks, Tag.LESSONS, "lessen van een netwerk", operation="lessonsOfNetwork"),
    _history("/lessons/{lessons}", "lessons", Tag.LESSONS, "geschiedenis van geleerde lessen"),
    ReadRoute("/membership-counts", MembershipReport, Tag.MEMBERSHIPS, "ledentallen"),
    ReadRoute("/merger-invitations", AskedAnew, Tag.MEMBERSHIPS, "na samenvoeging opnieuw gevraagd"),
    ReadRoute("/advice-requests", AdviceRequests, Tag.ADVICE, "adviesaanvragen", without=FILLED_IN),
    ReadRoute(REQUEST, AdviceRequestDetails, Tag.ADVICE, "adviesaanvraag"),
    _history(REQUEST, "adviceRequest", Tag.ADVICE, "geschiedenis van een adviesaanvraag"),
    ReadRoute(REQUEST + "/member-calls/answers", AnswersToCalls, Tag.ADVICE, "wat leden meedachten"),
    ReadRoute(NETWORK + "/member-calls", CallsToMembers, Tag.ADVICE, "waarover leden kunnen meedenken"),
    ReadRoute("/published-uses", PublishedUses, Tag.ADVICE, "openbare terugkoppeling"),
    ReadRoute("/advice-offers", AdviceOffers, Tag.ADVICE, "ongevraagd advies"),
    _history("/advice-offers/{adviceOffer}", "adviceOffer", Tag.ADVICE, "geschiedenis van een ongevraagd advies"),
    ReadRoute("/decisions", DecisionRegister, Tag.DECISIONS, "besluitenregister"),
    _history("/decisions/{decision}", "decision", Tag.DECISIONS, "geschiedenis waar een besluit bij hoort"),
    ReadRoute("/evaluations/{pilot}", Evaluation, Tag.EVALUATIONS, "evaluatie van een pilot"),
    ReadRoute(
        "/evaluations/{pilot}/history",
        History,
        Tag.EVALUATIONS,
        "geschiedenis van de pilot die geëvalueerd wordt",
        "pilot",
        "historyOfEvaluatedPilot",
        TIMELESS,
    ),
    ReadRoute("/reasons", Why, Tag.HISTORY, "waar een cijfer of stand op steunt"),
    ReadRoute("/events", Events, Tag.HISTORY, "gebeurtenissen", without=TIMELESS),
    _history("/events/{event}", "event", Tag.HISTORY, "geschiedenis waar een gebeurtenis bij hoort"),
    _history("/party-memberships/{partyMembership}", "partyMembership", Tag.PARTY, "geschiedenis van een partijlidmaatschap"),
    ReadRoute("/offices", OfficesHeld, Tag.OFFICES, "wie welke rol heeft"),
    _history("/offices/{office}", "office", Tag.OFFICES, "geschiedenis van een rol"),
    ReadRoute("/attention", AttentionList, Tag.ATTENTION, "aandachtslijst", operation="attention", without=FILLED_IN),
    ReadRoute("/me", WhoAmI, Tag.OFFICES, "wie ben ik", operation="me", without=OF_NOW),
)

# POST and not GET (ADR-0009): an address is kept in logs of servers and proxies and in the history of a browser. The name
# of a person must not be in there, least of all beside the fact that it was looked for among the members of a party.
SEARCH_ROUTES = (SearchRoute("/person-searches", PersonNamed, Tag.PARTY, "iemand zoeken op de hele naam", "findPerson"),)

NAMED_BY_EVENT = frozenset({"decision", "event"})
"""Items that go by the name of an event (``aggregate:version``): their history is that of the aggregate."""
