"""The id by which the vault knows a person is nowhere in the events database: beside a reference it would say whose that is."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from psycopg import connect, sql
from sqlalchemy import make_url

from application.commands.party import RegisterPartyMember
from netwerkpartij.background import settle
from tests.application.access.test_unlinkability import live
from tests.application.party import Party, the_id


def stored(url: str) -> bytes:
    """Give everything that is kept of log, receipts and read store; the vault is in a file or schema of its own."""
    if url.startswith("sqlite"):
        folder = Path(make_url(url).database or "").parent
        return b"\n".join(file.read_bytes() for file in folder.iterdir() if not file.name.startswith("vault"))
    return b"\n".join(_cells(url))


def _cells(url: str) -> Iterator[bytes]:
    tables = "SELECT schemaname, tablename FROM pg_tables WHERE schemaname = 'public' OR schemaname LIKE 'read%'"
    with connect(url) as session:
        for schema, table in session.execute(tables).fetchall():
            rows = session.execute(sql.SQL("SELECT * FROM {}.{}").format(sql.Identifier(schema), sql.Identifier(table)))
            for row in rows:
                yield from (cell if isinstance(cell, bytes) else str(cell).encode() for cell in row)


def forms(person: UUID) -> set[bytes]:
    return {str(person).encode(), person.hex.encode(), str(person).upper().encode(), person.bytes}


def test_no_id_of_a_person_is_anywhere_in_the_events_database(party_on_each: Party, begun_url: str):
    party = party_on_each
    live(party)
    registered = party.give(RegisterPartyMember(name="Voorbeeld Nieuw", email="nieuw@voorbeeld.example"), party.bureau)
    settle(party.opened)
    people = {**party.people, "Voorbeeld Nieuw": the_id(registered.data.person)}

    everything = stored(begun_url)

    assert str(registered.data.party_membership).replace("-", "").encode() in everything.replace(b"-", b"")
    assert len(people) > 10
    assert [name for name, person in people.items() if any(form in everything for form in forms(person))] == []
