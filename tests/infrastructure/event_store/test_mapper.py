"""The stored form of events."""

import json
from datetime import UTC, datetime
from typing import ClassVar
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from application.ports.errors import StoreDamaged
from domain.kernel.acts import Act, Role, Source
from domain.kernel.events import Aggregate, DomainEvent, FirstEvent, event
from domain.kernel.text import Sealed
from infrastructure.event_store.mapper import Mapper
from infrastructure.event_store.recording_time import to_microseconds
from infrastructure.event_store.rows import Row
from infrastructure.event_store.upcasters import UPCASTERS
from tests.infrastructure.event_store.aggregates import ACT, AGGREGATES, Colour, Parcel, Ribbon, Tally

TALLY = UUID("00000000-0000-4000-8000-000000000001")
RECORDED_AT = datetime(2026, 3, 1, 13, 0, 0, 123456, tzinfo=UTC)
MAPPER = Mapper(AGGREGATES)
RAISED_STATE = (
    b'{"schema":1,"act":{"by":"clock","role":"clock","at":"2026-03-01T12:00:00Z","entered_by":null,"source":"self",'
    b'"command":"00000000-0000-0000-0000-000000000001","cause":null,"decided":null},"by":3}'
)


def a_row(topic: str = "TestTallyRaised", state: bytes = RAISED_STATE) -> Row:
    return Row(position=7, aggregate=TALLY.hex, version=2, topic=topic, state=state, recorded_at=to_microseconds(RECORDED_AT))


def stored(happened: DomainEvent) -> Row:
    form = MAPPER.to_stored_event(happened)
    return Row(1, form.originator_id, form.originator_version, form.topic, form.state, to_microseconds(RECORDED_AT))


def a_begun_tally() -> DomainEvent:
    (begun,) = Tally.begin(tally=TALLY).pending_events
    assert isinstance(begun, DomainEvent)
    return begun


def test_an_event_is_stored_as_compact_json_with_its_schema_version_first():
    raised = Tally.TallyRaised(originator_id=TALLY, originator_version=2, timestamp=RECORDED_AT, act=ACT, by=3)
    form = MAPPER.to_stored_event(raised)
    assert (form.originator_id, form.originator_version, form.topic, form.state) == (TALLY, 2, "TestTallyRaised", RAISED_STATE)


def test_a_stored_event_comes_back_with_its_place_and_recording_time():
    assert MAPPER.to_event(a_row()) == Tally.TallyRaised(
        originator_id=TALLY, originator_version=2, timestamp=RECORDED_AT, act=ACT, by=3
    )


def test_a_first_event_comes_back_knowing_its_aggregate():
    begun = a_begun_tally()
    assert b"TestTally" not in MAPPER.to_stored_event(begun).state
    assert MAPPER.to_event(stored(begun)) == begun.model_copy(update={"timestamp": RECORDED_AT})


ACTS = st.builds(
    Act,
    by=st.sampled_from(["clock", "national-board", "r" + "0a" * 16]),
    role=st.sampled_from(Role),
    at=st.datetimes(timezones=st.just(UTC)),
    entered_by=st.none() | st.just("party-bureau"),
    source=st.sampled_from(Source),
    command=st.uuids(),
    cause=st.none() | st.builds("{}:{}".format, st.uuids(), st.integers(1, 99)),
)
TOKENS = st.builds(
    Sealed,
    key=st.just("0a" * 16),
    value=st.just("0b" * 16),
    commitment=st.just("0c" * 32),
    box=st.from_regex(r"\A[A-Za-z0-9_-]+\Z"),
)
PARCELS = st.builds(
    Parcel.ParcelSent,
    originator_id=st.uuids(),
    originator_version=st.just(1),
    originator_topic=st.just("TestParcel"),
    timestamp=st.just(RECORDED_AT),
    act=ACTS,
    note=st.text(),
    day=st.dates(),
    moment=st.datetimes(timezones=st.just(UTC)),
    ribbons=st.lists(
        st.builds(Ribbon, colour=st.sampled_from(Colour), length=st.decimals(allow_nan=False, allow_infinity=False))
    ).map(tuple),
    seal=st.none() | TOKENS,
    weights=st.dictionaries(st.text(), st.integers(-(2**62), 2**62)),
    addressee=st.uuids(),
)


@given(PARCELS)
def test_what_comes_back_equals_what_was_stored(sent: Parcel.ParcelSent):
    assert MAPPER.to_event(stored(sent)) == sent


