"""The story tells itself: by commands alone, the same every time, about people who do not exist."""

import json
import re
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from application.ports.vault.contexts import OFFICE, PARTY
from domain.kernel.acts import CLOCK, is_reference
from domain.kernel.events import FirstEvent
from domain.kernel.log import Log
from netwerkpartij.story import DAYS
from netwerkpartij.story.clock import StoryClock, at
from netwerkpartij.story.people import SURNAMES
from netwerkpartij.story.telling import Chapter, tell_side_by_side
from tests.story.hearing import Heard, a_story_told

pytestmark = pytest.mark.xdist_group("story")

REFERENCE = re.compile(r"\br[0-9a-f]{32}\b")
AGGREGATE = re.compile(r"[0-9a-f-]{36}(?=:\d+)")
FOLLOWS = {"Membership.EntryWithdrawn", "EntryRestored", "PartyMembershipWithdrawn", "PartyMembershipRestored"}
"""What follows when two turn out to be one person, or not."""
Plain = tuple[str, datetime, datetime, str]
WHEN_IT_BEGAN = {"LogOpened", "PartyBegan", "PartsChosen", "RoleGiven", "RuleBookOpened", "RulesAdopted"}


def test_it_is_told_from_june_2022_to_december_2023(heard: Heard):
    told = [recorded.event.timestamp for recorded in heard.events]
    assert told[0] == at("2022-06-28 12:00")
    assert at("2023-12-31 16:00") <= told[-1] < at("2024-01-01 00:00")
    assert told == sorted(told)


def test_nothing_happens_before_it_is_possible_or_after_it_is_recorded(heard: Heard):
    assert [each for each in heard.events if each.event.act.at > each.event.timestamp] == []


def test_the_log_says_that_it_is_a_demo(heard: Heard):
    first = heard.events[0].event
    assert isinstance(first, Log.LogOpened)
    assert first.demo


def test_it_takes_commands_only(heard: Heard):
    by_hand = [each for each in heard.events if each.event.act.command not in heard.commands]
    began = heard.events[:7]
    assert {each.event.TOPIC for each in began} == WHEN_IT_BEGAN
    by_time = [each for each in by_hand if each.event.act.by == CLOCK]  # has an id of its own, whichever command it came with
    assert [each for each in by_hand if each not in by_time] == began[1:]
    assert {each.event.TOPIC for each in by_time} >= {"PartyMembershipEnded", "CoreGroupReminded", "RenewalAsked"}


def test_every_act_says_who_did_it_and_a_command_of_its_own(heard: Heard):
    acts = [each.event.act for each in heard.events]
    assert {act.by for act in acts if not is_reference(act.by)} == {"national-board", "core-group", "clock"}


def test_everybody_is_visibly_invented(heard: Heard):
    vault = heard.service.vault
    members = vault.names(PARTY, [each.reference for each in heard.all_of("PartyMembershipStarted")])
    holders = vault.names(OFFICE, [each.reference for each in heard.all_of("RoleGiven")])
    assert len(members) == len(heard.all_of("PartyMembershipStarted")) - len(heard.all_of("PersonalDataErased"))
    assert {name.rsplit(maxsplit=1)[-1] for name in members.values()} == set(SURNAMES)
    assert {name for name in holders.values() if name not in members.values()} == set()
    assert set(heard.told.people.values()) <= set(members.values())


def test_no_text_in_the_log_names_anybody(heard: Heard):
    texts = json.dumps([each.event.model_dump(mode="json", exclude={"act"}) for each in heard.events], ensure_ascii=False)
    assert [surname for surname in SURNAMES if re.search(rf"\b{surname}\b", texts)] == []


def test_its_progress_is_told_once_a_day(heard: Heard):
    assert heard.progress == list(range(1, DAYS + 1))


def test_telling_it_again_tells_the_same(heard: Heard, tmp_path: Path):
    with a_story_told(tmp_path) as again:
        assert _as_told(again) == _as_told(heard)
        assert again.told == heard.told


def _as_told(story: Heard) -> tuple[list[list[Plain]], list[tuple[str, str]]]:
    """Give what happened at each moment, in no order, and apart from it what followed on nights that were drawn by lot."""
    drawn = [_plain(each.event) for each in story.events if _is_drawn(each.event)]
    told = [_plain(each.event) for each in story.events if not _is_drawn(each.event)]
    moments = [sorted(same) for _, same in groupby(told, key=lambda each: each[2])]
    return moments, sorted((topic, data) for topic, _, _, data in drawn)


def _is_drawn(event: Any) -> bool:
    """Say whether it followed under another reference of somebody, on a night drawn by lot (docs/decisions/0027)."""
    return event.act.by == CLOCK and (event.TOPIC in FOLLOWS or getattr(event, "ending", None) == "party-membership-ended")


def _plain(event: Any) -> Plain:
    data = event.model_dump(mode="json", exclude={*FirstEvent.model_fields, "log"})
    if getattr(event, "ending", None) == "party-membership-ended":
        data["network"] = "drawn by lot, so that no order tells whose it was"
    if "digest" in data:
        data["digest"] = "of the document"
    if "document" in data:
        data["document"] = _without_late_ones(json.loads(data["document"]))
    told = AGGREGATE.sub("item", REFERENCE.sub("somebody", json.dumps(_without_sealed(data), sort_keys=True)))
    return event.TOPIC, event.act.at, event.timestamp, told


def _without_late_ones(document: Any) -> Any:
    """Leave out which network has an ending that the lot drew only after two weeks."""
    figures = [each for each in document["evaluation"]["figures"] if each["figure"] != "late-entries"]
    return document | {"evaluation": document["evaluation"] | {"figures": figures}}


def _without_sealed(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_sealed(each) for each in value]
    if isinstance(value, dict):
        return "sealed" if "box" in value else {name: _without_sealed(each) for name, each in value.items()}
    return value


def test_chapters_are_told_side_by_side():
    clock, told = StoryClock(), []

    def chapter(name: str, *days: str) -> Chapter:
        for day in days:
            yield at(f"{day} 12:00")
            told.append((name, clock()))

    tell_side_by_side([chapter("one", "2022-07-01", "2022-07-03"), chapter("other", "2022-07-02")], clock)
    assert told == [
        ("one", datetime(2022, 7, 1, 10, tzinfo=UTC)),
        ("other", datetime(2022, 7, 2, 10, tzinfo=UTC)),
        ("one", datetime(2022, 7, 3, 10, tzinfo=UTC)),
    ]
