"""The story's log and vault are in order, and a check that reads all of it finds nothing."""

import pytest

from netwerkpartij.checks import in_contexts, of_log, of_vault
from netwerkpartij.seal_checks import of_rows_of_vault, of_seals, sealed_texts
from tests.story.hearing import Heard

pytestmark = pytest.mark.xdist_group("story")


def test_nothing_is_found_in_the_log_and_the_vault_of_the_story(heard: Heard):
    service = heard.service
    assert [*of_log(service), *of_vault(service), *of_rows_of_vault(service), *of_seals(service)] == []


def test_every_sealed_text_of_the_story_is_looked_for_where_it_is_bound(heard: Heard):
    vault = heard.service.vault
    opened: dict[tuple[str, str], int] = {}
    for recorded, known_in in in_contexts(heard.service):
        for text in sealed_texts(recorded.event):
            contexts = known_in if text.is_personal else (None,)
            assert any(vault.open(text.sealed, text.place, context=context) for context in contexts), text.place
            place = text.place.event_type, text.place.field
            opened[place] = opened.get(place, 0) + 1
    assert {kind for kind, _ in opened} > {"MemberJoined", "AdviceRequested", "AdviceDelivered", "BoardQuestionAsked"}
