"""
The facts, each with its past. Rows are never overwritten: a row that is held no longer gets its ``until``.

``since`` and ``until`` are the positions between which a row was held to be true; times in the world are microseconds
since 1970 (UTC), ``FOREVER`` where something has not ended. ``owner`` is the aggregate
whose events make the row, ``event`` the one that made it, ``at`` when that happened.
"""

from typing import Any

from sqlalchemy import JSON, BigInteger, Boolean, Column, Index, Integer, MetaData, String, Table, Text

from domain.advice.offer import AdviceOffer
from domain.advice.request import AdviceRequest
from domain.kernel.events import Aggregate
from domain.networks.conversation import Conversation
from domain.networks.lessons import Lessons
from domain.networks.meeting import Meeting
from domain.networks.membership import Membership
from domain.networks.network import Network
from domain.party.office import Office
from domain.party.party_membership import PartyMembership
from domain.party.privacy_request import PrivacyRequest
from domain.party.record_lifting import RecordLifting
from domain.party.reference_lifting import ReferenceLifting
from domain.pilot.baseline import Baseline
from domain.pilot.frozen_evaluation import FrozenEvaluation
from domain.pilot.pilot import Pilot
from domain.plans.founding_plan import FoundingPlan

FOREVER = 2**62
ALWAYS = -FOREVER
"""From its beginning on, whenever that is found to have been."""

metadata = MetaData()
Number = BigInteger().with_variant(Integer, "sqlite")


def _facts(name: str, *columns: Column[object], of: tuple[type[Aggregate], ...] = (), by_owner: bool = True) -> Table:
    """
    Make a table of facts.

    :param of: whose events change its rows, by the kind of aggregate; of no kind: rows are only ever added
    """
    table = Table(
        name,
        metadata,
        Column("fact", Number, primary_key=True, autoincrement=True),
        Column("owner", String(36), nullable=False),
        *columns,
        Column("event", String(60), nullable=False),
        Column("at", BigInteger, nullable=False),
        Column("since", BigInteger, nullable=False),
        Column("until", BigInteger, nullable=False, default=FOREVER),
        info={"of": {kind.__name__ for kind in of}},
    )
    if by_owner:
        Index(f"{name}_by_owner", table.c.owner, table.c.until)
    return table


def _views(name: str, *columns: Column[Any], of: type[Aggregate]) -> Table:
    """
    Make a table of views: a row for each moment at which an item changed (projections.views).

    ``key`` is the place of an item in a list of its kind. Of what never was, every column is null but those of the row itself.
    """
    table = _facts(name, Column("key", Text), *columns, Column("view", Text), of=(of,))
    Index(f"{name}_in_order", table.c.key, table.c.until, table.c.since)
    return table


position = Table(
    "position",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("mark", String(64), nullable=False),
)
"""Up to where events are told, and which event that is: of a log that was put back another may be there, or none."""

networks = _facts(
    "networks",
    Column("name", Text, nullable=False),
    Column("network_type", String(40), nullable=False),
    Column("label", String(80)),
    Column("sensitive", Boolean, nullable=False),
    Column("agreements", JSON, nullable=False),
    Column("ends_on", String(10)),
    Column("purpose_version", Integer, nullable=False),
    Column("begun_at", BigInteger, nullable=False),
    Column("begun_by", String(60), nullable=False),
    Column("closed_at", BigInteger, nullable=False, default=FOREVER),
    Column("closed_by", String(60)),
    Column("merged_into", String(36)),
    Column("reopened_by", String(60)),
    Column("reopened_at", BigInteger),
    Column("merger_withdrawn_at", BigInteger),
    Column("suspended", Boolean, nullable=False),
    Column("suspension_by", String(60)),
    Column("dormant_since", BigInteger),
    Column("dormancy_by", String(60)),
    Column("too_small_since", BigInteger),
    Column("repair_by", String(10)),
    Column("not_repaired_since", BigInteger),
    Column("renewal_asked_at", BigInteger),
    Column("chair", String(40)),
    Column("existed_since", String(10)),
    Column("pilot", String(36)),
    Column("plan", String(36)),
    Column("plan_version", Integer),
    Column("rules_version", String(40)),
    Column("version", Integer, nullable=False),
    of=(Network,),
)
_IS_TOO_SMALL = networks.c.too_small_since.is_not(None)
# Most urgent first, so that a list of what needs somebody reads no more than a page of it; the same for plans below.
Index(
    "networks_too_small",
    networks.c.repair_by,
    networks.c.too_small_since,
    networks.c.owner,
    sqlite_where=_IS_TOO_SMALL,
    postgresql_where=_IS_TOO_SMALL,
)

