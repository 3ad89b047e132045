"""Pages fit together, whatever is recorded between them; and the policies find what nothing ended yet."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from application.errors import CurveTooLong
from application.queries.auditing.reasons import Why
from application.queries.auditing.record import History
from application.queries.networks import LONGEST_CURVE, GrowthCurve, MembershipReport, MembersOfNetwork, NetworkDirectory
from application.queries.plans import FoundingPlanDetails
from domain.kernel.acts import IMPORT, Act, Role
from domain.kernel.events import Aggregate
from domain.kernel.text import Sealed
from domain.networks.membership import JoiningTerms, Membership, membership_id
from domain.networks.network import Network
from domain.party.party_membership import PartyMembership
from domain.pilot.rules import NetworkType
from domain.plans.content import PlanContent, PlanOrigin
from domain.plans.founding_plan import FoundingPlan
from infrastructure.event_store.event_log import StoredEventLog
from projections.queries.policies import QueriesForPolicies
from projections.reading.query_service import QueryService
from tests.projections.asking import reads_of
from tests.projections.examples import brought_in
from tests.projections.plan_steps import PLANS, RULES
from tests.projections.stories import NETWORKS, open_log

NETWORK, OTHER = NETWORKS
GONE = Sealed(key="a" * 32, value="b" * 32, commitment="c" * 64, box="A-box-whose-key-was-destroyed")


def act(month: int = 1) -> Act:
    return Act(by=IMPORT, role=Role.ADMINISTRATOR, at=datetime(2023, month, 1, 12, tzinfo=UTC), command=uuid4())


def reference(number: int) -> str:
    return f"r{number:032x}"


def a_network(number: int = 0) -> Network:
    return brought_in(act(), NETWORKS[number], name=f"Netwerk {number}")


def a_member(number: int, network: int = 0) -> Membership:
    terms = JoiningTerms(network=NETWORKS[network], purpose_version=1, sensitive=False, minimum_age=None)
    return Membership.join(act(2), reference=reference(number), terms=terms, purpose_version=1, statistics=GONE)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[StoredEventLog]:
    log = open_log(tmp_path)
    yield log
    log.close()


@pytest.fixture
def reads(log: StoredEventLog, tmp_path: Path) -> Iterator[QueryService]:
    with reads_of(tmp_path, log) as reads:
        yield reads


def record(log: StoredEventLog, *aggregates: Aggregate) -> None:
    log.record(aggregates, command=uuid4(), digest="0" * 64, answer={})


def test_pages_of_members_fit_together_while_others_join_and_leave(log: StoredEventLog, reads: QueryService):
    memberships = [a_member(number) for number in range(30)]
    record(log, a_network(), *memberships)
    reads.catch_up()
    page = reads.answer(MembersOfNetwork(network=NETWORK, limit=7))
    seen = list(page.items)
    for number in range(4):
        leaving = memberships[number * 5]
        leaving.leave(act(3))
        record(log, leaving, a_member(100 + number))
        reads.catch_up()
        page = reads.answer(MembersOfNetwork(network=NETWORK, limit=7, after=seen[-1].key, position=page.position))
        seen += page.items
    assert not page.more
    assert [member.reference for member in seen] == [
        each.reference for each in sorted(memberships, key=lambda each: str(each.id))
    ]


def test_pages_of_networks_fit_together(log: StoredEventLog, reads: QueryService):
    record(log, a_network(0), a_network(1))
    reads.catch_up()
    first = reads.answer(NetworkDirectory(limit=1))
    second = reads.answer(NetworkDirectory(limit=1, after=first.items[-1].key, position=first.position))
    assert ([each.name for each in first.items], first.more) == (["Netwerk 0"], True)
    assert ([each.name for each in second.items], second.more) == (["Netwerk 1"], False)


def test_a_report_of_many_networks_is_told_in_pages_that_fit_together(log: StoredEventLog, reads: QueryService):
    record(log, a_network(0), a_network(1), a_member(1, network=1))
    reads.catch_up()
    first = reads.answer(MembershipReport(limit=1))
    record(log, a_member(2, network=1))
    reads.catch_up()
    second = reads.answer(MembershipReport(limit=1, after=first.last_key, position=first.position))
    assert ([(each.name, each.members) for each in first.items], first.more) == ([("Netwerk 0", 0)], True)
    assert ([(each.name, each.members) for each in second.items], second.more) == ([("Netwerk 1", 1)], False)


def test_a_long_history_is_told_in_pages_that_fit_together(log: StoredEventLog, reads: QueryService):
    network = a_network()
    for number in range(20):
        network.appoint(act(3 + number % 2), reference=reference(number))
        if number % 2:
            network.step_down(act(5), reference=reference(number))
    record(log, network)
    reads.catch_up()
    page = reads.answer(History(item=NETWORK, limit=4))
    seen = list(page.items)
    network.appoint(act(6), reference=reference(99))
    record(log, network)
    reads.catch_up()
    while page.more:
        page = reads.answer(History(item=NETWORK, limit=4, after=page.last_key, position=page.position))
        assert 1 <= len(page.items) <= 4
        seen += page.items
    assert [each.version for each in seen] == list(range(1, 32))
    assert len(reads.answer(History(item=NETWORK)).items) == 32


def test_pages_of_a_history_on_a_day_skip_what_had_not_happened_yet(log: StoredEventLog, reads: QueryService):
    network = a_network()
    for number in range(12):
        network.appoint(act(9 if number % 3 else 3), reference=reference(number))
    record(log, network)
    reads.catch_up()
    page = reads.answer(History(item=NETWORK, limit=2, on=date(2023, 4, 1)))
    seen = [each.version for each in page.items]
    while page.more:
        page = reads.answer(History(item=NETWORK, limit=2, on=date(2023, 4, 1), after=page.last_key, position=page.position))
        seen += [each.version for each in page.items]
    assert seen == [1, 2, 5, 8, 11]


def test_the_many_events_behind_a_figure_are_those_that_were_known(log: StoredEventLog, reads: QueryService):
    members = [a_member(number) for number in range(20)]
    record(log, a_network(), *members)
    reads.catch_up()
    position = log.last_position()
    record(log, *(a_member(100 + number) for number in range(20)))
    reads.catch_up()
    found = reads.answer(Why(figure="members", item=NETWORK, position=position))
    assert (found.value, list(found.events)) == (20, sorted(f"{member.id}:1" for member in members))


def test_a_curve_is_no_longer_than_one_looks_at(log: StoredEventLog, reads: QueryService):
    record(log, a_network())
    reads.catch_up()
    first = date(2023, 1, 1)
    longest = GrowthCurve(network=NETWORK, first=first, last=first + timedelta(days=LONGEST_CURVE - 1))
    assert reads.answer(longest)[0].day == first
    with pytest.raises(CurveTooLong) as refused:
        reads.answer(longest.model_copy(update={"last": first + timedelta(days=LONGEST_CURVE)}))
    assert refused.value.facts == {"days": LONGEST_CURVE + 1, "most": LONGEST_CURVE}


def test_sealed_texts_are_passed_on_as_they_are_also_when_their_key_is_gone(log: StoredEventLog, reads: QueryService):
    plan = FoundingPlan.draft(
        act(),
        plan=PLANS[0],
        network=NETWORK,
        content=PlanContent(name="Netwerk zorg", network_type=NetworkType.THEME, purpose="Zorg die past"),
        origin=PlanOrigin.CORE_GROUP,
        rules=RULES.rules,
        pilot=None,
    )
    plan.nominate(act(), reference=reference(1))
    plan.accept_nomination(act(), reference=reference(1))
    plan.submit(act(), rules=RULES.rules)
    plan.ask(act(), question=GONE)
    plan.answer(act(), question_number=1, answer=GONE)
    record(log, plan, a_network(), a_member(1))
    reads.catch_up()
    (question,) = reads.answer(FoundingPlanDetails(plan=plan.id)).questions
    assert (question.question, question.answer) == (GONE, GONE)
    (joined,) = reads.answer(History(item=membership_id(NETWORK, reference(1)))).items
    assert Sealed.model_validate(joined.data["statistics"]) == GONE
    assert len(reads.answer(MembersOfNetwork(network=NETWORK)).items) == 1


def test_policies_find_memberships_that_nothing_ended_although_their_network_closed(log: StoredEventLog, reads: QueryService):
    closed, open_network, ended, stays = a_network(0), a_network(1), a_member(1), a_member(2)
    record(log, closed, open_network, ended, stays, a_member(3, network=1))
    ended.leave(act(3))
    closed.close(act(4), reason=None)
    record(log, closed, ended)
    (found,) = QueriesForPolicies(reads).memberships_of_closed_networks()
    assert (found.network, found.reference, found.begun_by) == (NETWORK, reference(2), f"{stays.id}:1")
    assert (found.closed_by, found.closed_at) == (closed.closed_by, act(4).at)
    assert QueriesForPolicies(reads).networks() == [OTHER]


def test_policies_find_party_memberships_whose_end_is_due(log: StoredEventLog, reads: QueryService):
    pending, due, gone = (PartyMembership.start(act(), reference=reference(number)) for number in range(3))
    pending.announce_end(act(2), final_on=date(2023, 3, 2))
    due.announce_end(act(2), final_on=date(2023, 3, 1))
    gone.announce_end(act(2), final_on=date(2023, 2, 20))
    gone.time_passes(act(3))
    record(log, pending, due, gone)
    facts = QueriesForPolicies(reads)
    assert facts.announced_party_ends(date(2023, 3, 1)) == [reference(1)]
    assert facts.ended_party_members() == [reference(2)]
