"""Whoever may read what happened to something reads it in sentences, whatever is left out for them."""

from collections import defaultdict
from uuid import UUID

import pytest

from application.access.table import KNOWN
from application.errors import AccessDenied
from application.language.answers import in_sentences
from application.language.words import Language
from application.ports.vault.sessions import Session
from application.queries.auditing.record import History
from domain.kernel.acts import Role
from tests.story.hearing import Heard

pytestmark = pytest.mark.xdist_group("story")

OF_A_KIND = 25
"""So many items of each kind: all networks, plans and requests of the story, and some of its hundreds of memberships."""


MAY_READ_NONE = frozenset({Role.ADMINISTRATOR, Role.MEMBER, Role.REQUESTER})
"""The administrator operates; the others read those of what is their own, of which the story may have none."""


def items(heard: Heard) -> list[UUID]:
    of_kind: dict[str, dict[UUID, None]] = defaultdict(dict)
    for recorded in heard.events:
        of_kind[type(recorded.event).__qualname__.split(".")[0]][recorded.event.originator_id] = None
    return [item for found in of_kind.values() for item in list(found)[:OF_A_KIND]]


@pytest.mark.parametrize("role", KNOWN)
def test_every_history_is_told_in_sentences_or_not_at_all(heard: Heard, role: Role):
    person = heard.service.vault.person_named(heard.told.people[role])
    network = heard.network(heard.told.core_group_network).id if role is Role.CORE_GROUP else None
    session = Session(person=person, role=role, network=network)
    told = 0
    for item in items(heard):
        try:
            answer = heard.service.service.query(History(item=item), session=session)
        except AccessDenied:
            continue
        for language in Language:
            assert all(each.sentence for each in in_sentences(answer, language).items), item
        told += 1
    assert told > 0 or role in MAY_READ_NONE


def test_what_the_core_group_is_like_is_told_to_the_bureau_and_left_out_for_the_auditor(heard: Heard):
    network = next(each for each in heard.all_of("CoreGroupMixStated")).originator_id
    for role, knows in ((Role.PARTY_BUREAU, True), (Role.AUDITOR, False)):
        person = heard.service.vault.person_named(heard.told.people[role])
        session = Session(person=person, role=role, network=None)
        answer = heard.service.service.query(History(item=network, limit=500), session=session)
        (stated,) = (each for each in answer.items if each.type == "CoreGroupMixStated")
        assert ("with_experience" in stated.data) is knows