network_names = _facts(
    "network_names",
    Column("name", Text, nullable=False),
    Column("named_at", BigInteger, nullable=False),
    of=(Network,),
)
"""What each network was called since when; ``networks`` has what it is called as it is known."""

memberships = _facts(
    "memberships",
    Column("network", String(36), nullable=False),
    Column("reference", String(40), nullable=False),
    Column("purpose_version", Integer, nullable=False),
    Column("entries", Text, nullable=False),
    Column("statistics", Text),
    Column("sealed_in", String(20)),
    of=(Membership,),
)

membership_periods = _facts(
    "membership_periods",
    Column("network", String(36), nullable=False),
    Column("reference", String(40), nullable=False),
    Column("begun_at", BigInteger, nullable=False),
    Column("begun_by", String(60), nullable=False),
    Column("ended_at", BigInteger, nullable=False, default=FOREVER),
    Column("ended_by", String(60)),
    by_owner=False,
    of=(Membership,),
)
# A list of members goes through it in order, and a count needs nothing else; as of any moment alike. One owner's periods
# are found through its network, so that a join writes in one index less.
Index(
    "membership_periods_by_network",
    membership_periods.c.network,
    membership_periods.c.owner,
    membership_periods.c.until,
    membership_periods.c.since,
    membership_periods.c.begun_at,
    membership_periods.c.ended_at,
)

membership_endings = _facts(
    "membership_endings", Column("ending", String(40), nullable=False), Column("cause", String(60)), by_owner=False
)
"""Why memberships ended other than by leaving, by the event, and which closing caused it."""

seats = _facts(
    "seats",
    Column("reference", String(40), nullable=False),
    Column("entries", Text, nullable=False),
    of=(Network,),
)

seat_periods = _facts(
    "seat_periods",
    Column("reference", String(40), nullable=False),
    Column("membership", String(36), nullable=False),
    Column("begun_at", BigInteger, nullable=False),
    Column("begun_by", String(60), nullable=False),
    Column("ended_at", BigInteger, nullable=False, default=FOREVER),
    Column("ended_by", String(60)),
    of=(Network,),
)

core_group_mixes = _facts(
    "core_group_mixes",
    Column("with_experience", Integer, nullable=False),
    Column("seats", Integer, nullable=False),
    Column("stated_at", BigInteger, nullable=False),
    Column("stated_by", String(60), nullable=False),
    of=(Network,),
)
"""What core groups stated of themselves; nothing about any one of them."""

meetings = _views("meetings", Column("network", String(36)), Column("audience", String(20)), of=Meeting)
Index("meetings_by_network", meetings.c.network, meetings.c.key)

conversations = _views("conversations", Column("network", String(36)), Column("is_held", Boolean), of=Conversation)

lessons = _facts(
    "lessons",
    Column("network", String(36), nullable=False),
    Column("half_year", String(7), nullable=False),
    Column("what_worked", Text),
    Column("what_did_not", Text),
    Column("what_to_change", Text),
    Column("number", Integer, nullable=False),
    Column("stands", Boolean, nullable=False),
    of=(Lessons,),
)
"""A row for each telling, the number that of the event that told it; where it stands no longer, the event is the withdrawal."""

lesson_answers = _facts(
    "lesson_answers",
    Column("network", String(36), nullable=False),
    Column("telling", Integer, nullable=False),
    Column("answer", Text, nullable=False),
    Column("number", Integer, nullable=False),
    of=(Lessons,),
)
"""What the board answered to a telling, the numbers those of the events; what was withdrawn has no row."""

plans = _views(
    "plans",
    Column("name", Text),
    Column("network", String(36)),
    Column("pilot", String(36)),
    Column("sensitive", Boolean),
    Column("status", String(40)),
    Column("is_open", Boolean),
    Column("changed_at", BigInteger),
    Column("has_questions", Boolean),
    Column("has_conditions", Boolean),
    Column("has_nominations", Boolean),
    of=FoundingPlan,
)
"""``has_nominations``: some that nobody answered yet."""
Index("plans_by_status", plans.c.status, plans.c.changed_at, plans.c.owner)

