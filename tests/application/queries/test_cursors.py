"""A cursor says where a next page begins, to whoever asked, for what they asked."""

import base64
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from application.ports.vault.sessions import Session
from application.queries.base import Page
from application.queries.cursors import CursorOfSomeoneElse, Cursors, InvalidCursor, Place
from application.queries.networks import NetworkDirectory
from application.queries.pilot import Pilots
from domain.kernel.acts import Role
from tests.application.party import Party

PLACE = Place(position=12, after="Onderwijsnetwerk|7")
PERSON, SOMEBODY_ELSE, NETWORK = UUID(int=1), UUID(int=2), UUID(int=3)
NETWORKS: Page[Any] = NetworkDirectory()
SESSION = Session(person=PERSON, role=Role.PARTY_BUREAU, network=None)


def cursors(party: Party, session: Session = SESSION, question: Page[Any] = NETWORKS) -> Cursors:
    return Cursors(party.vault, session, question)


@pytest.mark.parametrize("place", [PLACE, Place(position=0, after=""), Place(position=1, after="Café é|“z”")])
def test_a_place_is_read_as_it_was_written(party: Party, place: Place):
    assert cursors(party).read(cursors(party).write(place)) == place


def test_a_page_goes_on_in_another_size_and_as_of_what_was_known(party: Party):
    cursor = cursors(party).write(PLACE)
    assert cursors(party, question=NetworkDirectory(limit=7, after="b", position=12)).read(cursor) == PLACE


def test_a_cursor_can_be_part_of_an_address(party: Party):
    cursor = cursors(party).write(Place(position=1, after="é?&=/+" * 20))
    assert set(cursor) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")


def test_what_was_altered_was_not_written_by_us(party: Party):
    cursor = cursors(party).write(PLACE)
    payload, _, signature = cursor.partition(".")
    other, _, _ = cursors(party).write(Place(position=13, after="")).partition(".")
    forged = base64.urlsafe_b64encode(b"no JSON").decode()
    for altered in (
        "",
        ".",
        "é",
        payload,
        f"{payload}.",
        f"{other}.{signature}",
        f"{payload}.{'0' * 64}",
        f"{forged}.{signature}",
    ):
        with pytest.raises(InvalidCursor):
            cursors(party).read(altered)


@pytest.mark.parametrize(
    "session",
    [
        Session(person=SOMEBODY_ELSE, role=Role.PARTY_BUREAU, network=None),
        Session(person=None, role=Role.PARTY_BUREAU, network=None),
        Session(person=PERSON, role=Role.AUDITOR, network=None),
        Session(person=PERSON, role=Role.PARTY_BUREAU, network=NETWORK),
    ],
)
def test_a_cursor_is_for_whoever_asked(party: Party, session: Session):
    cursor = cursors(party).write(PLACE)
    with pytest.raises(CursorOfSomeoneElse):
        cursors(party, session).read(cursor)


@pytest.mark.parametrize("question", [NetworkDirectory(on=date(2025, 3, 3)), Pilots()])
def test_a_cursor_is_for_what_was_asked(party: Party, question: Page[Any]):
    cursor = cursors(party).write(PLACE)
    with pytest.raises(CursorOfSomeoneElse):
        cursors(party, question=question).read(cursor)
