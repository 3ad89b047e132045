"""What was true on a day, and what was known at an instant."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from application.errors import UnknownItem
from application.queries.networks import MembershipReport, NetworkDetails, NetworkDirectory, TimeToTarget
from domain.kernel.acts import IMPORT, Act, Role
from domain.kernel.events import Aggregate
from domain.kernel.log import Log
from domain.networks.membership import JoiningTerms, Membership
from domain.networks.network import Agreements
from infrastructure.event_store.event_log import StoredEventLog
from projections.reading.query_service import POSITION, NotCaughtUpYet, NotSettledYet, QueryService
from projections.store.tables import networks
from tests.projections.asking import reads_of
from tests.projections.examples import brought_in
from tests.projections.stories import NETWORKS, PEOPLE, open_log

NETWORK = NETWORKS[0]
TERMS = JoiningTerms(network=NETWORK, purpose_version=1, sensitive=False, minimum_age=None)


def noon(month: int, day: int) -> datetime:
    return datetime(2023, month, day, 12, tzinfo=UTC)


def act(at: datetime) -> Act:
    return Act(by=IMPORT, role=Role.ADMINISTRATOR, at=at, command=uuid4())


def record(log: StoredEventLog, recorded_at: datetime, *aggregates: Aggregate) -> int:
    return log.record(aggregates, command=uuid4(), digest="0" * 64, answer={}, recorded_at=recorded_at).last


@pytest.fixture
def log(tmp_path: Path) -> Iterator[StoredEventLog]:
    """A demo in which a network began in January and somebody joined in March, which was typed in April."""
    log = open_log(tmp_path)
    network = brought_in(act(noon(1, 10)), NETWORK, purpose="Zorg die past")
    record(log, noon(1, 1), Log.open(act(noon(1, 1)), log=uuid4(), demo=True))
    record(log, noon(1, 10), network)
    membership = Membership.join(act(noon(3, 15)), reference=PEOPLE[0], terms=TERMS, purpose_version=1)
    record(log, noon(4, 5), membership)
    network.change_agreements(act(noon(5, 1)), agreements=Agreements(purpose="Zorg voor elkaar"))
    record(log, noon(5, 2), network)
    yield log
    log.close()


@pytest.fixture
def reads(log: StoredEventLog, tmp_path: Path) -> Iterator[QueryService]:
    with reads_of(tmp_path, log) as reads:
        yield reads


def members(reads: QueryService, **moment: object) -> list[int | None]:
    return [row.members for row in reads.answer(MembershipReport.model_validate(moment)).items]


def test_what_was_true_on_a_day_is_told_as_it_is_known_now(reads: QueryService):
    assert members(reads, on=date(2023, 3, 14)) == [0]
    assert members(reads, on=date(2023, 3, 15)) == [1]
    assert members(reads) == [1]


def test_what_was_known_at_an_instant_leaves_out_what_was_typed_later(reads: QueryService):
    assert members(reads, on=date(2023, 3, 31), known_at=noon(4, 1)) == [0]
    assert members(reads, on=date(2023, 3, 31), known_at=noon(4, 5)) == [1]


def test_without_a_day_it_is_the_day_on_which_it_was_known(reads: QueryService):
    waited = reads.answer(TimeToTarget(network=NETWORK, target=5, known_at=noon(1, 20)))
    assert (waited.days, waited.not_yet_after) == (None, 10)


def test_before_the_log_began_nothing_was_known(reads: QueryService):
    assert members(reads, known_at=noon(1, 1) - timedelta(seconds=1)) == []
    with pytest.raises(UnknownItem):
        reads.answer(NetworkDetails(network=NETWORK, known_at=noon(1, 9)))


def test_on_a_day_before_its_founding_a_network_was_not_there(reads: QueryService):
    assert members(reads, on=date(2023, 1, 9)) == []
    with pytest.raises(UnknownItem):
        reads.answer(NetworkDetails(network=NETWORK, on=date(2023, 1, 9)))


def test_agreements_are_those_of_the_day(reads: QueryService):
    def purpose(**moment: object) -> str:
        return reads.answer(NetworkDetails.model_validate({"network": NETWORK, **moment})).agreements.purpose

    assert purpose() == purpose(on=date(2023, 5, 1)) == "Zorg voor elkaar"
    assert purpose(on=date(2023, 4, 30)) == "Zorg die past"
    assert purpose(known_at=noon(5, 1)) == "Zorg die past"  # agreed that day, recorded the next


def test_an_instant_stays_the_same_position_whatever_is_recorded_later(log: StoredEventLog, reads: QueryService):
    then = reads.answer(NetworkDirectory(known_at=noon(4, 30)))
    membership = Membership.join(act(noon(2, 1)), reference=PEOPLE[1], terms=TERMS, purpose_version=1)
    record(log, noon(6, 1), membership)
    reads.catch_up()
    assert reads.answer(NetworkDirectory(known_at=noon(4, 30))) == then


@pytest.mark.parametrize("ago", [timedelta(seconds=9), timedelta(0), timedelta(days=-1)])
def test_the_last_ten_seconds_and_the_future_are_not_settled(log: StoredEventLog, reads: QueryService, ago: timedelta):
    with pytest.raises(NotSettledYet) as refused:
        members(reads, known_at=log.now() - ago)
    assert refused.value.code == "not-settled-yet"


def test_what_is_settled_can_be_asked(log: StoredEventLog, reads: QueryService):
    assert members(reads, known_at=log.now() - timedelta(seconds=11)) == [1]


def test_what_was_just_recorded_is_seen_by_who_asks_without_a_moment(tmp_path: Path):
    log = open_log(tmp_path / "now")
    record_now = {"command": uuid4(), "digest": "0" * 64, "answer": {}}
    log.record([Log.open(act(log.now()), log=uuid4(), demo=False)], **record_now)  # type: ignore[arg-type]  # as one
    slightly_ahead = datetime.now(UTC) + timedelta(milliseconds=300)  # a clock that is ahead of the database's
    network = brought_in(act(slightly_ahead), NETWORK)
    log.record([network], command=uuid4(), digest="0" * 64, answer={})
    with reads_of(tmp_path / "now", log) as reads:
        assert members(reads) == [0]
    log.close()


def test_a_position_that_is_not_there_yet_is_said_to_be_so(log: StoredEventLog, reads: QueryService):
    with pytest.raises(NotCaughtUpYet) as refused:
        members(reads, position=log.last_position() + 1)
    assert (refused.value.code, refused.value.retry_after) == ("not-caught-up-yet", 2)


def test_a_query_that_is_run_without_its_moment_fails_and_does_not_find_nothing(reads: QueryService):
    with reads.store.reading() as connection, pytest.raises(StatementError):
        connection.execute(select(networks.c.owner).where(networks.c.since <= POSITION))