decisions = _facts(
    "decisions",
    Column("place", BigInteger, nullable=False),
    Column("decision", String(60), nullable=False),
    Column("plan", String(36)),
    Column("network", String(36)),
    Column("name", Text, nullable=False),
    Column("plan_version", Integer),
    Column("digest", String(64)),
    Column("rules_version", String(40)),
    Column("reasons", Text),
    Column("conditions", JSON, nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("by", String(40), nullable=False),
    Column("role", String(40), nullable=False),
    Column("entered_by", String(40)),
    Column("source", String(20), nullable=False),
    Column("decided", JSON),
    of=(FoundingPlan, Network, Lessons),
)

pilots = _views("pilots", Column("is_running", Boolean), of=Pilot)

frozen_evaluations = _views("frozen_evaluations", Column("is_published", Boolean), of=FrozenEvaluation)

rules = _facts(
    "rules",
    Column("rules_version", String(40), nullable=False),
    Column("network_type", String(40), nullable=False),
    Column("valid_from", String(10), nullable=False),
    Column("rules", JSON, nullable=False),
    Column("origin", Text, nullable=False),
)

advice_requests = _views(
    "advice_requests",
    Column("requester", String(40)),
    Column("network", String(36)),
    Column("networks", Text),
    Column("put_to", Text),
    Column("status", String(40)),
    Column("waits", Boolean),
    Column("asked_at", BigInteger),
    Column("next_due", BigInteger),
    Column("published_at", BigInteger),
    of=AdviceRequest,
)
"""``waits``: for its network; ``networks``: all that are asked, by their ids; ``put_to``: also those it was redirected from."""
Index("advice_requests_by_requester", advice_requests.c.requester, advice_requests.c.key)
Index("advice_requests_by_status", advice_requests.c.status, advice_requests.c.key)
Index("advice_requests_by_due", advice_requests.c.next_due)

call_answers = _facts(
    "call_answers",
    Column("advice_request", String(36), nullable=False),
    Column("call_number", Integer, nullable=False),
    Column("network", String(36), nullable=False),
    Column("reference", String(40), nullable=False),
    Column("answer", JSON, nullable=False),
    by_owner=False,
)
Index("call_answers_by_request", call_answers.c.advice_request, call_answers.c.call_number)

advice_offers = _facts(
    "advice_offers",
    Column("network", String(36), nullable=False),
    Column("addressee", String(40), nullable=False),
    Column("advice", Text, nullable=False),
    of=(AdviceOffer,),
)

late_entries = _facts("late_entries", Column("recorded_at", BigInteger, nullable=False), by_owner=False)
"""Entries that were recorded long after they happened."""

corrections = _facts(
    "corrections",
    Column("network", String(36)),
    Column("of", String(60), nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    Column("begun_by", String(60)),
    by_owner=False,
)
"""Entries that were found to be mistakes; of a meeting with the event that says of which network it is, of a plan of none."""

baselines = _facts(
    "baselines",
    Column("variable", String(40), nullable=False),
    Column("group", String(40), nullable=False),
    Column("shares", JSON, nullable=False),
    Column("counted", BigInteger, nullable=False),
    Column("reference_day", String(10), nullable=False),
    Column("origin", Text, nullable=False),
    of=(Baseline,),
)

party_counts = _facts(
    "party_counts",
    Column("members", BigInteger, nullable=False),
    Column("reference_day", String(10), nullable=False),
    Column("origin", Text, nullable=False),
    of=(Baseline,),
)

party_memberships = _facts(
    "party_memberships",
    Column("reference", String(40), nullable=False),
    Column("state", String(20), nullable=False),
    Column("final_on", String(10)),
    of=(PartyMembership,),
)

offices = _facts(
    "offices",
    Column("reference", String(40), nullable=False),
    Column("role", String(40), nullable=False),
    Column("held", Boolean, nullable=False),
    Column("held_since", BigInteger, nullable=False),
    Column("last_day", String(10)),
    of=(Office,),
)

privacy_requests = _facts(
    "privacy_requests",
    Column("reference", String(40), nullable=False),
    Column("matter", String(40), nullable=False),
    Column("received_at", BigInteger, nullable=False),
    Column("due_on", String(10)),
    Column("outcome", String(40)),
    of=(PrivacyRequest,),
)
"""``due_on`` is null once it was answered."""

mentions = _facts("mentions", Column("reference", String(40), nullable=False, index=True))
"""Which references stand in the events of an item, with the first event in which each does."""
reference_liftings = _facts(
    "reference_liftings",
    Column("item", String(36), nullable=False),
    Column("reference", String(40), nullable=False),
    Column("reasons", String, nullable=False),
    Column("asked_by", String(40), nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("last_day", String(10), nullable=False),
    Column("status", String(40), nullable=False),
    of=(ReferenceLifting,),
)
record_liftings = _facts(
    "record_liftings",
    Column("network", String(36), nullable=False),
    Column("auditor", String(40), nullable=False),
    Column("reasons", String, nullable=False),
    Column("asked_by", String(40), nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("agreed_by", String(40)),
    Column("reads_until", String(10), nullable=False),
    Column("last_day", String(10), nullable=False),
    Column("status", String(40), nullable=False),
    of=(RecordLifting,),
)

FACT_TABLES = tuple(table for table in metadata.sorted_tables if table is not position)
