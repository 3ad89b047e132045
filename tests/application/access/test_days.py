"""Who looks over the record is given days, and no moments, in the order in which things were recorded."""

import json
import re
from uuid import UUID

import pytest

from application.access.table import QUERIES
from application.queries import all_queries
from application.queries.auditing.record import Events, History
from application.queries.privacy import MyFile
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.kernel.errors import DomainError
from tests.application.command_examples import example
from tests.application.party import FOUNDERS, SOMEBODY, Party

A_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT(?!12:00:00Z|12:00:00\+00:00)")


@pytest.fixture
def lived(party: Party) -> tuple[Party, dict[str, UUID]]:
    plan = party.submitted(FOUNDERS)
    network = party.approved(plan)
    party.clock.pass_time(hours=3, minutes=7)
    party.join(SOMEBODY, network)
    return party, {"network": network, "plan": plan, "item": network}


def test_no_answer_gives_an_auditor_a_moment(lived: tuple[Party, dict[str, UUID]]):
    party, about = lived
    auditor, answered = party.session(Role.AUDITOR), 0
    for kind in all_queries():
        if Role.AUDITOR not in QUERIES.get(kind, {}) or kind is MyFile:  # what is one's own is told to the moment
            continue
        try:
            answer = party.ask(example(kind, **about), auditor)
        except DomainError:
            continue
        many = answer if isinstance(answer, tuple) else (answer,)
        told = [each.model_dump_json() for each in many]
        assert not any(map(A_MOMENT.search, told)), (kind, told)
        answered += 1
    assert answered > 15


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.PRIVACY_OFFICER, Role.ADMINISTRATOR])
def test_the_log_is_given_by_the_day_to_everybody_who_reads_it(lived: tuple[Party, dict[str, UUID]], role: Role):
    party, _ = lived
    found = party.ask(Events(limit=500), party.session(role))
    assert not A_MOMENT.search(json.dumps([each.model_dump(mode="json", exclude={"sentence"}) for each in found]))
    recorded = [each.recorded_at for each in found]
    assert recorded == sorted(recorded)
    newest = party.newest()
    assert (day_of(found[-1].at), day_of(found[-1].recorded_at)) == (day_of(newest.act.at), day_of(newest.timestamp))


def test_others_read_a_history_to_the_moment(lived: tuple[Party, dict[str, UUID]]):
    party, about = lived
    found = party.ask(History(item=about["network"]), party.bureau)
    assert found.items[-1].at == party.log.load_many([about["network"]])[about["network"]].life[-1].act.at
