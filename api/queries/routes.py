"""Every question of the API, one row each: where it is asked."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic.alias_generators import to_camel, to_snake

from api.commands.bodies import BodyShape
from api.commands.routes import FROZEN, MEETING, NETWORK, PILOT, PLAN, REQUEST, Tag
from api.queries.serialization import list_in, shown_type
from application.commands.base import answer_of
from application.queries import advice, attention, conversations, meetings, mine, networks, pilot, plans, privacy, register
from application.queries.acts import PossibleActs
from application.queries.auditing import differences, figure_changes, oversight, reasons, record
from application.queries.base import Page, Query
from application.queries.claims import MemberClaimDetails
from application.queries.evaluating import baselines, evaluation, frozen_evaluations
from application.service import OF_NOW as ANSWERED_NOW


@dataclass(frozen=True)
class ReadRoute:
    """
    One way to ask a question.

    Names in braces in the path are fields of the question; ``item`` names the one that is asked for its history.
    """

    path: str
    question: type[Query[Any]]
    tag: Tag
    item: str | None = None
    operation: str | None = None
    own_title: str | None = None
    """What it is called in Dutch, where it asks less than the question could."""
    without: frozenset[str] = field(default_factory=frozenset)
    """Fields of the question that say nothing here."""
    is_open: bool = False
    """Whether it is answered without a token too, as a visitor is told."""
    of_rows: str | None = None
    """Which part of its answer is told as a table, where the answer has several lists."""
    is_costly: bool = False
    """Whether answering takes so long that others would notice, if many asked it at once."""

    @property
    def from_path(self) -> dict[str, str]:
        """Which field of the question each name in the path is; a name that only places it is none."""
        names = re.findall(r"{(\w+)}", self.path)
        if self.item is not None:
            return {self.item: "item"}
        return {name: to_snake(name) for name in names}

    @property
    def only_places(self) -> tuple[str, ...]:
        """Names in the path that say where the item is, and that the question does not need."""
        return tuple(name for name in re.findall(r"{(\w+)}", self.path) if name not in self.from_path)

    @property
    def name(self) -> str:
        """What the operation is called in the document."""
        return self.operation or to_camel(to_snake(self.question.__name__))

    @property
    def dutch(self) -> str:
        return self.own_title or self.question.DUTCH

    @property
    def is_paged(self) -> bool:
        return issubclass(self.question, Page)

    @cached_property
    def is_item(self) -> bool:
        """Whether it shows one item, with a version."""
        return "version" in getattr(answer_of(self.question), "model_fields", {})

    @cached_property
    def rows(self) -> str | None:
        """Which part of its answer is a list, that can also be had as a table; None: none is."""
        return self.of_rows or list_in(shown_type(self.question))

    @property
    def has_position(self) -> bool:
        """Whether its answer follows from the log, so that it can be asked to know of a position."""
        return self.question not in ANSWERED_NOW


@dataclass(frozen=True)
class SearchRoute:
    """
    One way to search by what must not be in an address.

    The question is the body. It changes nothing, so it takes no command id and no version.
    """

    path: str
    question: type[Query[Any]]
    tag: Tag
    name: str
    """What the operation is called in the document."""

    @property
    def dutch(self) -> str:
        return self.question.DUTCH

    @cached_property
    def shape(self) -> BodyShape[Query[Any]]:
        """What its body looks like."""
        return BodyShape((self.question,), OF_NOW | {"position"})


TIMELESS = frozenset({"on", "left_out"})
OF_LOG = TIMELESS | {"auditor", "one_person", "today"}
FILLED_IN = frozenset({"requesters", "hides_sensitive", "hides_closed", "to_come", "asker", "only_published"})
"""What follows from who asks (application.access.queries)."""
OF_NOW = frozenset({"on", "known_at"})
"""What a question does not ask when the vault answers it, which keeps no past."""


def _history(path: str, item: str, tag: Tag, title: str) -> ReadRoute:
    name = item[0].upper() + item[1:]
    return ReadRoute(f"{path}/history", record.History, tag, item, f"historyOf{name}", title, TIMELESS)


MEMBERSHIP = NETWORK + "/memberships/{membership}"

READ_ROUTES = (
    ReadRoute("/rules", record.RulesInForce, Tag.RULES),
    ReadRoute("/rules/versions", record.RulesAdoptedSoFar, Tag.RULES),
    ReadRoute("/rules/differences", differences.RuleDifferences, Tag.RULES),
    ReadRoute("/consent-wordings", record.ConsentWordings, Tag.MEMBERSHIPS),
    ReadRoute("/baselines", baselines.Baselines, Tag.EVALUATIONS),
    _history("/baselines/{baseline}", "baseline", Tag.EVALUATIONS, "geschiedenis van een telling"),
    ReadRoute("/party-member-counts", baselines.PartyMemberCounts, Tag.EVALUATIONS),
    ReadRoute("/pilots", pilot.Pilots, Tag.PILOTS),
    ReadRoute("/wishes", pilot.Wishes, Tag.PILOTS, without=OF_NOW),
    ReadRoute(PILOT + "/talks", pilot.Talks, Tag.PILOTS),
    ReadRoute(PILOT + "/waiting-plans", pilot.WaitingPlans, Tag.PILOTS),
    _history(PILOT, "pilot", Tag.PILOTS, "geschiedenis van een pilot"),
    ReadRoute("/founding-plans", plans.FoundingPlans, Tag.PLANS),
    ReadRoute(PLAN, plans.FoundingPlanDetails, Tag.PLANS),
    ReadRoute(PLAN + "/differences", differences.PlanDifferences, Tag.PLANS),
    _history(PLAN, "plan", Tag.PLANS, "geschiedenis van een oprichtingsplan"),
    ReadRoute("/networks", networks.NetworkDirectory, Tag.NETWORKS),
    ReadRoute(NETWORK, networks.NetworkDetails, Tag.NETWORKS),
    _history(NETWORK, "network", Tag.NETWORKS, "geschiedenis van een netwerk"),
    ReadRoute(NETWORK + "/core-group-contacts", networks.CoreGroupContacts, Tag.NETWORKS, without=OF_NOW),
    ReadRoute(NETWORK + "/memberships", networks.MembersOfNetwork, Tag.MEMBERSHIPS),
    ReadRoute(NETWORK + "/core-group", networks.CoreGroupOnDay, Tag.NETWORKS),
    _history(MEMBERSHIP, "membership", Tag.MEMBERSHIPS, "geschiedenis van een lidmaatschap"),
    ReadRoute(NETWORK + "/growth-days", networks.GrowthCurve, Tag.NETWORKS, without=TIMELESS),
    ReadRoute(NETWORK + "/target-times", networks.TimeToTarget, Tag.NETWORKS),
    ReadRoute("/meetings", meetings.Meetings, Tag.MEETINGS, without=FILLED_IN),
    ReadRoute(
        NETWORK + "/meetings",
        meetings.Meetings,
        Tag.MEETINGS,
        operation="meetingsOfNetwork",
        own_title="bijeenkomsten van een netwerk",
        without=FILLED_IN,
    ),
    ReadRoute(MEETING, meetings.MeetingDetails, Tag.MEETINGS),
    _history(MEETING, "meeting", Tag.MEETINGS, "geschiedenis van een bijeenkomst"),
    ReadRoute("/conversations", conversations.Conversations, Tag.CONVERSATIONS),
    ReadRoute(
        NETWORK + "/conversations",
        conversations.Conversations,
        Tag.CONVERSATIONS,
        operation="conversationsWithNetwork",
        own_title="gesprekken met een netwerk",
    ),
    _history("/conversations/{conversation}", "conversation", Tag.CONVERSATIONS, "geschiedenis van een gesprek"),
    ReadRoute("/lessons", meetings.LessonsOfNetworks, Tag.LESSONS),
    ReadRoute(
        NETWORK + "/lessons",
        meetings.LessonsOfNetworks,
        Tag.LESSONS,
        operation="lessonsOfNetwork",
        own_title="lessen van een netwerk",
    ),
    _history("/lessons/{lessons}", "lessons", Tag.LESSONS, "geschiedenis van geleerde lessen"),
    ReadRoute("/membership-counts", networks.MembershipReport, Tag.MEMBERSHIPS),
    ReadRoute("/merger-invitations", networks.AskedAnew, Tag.MEMBERSHIPS),
    ReadRoute("/advice-requests", advice.AdviceRequests, Tag.ADVICE, without=FILLED_IN),
    ReadRoute(REQUEST, advice.AdviceRequestDetails, Tag.ADVICE),
    _history(REQUEST, "adviceRequest", Tag.ADVICE, "geschiedenis van een adviesvraag"),
    ReadRoute(REQUEST + "/member-calls/answers", advice.AnswersToCalls, Tag.ADVICE),
    ReadRoute(NETWORK + "/member-calls", advice.CallsToMembers, Tag.ADVICE),
    ReadRoute(NETWORK + "/advice", advice.AdviceOfNetwork, Tag.ADVICE),
    ReadRoute("/published-uses", advice.PublishedUses, Tag.ADVICE),
    ReadRoute("/advice-offers", advice.AdviceOffers, Tag.ADVICE),
    _history("/advice-offers/{adviceOffer}", "adviceOffer", Tag.ADVICE, "geschiedenis van een ongevraagd advies"),
    ReadRoute("/decisions", plans.DecisionRegister, Tag.DECISIONS, without=FILLED_IN),
    _history("/decisions/{decision}", "decision", Tag.DECISIONS, "geschiedenis waar een besluit bij hoort"),
    ReadRoute("/evaluations/{pilot}", evaluation.Evaluation, Tag.EVALUATIONS, is_costly=True, of_rows="figures"),
    ReadRoute(
        "/evaluations/{pilot}/history",
        record.History,
        Tag.EVALUATIONS,
        item="pilot",
        operation="historyOfEvaluatedPilot",
        own_title="geschiedenis van de pilot die geëvalueerd wordt",
        without=TIMELESS,
    ),
    ReadRoute("/frozen-evaluations", frozen_evaluations.FrozenEvaluations, Tag.EVALUATIONS, without=FILLED_IN, is_open=True),
    ReadRoute(FROZEN, frozen_evaluations.FrozenEvaluationDetails, Tag.EVALUATIONS, without=FILLED_IN, is_open=True),
    ReadRoute(
        FROZEN + "/corrections",
        frozen_evaluations.CorrectionsSinceFreezing,
        Tag.EVALUATIONS,
        without=FILLED_IN,
        is_costly=True,
        of_rows="corrections",
    ),
    _history(FROZEN, "frozenEvaluation", Tag.EVALUATIONS, "geschiedenis van een bevroren evaluatie"),
    ReadRoute("/reasons", reasons.Why, Tag.HISTORY, is_costly=True, of_rows="lines"),
    ReadRoute("/figure-changes", figure_changes.FigureChanges, Tag.HISTORY, is_costly=True, of_rows="lines"),
    ReadRoute("/events", record.Events, Tag.HISTORY, without=OF_LOG),
    ReadRoute("/corrections", oversight.CorrectionsMade, Tag.HISTORY, without=OF_LOG),
    ReadRoute("/exceptions", oversight.Exceptions, Tag.HISTORY, without=OF_LOG, is_costly=True),
    _history("/events/{event}", "event", Tag.HISTORY, "geschiedenis waar een gebeurtenis bij hoort"),
    _history("/party-memberships/{partyMembership}", "partyMembership", Tag.PARTY, "geschiedenis van een partijlidmaatschap"),
    ReadRoute("/offices", record.OfficesHeld, Tag.OFFICES),
    ReadRoute("/board-members", record.BoardMembers, Tag.OFFICES),
    _history("/offices/{office}", "office", Tag.OFFICES, "geschiedenis van een rol"),
    ReadRoute("/attention", attention.AttentionList, Tag.ATTENTION, operation="attention", without=FILLED_IN),
    ReadRoute("/possible-acts", PossibleActs, Tag.ATTENTION, operation="possibleActs", without=OF_NOW),
    ReadRoute("/service-parts", record.PartsUsed, Tag.OFFICES, operation="serviceParts", without=OF_NOW),
    ReadRoute("/me", record.WhoAmI, Tag.OFFICES, operation="me", without=OF_NOW),
    ReadRoute("/privacy-requests", privacy.PrivacyRequests, Tag.PRIVACY),
    ReadRoute("/reference-liftings", privacy.ReferenceLiftings, Tag.PRIVACY),
    _history("/reference-liftings/{referenceLifting}", "referenceLifting", Tag.PRIVACY, "geschiedenis van een gevraagde naam"),
    ReadRoute("/record-liftings", privacy.RecordLiftings, Tag.PRIVACY),
    _history("/record-liftings/{recordLifting}", "recordLifting", Tag.PRIVACY, "geschiedenis van gevraagde inzage"),
    ReadRoute("/register-imports/{registerImport}", register.RegisterImportDetails, Tag.PARTY, without=OF_NOW),
    ReadRoute("/member-claims/{memberClaim}", MemberClaimDetails, Tag.PARTY, without=OF_NOW),
    ReadRoute("/register-differences", register.RegisterDifferences, Tag.PARTY, is_costly=True, without=OF_NOW),
    ReadRoute("/me/file", privacy.MyFile, Tag.PRIVACY, without=OF_NOW),
    ReadRoute("/me/networks", mine.MyNetworks, Tag.NETWORKS, without=OF_NOW),
    ReadRoute("/me/requests", mine.MyRequests, Tag.ADVICE, without=OF_NOW),
    ReadRoute("/me/plans", mine.MyPlans, Tag.PLANS, without=OF_NOW),
)

# POST and not GET (ADR-0009): an address is kept in logs of servers and proxies and in the history of a browser. The name
# of a person must not be in there, least of all beside the fact that it was looked for among the members of a party.
SEARCH_ROUTES = (SearchRoute("/person-searches", record.PeopleNamed, Tag.PARTY, "findPeople"),)

NAMED_BY_EVENT = frozenset({"decision", "event"})
"""Items that go by the name of an event (``aggregate:version``): their history is that of the aggregate."""
