"""
An auditor who asks everything as it was known, instant by instant, to find the moment of what is told as a day.

Who looks over the record is told days (docs/decisions/0042). What was known a microsecond before an event and at it would be two
answers, and the difference between them the moment that the days leave out.
"""

from datetime import datetime, timedelta
from itertools import product
from typing import Any
from uuid import UUID

import pytest

from application.access.table import QUERIES
from application.queries import all_queries
from application.queries.acts import PossibleActs
from application.queries.auditing.record import Events, History, WhoAmI
from application.queries.base import Query
from application.queries.privacy import MyFile
from domain.kernel.acts import Role
from domain.kernel.days import day_of, end_of, start_of
from domain.kernel.errors import DomainError
from tests.application.command_examples import example
from tests.application.party import FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party

MICROSECOND = timedelta(microseconds=1)
READ_LOG = (Role.AUDITOR, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR)


@pytest.fixture
def lived(party: Party) -> tuple[Party, dict[str, Any]]:
    """A network whose people joined on one day, hours apart; and days have passed since."""
    for role in READ_LOG:
        party.session(role)
    plan = party.submitted(FOUNDERS)
    network = party.approved(plan)
    for name in (SOMEBODY, SOMEBODY_ELSE):
        party.clock.pass_time(hours=2, minutes=7)
        party.join(name, network)
    party.clock.pass_time(days=3)
    return party, {"network": network, "plan": plan, "item": network}


def instants(party: Party) -> list[datetime]:
    """Give the first and last moment of the day on which people joined, and just before, at and after each event on it."""
    day = day_of(party.recorded()[-1].event.timestamp)
    recorded = {each.event.timestamp for each in party.recorded() if day_of(each.event.timestamp) == day}
    around = {moment + step for moment, step in product(recorded, (-MICROSECOND, timedelta(), MICROSECOND))}
    return sorted({start_of(day), end_of(day) - MICROSECOND, *around})


def told(party: Party, question: Query[Any], role: Role) -> str:
    try:
        answer = party.ask(question, party.session(role))
    except DomainError as refusal:
        return f"{refusal.code} {refusal}"
    return " ".join(each.model_dump_json() for each in (answer if isinstance(answer, tuple) else (answer,)))


def test_nothing_appears_within_a_day_for_an_auditor(lived: tuple[Party, dict[str, UUID]]):
    party, about = lived
    moments, asked = instants(party), 0
    for kind in all_queries():
        if Role.AUDITOR not in QUERIES.get(kind, {}) or kind in {MyFile, WhoAmI, PossibleActs}:  # these know no past
            continue
        answers = {told(party, example(kind, **about, known_at=moment), Role.AUDITOR) for moment in moments}
        assert len(answers) == 1, kind
        asked += 1
    assert asked > 15


@pytest.mark.parametrize("role", READ_LOG)
def test_nothing_appears_in_the_log_within_a_day_for_who_reads_it(lived: tuple[Party, dict[str, UUID]], role: Role):
    party, _ = lived
    assert len({told(party, Events(known_at=moment, limit=500), role) for moment in instants(party)}) == 1


def test_from_one_day_to_the_next_it_does(lived: tuple[Party, dict[str, UUID]]):
    party, about = lived
    begins, ends = instants(party)[0], instants(party)[-1] + MICROSECOND
    assert told(party, Events(known_at=begins, limit=500), Role.AUDITOR) != told(
        party, Events(known_at=ends, limit=500), Role.AUDITOR
    )
    assert told(party, History(item=about["network"], known_at=ends), Role.AUDITOR) == told(
        party, History(item=about["network"]), Role.AUDITOR
    )


def test_who_is_told_moments_asks_by_them(lived: tuple[Party, dict[str, UUID]]):
    party, about = lived
    answers = {told(party, History(item=about["network"], known_at=moment), Role.PARTY_BUREAU) for moment in instants(party)}
    assert len(answers) > 1
