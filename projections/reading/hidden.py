"""What is left out of lists for roles that see nothing of sensitive networks there. Today's protection holds for the past too."""

from sqlalchemy import ColumnElement, or_, select

from domain.networks.meeting import MeetingAudience
from projections.reading.query_service import AsOf
from projections.store.tables import FOREVER, decisions, meetings, networks, plans


def sensitive_networks(as_of: AsOf) -> set[str]:
    """Give the networks that are sensitive now."""
    now = select(networks.c.owner).where(networks.c.until == FOREVER, networks.c.sensitive)
    return set(as_of.execute(now).scalars())


def open_to_the_party(as_of: AsOf) -> list[ColumnElement[bool]]:
    """Give the conditions for meetings that the whole party may come to, of networks that are not sensitive."""
    hidden = sensitive_networks(as_of)
    return [meetings.c.audience == MeetingAudience.PARTY, meetings.c.network.not_in(hidden)]


def decided_on_others(as_of: AsOf) -> list[ColumnElement[bool]]:
    """Give the conditions for decisions on networks that are not sensitive, on plans for such networks, and on anything else."""
    hidden = sensitive_networks(as_of)
    is_for_one = or_(plans.c.sensitive, plans.c.network.in_(hidden))
    for_one = set(as_of.execute(select(plans.c.owner).where(plans.c.until == FOREVER, is_for_one)).scalars())
    of = decisions.c
    return [
        or_(of.network.is_(None), of.network.not_in(hidden)),
        or_(of.plan.is_(None), of.plan.not_in(for_one)),
        of.owner.not_in(hidden | for_one),
    ]
