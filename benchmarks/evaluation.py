"""Evaluating twenty networks beside only reading the facts that it is made of."""

from sqlalchemy import select

from application.evaluating import evaluated
from application.queries import Evaluation
from benchmarks.measuring import Result, costs
from benchmarks.party import Party, a_network, a_party, members
from projections.tables import (
    advice_offers,
    advice_requests,
    baselines,
    corrections,
    late_entries,
    lessons,
    meetings,
    membership_endings,
    membership_periods,
    memberships,
    networks,
    party_counts,
    plans,
    rules,
    seat_periods,
    waiting_plans,
)

NETWORKS = 20
EACH = 500
READ = (
    networks,
    memberships,
    membership_periods,
    seat_periods,
    membership_endings,
    late_entries,
    corrections,
    baselines,
    party_counts,
    rules,
    plans,
    waiting_plans,
    meetings,
    lessons,
    advice_requests,
    advice_offers,
)


def evaluation() -> Result:
    """Measure every figure of ten thousand memberships; the references are nobody's, so the vault finds no people."""
    with a_party() as party:
        for number in range(NETWORKS):
            members(party, a_network(party, f"network {number}"), EACH, leaving=EACH // 4)
        party.service.reads.catch_up()
        question = Evaluation()
        return costs("evaluation", lambda: _ours(party, question), lambda: _bare(party), each=1)


def _ours(party: Party, question: Evaluation) -> None:
    service = party.service
    report = evaluated(service.reads.answer(question), service.log, service.vault)
    assert len(report.figures) > NETWORKS * 10


def _bare(party: Party) -> None:
    read = 0
    with party.service.reads.store.reading() as connection:
        for table in READ:
            read += len([dict(row) for row in connection.execute(select(table)).mappings()])
    assert read > NETWORKS * EACH
