"""Events as they were stored must load for ever: each file holds lives of one kind of aggregate, never to be edited."""

import json
import os
from uuid import UUID

import pytest

from domain.all_aggregates import AGGREGATES
from tests.domain.acting import replayed
from tests.domain.walking import events_of
from tests.history.stored import FOLDER, MAPPER, WRITE, add_life, lives_in, loaded, row_of

LIVES = [(aggregate, life) for aggregate in AGGREGATES for life in lives_in(aggregate.TOPIC)]


@pytest.mark.parametrize(("aggregate", "life"), LIVES)
def test_an_old_life_still_loads_and_replays(aggregate, life):
    lived = replayed(loaded(life))
    assert lived is not None
    assert type(lived) is aggregate
    assert lived.id == UUID(life[-1]["aggregate"])
    assert lived.version == len(life)


@pytest.mark.parametrize("life", [life for _, life in LIVES])
def test_what_was_stored_is_what_is_read(life):
    """Of a form that is still written nothing is lost: storing it again gives all of it, and fields that came with a default."""
    for stored, happened in zip(life, loaded(life), strict=True):
        row = row_of(stored)
        again = MAPPER.to_stored_event(happened)
        assert (again.originator_id, again.originator_version, again.topic) == (row.aggregate, row.version, row.topic)
        if stored["state"]["schema"] == happened.SCHEMA:
            assert is_kept(stored["state"], json.loads(again.state))


def is_kept(before, after):
    """Say whether all that was there before is there after."""
    if isinstance(before, dict):
        return before.keys() <= after.keys() and all(is_kept(value, after[name]) for name, value in before.items())
    return before == after


@pytest.mark.parametrize("aggregate", AGGREGATES)
def test_every_kind_of_event_has_an_old_one(aggregate):
    for topic in (event.TOPIC for event in events_of(aggregate)):
        kept = {stored["topic"] for life in lives_in(aggregate.TOPIC) for stored in life}
        if os.environ.get(WRITE) and topic not in kept:
            add_life(aggregate.TOPIC, topic)
        else:
            assert topic in kept, f"add a life with it: {WRITE}=1 pytest tests/history"


def test_every_file_is_read():
    assert {file.stem for file in FOLDER.glob("*.json")} == {aggregate.TOPIC for aggregate in AGGREGATES}
