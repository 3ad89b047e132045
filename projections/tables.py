"""
The facts, each with its past. Rows are never overwritten: a row that is held no longer gets its ``until``.

``since`` and ``until`` are the positions between which a row was held to be true; times in the world are microseconds
since 1970 (UTC), ``FOREVER`` where something has not ended. ``owner`` is the aggregate
whose events make the row, ``event`` the one that made it, ``at`` when that happened.
"""

from sqlalchemy import JSON, BigInteger, Boolean, Column, Index, Integer, MetaData, String, Table, Text

FOREVER = 2**62
ALWAYS = -FOREVER
"""From its beginning on, whenever that is found to have been."""

metadata = MetaData()
Number = BigInteger().with_variant(Integer, "sqlite")


def _facts(name: str, *columns: Column[object], by_owner: bool = True) -> Table:
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
    )
    if by_owner:
        Index(f"{name}_by_owner", table.c.owner, table.c.until)
    return table


position = Table(
    "position",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("position", BigInteger, nullable=False),
)

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
    Column("suspended", Boolean, nullable=False),
    Column("dormant_since", BigInteger),
    Column("status_by", String(60)),
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
)

memberships = _facts(
    "memberships",
    Column("network", String(36), nullable=False),
    Column("reference", String(40), nullable=False),
    Column("purpose_version", Integer, nullable=False),
    Column("entries", Text, nullable=False),
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

seats = _facts(
    "seats",
    Column("reference", String(40), nullable=False),
    Column("entries", Text, nullable=False),
)

seat_periods = _facts(
    "seat_periods",
    Column("reference", String(40), nullable=False),
    Column("membership", String(36), nullable=False),
    Column("begun_at", BigInteger, nullable=False),
    Column("begun_by", String(60), nullable=False),
    Column("ended_at", BigInteger, nullable=False, default=FOREVER),
    Column("ended_by", String(60)),
)

plans = _facts(
    "plans",
    Column("name", Text, nullable=False),
    Column("network_type", String(40), nullable=False),
    Column("sensitive", Boolean, nullable=False),
    Column("status", String(40), nullable=False),
    Column("plan_version", Integer, nullable=False),
    Column("content", JSON, nullable=False),
    Column("versions", JSON, nullable=False),
    Column("initiator", String(40), nullable=False),
    Column("nominations", JSON, nullable=False),
    Column("nominated_at", JSON, nullable=False),
    Column("questions", JSON, nullable=False),
    Column("conditions", JSON, nullable=False),
    Column("missing", JSON, nullable=False),
    Column("before_deferral", String(40)),
    Column("network", String(36), nullable=False),
    Column("pilot", String(36)),
    Column("follows", String(36)),
    Column("drafted_at", BigInteger, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
    Column("events", JSON, nullable=False),
    Column("version", Integer, nullable=False),
)

decisions = _facts(
    "decisions",
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
)

pilots = _facts(
    "pilots",
    Column("label", String(80), nullable=False),
    Column("places", Integer, nullable=False),
    Column("taken", JSON, nullable=False),
    Column("first_day", String(10), nullable=False),
    Column("last_day", String(10), nullable=False),
    Column("begun_at", BigInteger, nullable=False),
    Column("time_over_at", BigInteger),
    Column("ended_at", BigInteger, nullable=False, default=FOREVER),
    Column("version", Integer, nullable=False),
)

talks = _facts(
    "talks",
    Column("group", String(36), nullable=False),
    Column("theme", Text, nullable=False),
    Column("network_type", String(40), nullable=False),
    Column("interest_at", BigInteger, nullable=False),
    Column("talked_at", BigInteger),
    Column("outcome", String(40)),
)

waiting_plans = _facts(
    "waiting_plans",
    Column("plan", String(36), nullable=False),
    Column("complete_at", BigInteger, nullable=False),
    Column("waits_since", BigInteger, nullable=False),
    Column("waits_until", BigInteger, nullable=False, default=FOREVER),
    Column("offered", Boolean, nullable=False),
)

rules = _facts(
    "rules",
    Column("rules_version", String(40), nullable=False),
    Column("network_type", String(40), nullable=False),
    Column("valid_from", String(10), nullable=False),
    Column("rules", JSON, nullable=False),
    Column("origin", Text, nullable=False),
)

party_memberships = _facts(
    "party_memberships",
    Column("reference", String(40), nullable=False),
    Column("state", String(20), nullable=False),
    Column("final_on", String(10)),
)

offices = _facts(
    "offices",
    Column("reference", String(40), nullable=False),
    Column("role", String(40), nullable=False),
    Column("held", Boolean, nullable=False),
    Column("held_since", BigInteger, nullable=False),
)

FACT_TABLES = tuple(table for table in metadata.sorted_tables if table is not position)