@given(PARCELS)
def test_an_equal_event_has_an_equal_stored_form(sent: Parcel.ParcelSent):
    assert MAPPER.to_stored_event(MAPPER.to_event(stored(sent))) == MAPPER.to_stored_event(sent)


def test_an_unknown_topic_is_damage():
    with pytest.raises(StoreDamaged, match=f"{TALLY.hex}:2 has the unknown topic TestForgotten"):
        MAPPER.to_event(a_row(topic="TestForgotten"))


@pytest.mark.parametrize(
    ("state", "complaint"),
    [
        (RAISED_STATE.replace(b'"by":3}', b'"by":"secret"}'), "is no TestTallyRaised: by"),
        (RAISED_STATE.replace(b'"by":3}', b'"by":3,"more":1}'), "is no TestTallyRaised: more"),
        (RAISED_STATE[:-1], "is no TestTallyRaised: json_invalid"),
        (b"\xff", "is not a JSON object"),
        (b"[]", "is not a JSON object"),
        (b'{"by":3}', "has no schema version"),
        (b'{"schema":true,"by":3}', "has no schema version"),
        (b'{"schema":0,"by":3}', "has no schema version"),
    ],
)
def test_a_state_that_is_not_what_its_topic_says_is_damage(state: bytes, complaint: str):
    with pytest.raises(StoreDamaged, match=complaint) as refusal:
        MAPPER.to_event(a_row(state=state))
    assert "secret" not in str(refusal.value)


def test_an_event_of_a_newer_release_is_not_guessed_at():
    with pytest.raises(StoreDamaged, match="written by a newer release: TestTallyRaised has schema 2, this release knows 1"):
        MAPPER.to_event(a_row(state=RAISED_STATE.replace(b'"schema":1', b'"schema":2')))


def test_an_event_whose_aggregate_the_mapper_does_not_know_is_not_stored():
    with pytest.raises(ValueError, match="belongs to no aggregate of this mapper"):
        Mapper([Parcel]).to_stored_event(a_begun_tally())


def test_a_mapper_knows_at_least_one_aggregate():
    with pytest.raises(ValueError, match="without aggregates"):
        Mapper([])


def test_a_topic_means_one_thing():
    with pytest.raises(ValueError, match="means two things"):
        Mapper([Tally, Tally])


def test_an_aggregate_has_events():
    class Idle(Aggregate):
        TOPIC = "TestIdle"

    with pytest.raises(ValueError, match="Idle has no events"):
        Mapper([Idle])


# Old events


class Letter(Aggregate):
    """An aggregate whose event changed twice: a name was split, then a country was added."""

    TOPIC = "TestLetter"

    class LetterWritten(FirstEvent):
        """A letter was written."""

        TOPIC: ClassVar[str] = "TestLetterWritten"
        SCHEMA: ClassVar[int] = 3
        first_name: str
        last_name: str
        country: str

    @event(LetterWritten)
    def __init__(self, first_name: str, last_name: str, country: str) -> None:
        self.greeting = f"{first_name} {last_name} ({country})"


def split_name(fields: dict[str, str]) -> dict[str, str]:
    first_name, last_name = fields.pop("name").split(" ")
    return fields | {"first_name": first_name, "last_name": last_name}


def add_country(fields: dict[str, str]) -> dict[str, str]:
    return fields | {"country": "nl"}


@pytest.fixture
def two_upcasters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(UPCASTERS, ("TestLetterWritten", 1), split_name)
    monkeypatch.setitem(UPCASTERS, ("TestLetterWritten", 2), add_country)


@pytest.mark.usefixtures("two_upcasters")
@pytest.mark.parametrize(
    "fields",
    [
        {"schema": 1, "name": "Ada Lovelace"},
        {"schema": 2, "first_name": "Ada", "last_name": "Lovelace"},
        {"schema": 3, "first_name": "Ada", "last_name": "Lovelace", "country": "nl"},
    ],
)
def test_an_event_of_any_older_schema_is_read_as_one_of_today(fields: dict[str, object]):
    state = json.dumps(fields | {"act": json.loads(ACT.model_dump_json())}).encode()
    row = a_row(topic="TestLetterWritten", state=state)._replace(version=1)
    letter: Letter | None = Mapper([Letter]).to_event(row).mutate(None)
    assert letter is not None
    assert letter.greeting == "Ada Lovelace (nl)"


def test_a_schema_without_a_way_up_from_an_older_one_is_found_at_the_start(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(UPCASTERS, ("TestLetterWritten", 1), split_name)
    with pytest.raises(ValueError, match="TestLetterWritten has schema 3 and no upcaster from schema 2"):
        Mapper([Letter])
