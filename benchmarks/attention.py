"""The attention list at 1,000 open items, beside reading the same rows bare."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from application.queries.attention import Asker, AttentionList
from benchmarks.measuring import Result, costs
from benchmarks.party import Party, a_party
from domain.kernel.acts import Act, Role, Source
from domain.kernel.days import day_of
from domain.kernel.events import Aggregate
from domain.networks.network import Agreements, Network
from domain.pilot.rules import AdoptedRules, NetworkRules, NetworkType
from domain.plans.content import PlanContent, PlanOrigin
from domain.plans.founding_plan import FoundingPlan

PLANS = 600
NETWORKS = 400
RULES = NetworkRules(core_group_minimum=0, required_parts=(), target_members=50)

BARE = (
    """
    SELECT owner, network, name, sensitive, changed_at, status FROM plans
    WHERE until = 4611686018427387904 AND status IN ('submitted', 'complete')
    """,
    """
    SELECT owner, name, sensitive, too_small_since, repair_by, not_repaired_since FROM networks
    WHERE until = 4611686018427387904 AND closed_at = 4611686018427387904 AND too_small_since IS NOT NULL
    """,
)
"""The rows that the bureau's list is made of, with nothing done with them."""


def attention() -> Result:
    """Measure the first page of the bureau's list."""
    with a_party() as party:
        fill(party, PLANS, NETWORKS)
        reads = party.service.reads
        reads.catch_up()
        asked = AttentionList(asker=Asker(role=Role.PARTY_BUREAU))
        first = reads.answer(asked)
        assert (len(first.items), first.more) == (100, True)
        with closing(sqlite3.connect(str(reads.store.engine.url.database))) as connection:

            def bare() -> int:
                return sum(len(connection.execute(query).fetchall()) for query in BARE)

            assert bare() == PLANS + NETWORKS
            return costs("attention", lambda: reads.answer(asked), bare, each=10)


def fill(party: Party, plans: int, networks: int) -> None:
    """Record plans that wait for a check, and networks of which the core group is too small."""
    now = datetime.now(UTC)
    begun = [_plan(number, now - timedelta(minutes=number)) for number in range(plans)]
    begun += [_network(number, now - timedelta(minutes=number)) for number in range(networks)]
    party.service.log.record(begun, command=uuid4(), digest="0" * 64, answer={})


def _act(at: datetime) -> Act:
    return Act(by="import", role=Role.ADMINISTRATOR, at=at, source=Source.IMPORT, command=uuid4())


def _plan(number: int, at: datetime) -> Aggregate:
    content = PlanContent(name=f"plan {number}", network_type=NetworkType.THEME, purpose="Measuring how fast things go.")
    origin = PlanOrigin.CORE_GROUP
    plan = FoundingPlan.draft(_act(at), plan=uuid4(), network=uuid4(), content=content, origin=origin, rules=RULES, pilot=None)
    plan.submit(_act(at), rules=RULES)
    return plan


def _network(number: int, at: datetime) -> Aggregate:
    grace = RULES.model_copy(update={"core_group_grace_days": number % 90})
    rules = AdoptedRules(rules_version="bench", network_type=NetworkType.THEME, valid_from=day_of(at), rules=grace)
    return Network.bring_in(
        _act(at),
        network=uuid4(),
        name=f"network {number}",
        network_type=NetworkType.THEME,
        label=None,
        agreements=Agreements(purpose="Measuring how fast things go."),
        sensitive=False,
        existed_since=day_of(at),
        pilot=None,
        rules=rules,
    )
