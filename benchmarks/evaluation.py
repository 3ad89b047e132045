"""Evaluating twenty networks beside only reading the facts that it is made of, and how both grow with ten times the members."""

from statistics import median

from sqlalchemy import select

from application.evaluation.disclosure import evaluated
from application.queries.evaluating.evaluation import Evaluation
from benchmarks.measuring import Result, costs, seconds
from benchmarks.party import Party, a_network, a_party, members
from projections.store.tables import (
    advice_offers,
    advice_requests,
    baselines,
    core_group_mixes,
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
)

NETWORKS = 20
EACH = 500
TIMES = 10
RUNS_OF_GROWTH = 3
READ = (
    networks,
    memberships,
    membership_periods,
    seat_periods,
    membership_endings,
    late_entries,
    corrections,
    core_group_mixes,
    baselines,
    party_counts,
    rules,
    plans,
    meetings,
    lessons,
    advice_requests,
    advice_offers,
)


def evaluation() -> tuple[Result, Result]:
    """Measure every figure of ten thousand memberships; the references are nobody's, so the vault finds no people."""
    with a_party() as party, a_party() as larger:
        _fill(party, EACH)
        _fill(larger, EACH * TIMES)
        beside = costs("evaluation", lambda: _ours(party), lambda: _bare(party), each=1)
        return beside, _growth(party, larger)


def _fill(party: Party, each: int) -> None:
    for number in range(NETWORKS):
        members(party, a_network(party, f"network {number}"), each, leaving=each // 4)
    party.service.reads.catch_up()


def _growth(party: Party, larger: Party) -> Result:
    """Compare how much more an evaluation of ten times the memberships costs with how much more reading its facts does."""
    ours, peer = [], []
    _ours(larger)
    _bare(larger)
    for _ in range(RUNS_OF_GROWTH):
        ours.append(seconds(lambda: _ours(larger)) / seconds(lambda: _ours(party)))
        peer.append(seconds(lambda: _bare(larger)) / seconds(lambda: _bare(party)))
    ratio = median(mine / theirs for mine, theirs in zip(ours, peer, strict=True))
    note = f"{NETWORKS * EACH * TIMES:,} memberships to {NETWORKS * EACH:,}"
    return Result("evaluation-growth", ratio, "lower", RUNS_OF_GROWTH, median(ours), median(peer), "times", note)


def _ours(party: Party) -> None:
    service = party.service
    report = evaluated(service.reads.answer(Evaluation()), service.log, service.vault)
    assert len(report.figures) > NETWORKS * 10


def _bare(party: Party) -> None:
    read = 0
    with party.service.reads.store.reading() as connection:
        for table in READ:
            read += len([dict(row) for row in connection.execute(select(table)).mappings()])
    assert read > NETWORKS * EACH
