"""
A thief who has the vault's file and not its key, and looks for who holds a token, is in a network or is followed out.

The thief knows how the program works, and the ids of networks and requests as the log has them. Two rows are tied when they
have something in common that is no accident. What may be tied stands in docs/decisions/0041, and here.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

import pytest
from sqlalchemy import MetaData, Table, select

from application.digests import digest_id
from application.ports.mail import DigestState, QueuedDigest
from domain.kernel.days import day_of
from domain.kernel.text import Purpose
from domain.networks.network import Network
from infrastructure.vault.people.persons import NewPerson
from infrastructure.vault.tables import NUMBERED, looks, metadata, persons, tokens
from tests.application.party import FOUNDERS, SOMEBODY, Party
from tests.application.privacy.doing_everything import NAME, did_everything

PLAIN = frozenset({"persons", "keys", "corrected_persons", "known_references", "addresses", "register_entries"})
"""Tables whose rows have the number of their person: known, with keys, an address, other details now, in the register."""

OF_SOMEBODY = frozenset(
    {
        "fan_outs",
        "tokens",
        "digests",
        "looks",
        "refused_addresses",
        "corrected_statistics",
        "merged_persons",
        "browser_sessions",
        "reading_languages",
        "wishes",
    }
)
"""Tables of which each row says something of somebody, and nothing of whom."""

NO_ACCIDENT = 2**32
"""A number from here on is drawn at random; what is counted is smaller."""

SHORT = 8
"""Bytes or letters that fewer can be are the same by accident."""


class Row(NamedTuple):
    """A row of the file, with what could tie it to another."""

    table: str
    number: int
    values: frozenset[object]


def rows_of(party: Party, of: MetaData = metadata) -> list[Row]:
    """Give everything that the file has."""
    with party.vault.outbox._database.reading() as connection:  # noqa: SLF001  # what whoever has the file sees
        return [
            Row(table.name, number, frozenset(filter(is_no_accident, row)))
            for table in of.sorted_tables
            for number, row in enumerate(connection.execute(select(table)).all())
        ]


def is_no_accident(value: object) -> bool:
    if isinstance(value, int):
        return value >= NO_ACCIDENT
    return isinstance(value, bytes | str) and len(value) >= SHORT and value not in NAMES_OF_KINDS


NAMES_OF_KINDS = frozenset({*Purpose, *DigestState})
"""What keys are for and how far letters are: of everybody alike."""


def tied(rows: Iterable[Row]) -> list[set[Row]]:
    """Put rows together that have something in common, and what is tied to either."""
    of_value = defaultdict[object, list[Row]](list)
    for row in rows:
        for value in row.values:
            of_value[value].append(row)
    groups: dict[Row, set[Row]] = {row: {row} for same in of_value.values() for row in same}
    for same in of_value.values():
        together = set[Row]().union(*(groups[row] for row in same))
        groups.update(dict.fromkeys(together, together))
    return list({id(group): group for group in groups.values()}.values())


COUNTED_TOGETHER = {"sign_in_codes"}
"""Codes for one address are counted, by a mark that nothing else has (docs/decisions/0041)."""


@pytest.fixture
def lived(party: Party) -> Party:
    """Somebody did everything, is followed out, gets mail that does not arrive; another was erased who was in two networks."""
    person = did_everything(party)
    today = day_of(party.clock())
    for name in (NAME, *FOUNDERS):
        party.vault.claim_fan_out(party.person(name), today)
        party.vault.issue_token(party.member(name).role, person=party.person(name))
        party.vault.outbox.queue(
            [QueuedDigest(digest_id(party.person(name), today), party.person(name))], day=today, now=party.clock()
        )
    party.vault.refuse_address(person, party.clock())
    gone = party.party_member(SOMEBODY)
    stood = [("party", party.vault.reference(gone, "party")), ("office", party.vault.reference(gone, "office"))]
    party.vault.erase_person(gone, stood, after=today)
    return party


def test_rows_that_say_something_of_somebody_are_tied_to_no_other(lived: Party):
    rows = rows_of(lived)
    assert {row.table for row in rows} >= OF_SOMEBODY | PLAIN
    groups = [sorted(row.table for row in group) for group in tied(rows)]
    assert [group for group in groups if len(group) > 1 and not (set(group) <= PLAIN or set(group) == COUNTED_TOGETHER)] == []
    assert sum("persons" in group for group in groups) == sum(row.table == "persons" for row in rows)


def test_no_other_table_has_the_number_of_a_person():
    """One that is added is blinded, or said to remain plain, in docs/decisions/0041 too."""
    assert {table.name for table in NUMBERED} == PLAIN - {"persons"}


def test_the_file_names_no_network_and_nobody_but_in_their_own_row(lived: Party):
    with lived.vault.outbox._database.reading() as connection:  # noqa: SLF001
        people = [UUID(bytes=each) for each in connection.scalars(select(persons.c.id))]
    networks = [each.event.originator_id for each in lived.recorded() if isinstance(each.event, Network.NetworkFounded)]
    weeks = [day_of(lived.clock()) + timedelta(weeks=number) for number in (-1, 0, 1)]
    guessed = [*networks, *people, *(digest_id(person, week) for person in people for week in weeks)]
    codings = {each: (each.bytes, str(each).encode(), each.hex.encode()) for each in guessed}
    found = [
        (row.table, each)
        for row in rows_of(lived)
        for value in row.values
        for each, pieces in codings.items()
        if any(piece in (value if isinstance(value, bytes) else str(value).encode()) for piece in pieces)
    ]
    assert sorted(found) == sorted(("persons", person) for person in people)
    assert len(networks) > 1


def test_what_is_encrypted_is_of_one_length_whoever_it_is_about(lived: Party):
    lengths = defaultdict[str, set[int]](set)
    with lived.vault.outbox._database.reading() as connection:  # noqa: SLF001
        for table in metadata.sorted_tables:
            if table.name in OF_SOMEBODY | {"to_end"}:
                lengths[table.name] |= {len(box) for box in connection.scalars(select(table.c.content))}
    assert {table: len(each) for table, each in lengths.items()} == dict.fromkeys(OF_SOMEBODY | {"to_end"}, 1)


def test_person_numbers_tell_no_order(party: Party):
    party.vault.add_persons(NewPerson(f"Iemand Verzonnen {number}") for number in range(200))
    with party.vault.outbox._database.reading() as connection:  # noqa: SLF001
        numbers = list(connection.scalars(select(persons.c.number).order_by(persons.c.row)))
    rising = sum(one < other for one, other in pairwise(numbers))
    assert 0.3 < rising / len(numbers) < 0.7
    assert min(numbers) > 1_000_000


def test_people_who_come_together_stand_in_no_order(party: Party):
    people = party.vault.add_persons(NewPerson(f"Iemand Verzonnen {number}") for number in range(200))
    with party.vault.outbox._database.reading() as connection:  # noqa: SLF001
        there = list(connection.scalars(select(persons.c.id).order_by(persons.c.row)))
    places = [there.index(person.bytes) for person in people]
    assert 0.3 < sum(one < other for one, other in pairwise(places)) / len(places) < 0.7


@pytest.mark.parametrize("table", [tokens, looks])
def test_the_thief_would_see_rows_that_say_whose_they_are(table: Table):
    """With the number of a person in it, as it once was, a row is tied to that person."""
    anne, token, other = (
        Row("persons", 1, frozenset({2**40, b"x" * 16})),
        Row(table.name, 1, frozenset({2**40})),
        Row("looks", 2, frozenset({b"y" * 16})),
    )
    assert sorted(map(len, tied([anne, token, other]))) == [1, 2]
