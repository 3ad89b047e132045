"""Of somebody who did everything nothing is found anywhere after an erasure, and everything that was counted still is."""

import base64
import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from html import unescape
from http import HTTPStatus
from itertools import chain
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

import pytest
from sqlalchemy import select

from application.commands.privacy import EraseOwnData
from application.ports.vault.contexts import PersonId
from application.queries.auditing.record import History
from application.queries.evaluating.evaluation import Evaluation
from application.queries.networks import MembershipReport, MembersOfNetwork
from domain.networks.network import Network
from infrastructure.vault.database import Database
from infrastructure.vault.tables import (
    OWNED,
    addresses,
    corrected_persons,
    keys,
    member_claims,
    merged_persons,
    metadata,
    notices,
    persons,
    sign_in_codes,
)
from netwerkpartij.background import settle
from netwerkpartij.backups import back_up, put_back
from netwerkpartij.cli.check import found
from netwerkpartij.cli.events import told
from netwerkpartij.wiring import opened
from tests.application.conftest import settings_for
from tests.application.party import BUREAU, FOUNDERS, Party
from tests.application.privacy.doing_everything import DOUBLE, NAME, VALUES, did_everything
from tests.searching import codings, files_in, found_in, tables_at
from tests.web.conftest import Browser
from web.shell import SESSION_COOKIE

BY_ADDRESS = (sign_in_codes.c.content, member_claims.c.content, notices.c.content)
"""What is of a mailbox, and of no person until it is shown or answered; here all of it is theirs."""
NOT_FILLED = {
    "pending": "for a moment, until a command is recorded",
    "register_imports": "nothing of a person",
    "register_files": "an hour at most; a file that is taken in after an erasure brings nobody back",
    "to_end": "written by an erasure, and says of nobody whose it was",
    "erased_numbers": "written by an erasure, and says of nobody whose it was",
    "refused_addresses": "of an address that is refused; it goes with the others of its kind",
    "digests": "a message of a Monday; it goes with the others of its kind",
    "fan_outs": "for a party member who left",
}
"""Tables of the vault in which somebody who did everything has no row, and why that is enough. A new one is filled or named."""
IN_ONE_PIECE = 300
"""Bytes that SQLite keeps together; of what is longer, such as a letter, the rest may lie on other pages."""


def everywhere(party: Party, folder: Path, url: str) -> Iterator[tuple[str, bytes]]:
    """Give every file and table, and what is exported and shown of them."""
    yield from files_in(folder)
    if url.startswith("postgresql"):
        yield from tables_at(url)
    yield from shown(party)


def shown(party: Party) -> Iterator[tuple[str, bytes]]:
    """Give what is exported, and what the bureau reads."""
    events = party.recorded()
    yield "exported events", "\n".join(json.dumps(told(each), ensure_ascii=False) for each in events).encode()
    networks = [each.event.originator_id for each in events if each.event.TOPIC in {"NetworkFounded", "NetworkBroughtIn"}]
    for network in networks:
        if not party.load(Network, network).sensitive:
            yield f"members of {network}", str(party.ask(MembersOfNetwork(network=network), party.bureau)).encode()
        yield f"history of {network}", str(party.ask(History(item=network), party.bureau)).encode()
    yield from pages_of_bureau(party, networks)


def pages_of_bureau(party: Party, networks: list[UUID]) -> Iterator[tuple[str, bytes]]:
    """Give what the bureau sees in a browser of the networks and of what there is to do, and takes along as a file."""
    browser = Browser(party.opened)
    browser.cookies.set(SESSION_COOKIE, party.opened.door.begin(party.person(BUREAU)))
    of_network = [f"/netwerken/{each}{part}" for each in networks for part in ("", "/leden", "/kerngroep", "/leden?als=csv")]
    for address in (
        "/te-doen",
        "/besluiten",
        "/adviesvragen",
        "/plannen",
        *of_network,
        *(f"/geschiedenis/{each}" for each in networks),
    ):
        answer = browser.get(address)
        assert answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR, address
        yield f"page {address}", unescape(answer.text).encode()


def kept_of(party: Party, url: str, person: PersonId) -> list[bytes]:
    """Give what the vault keeps of a row of somebody, as it is written: encrypted, and so only found as it is."""
    owners = party.vault.outbox._owned.of  # noqa: SLF001  # which rows are theirs nobody else can tell
    with closing(Database(settings_for(url).vault_address)) as database, database.reading() as connection:
        row = connection.execute(select(persons).where(persons.c.id == person.bytes)).one()
        own = connection.execute(select(keys.c.wrapped).where(keys.c.person == row.number)).scalars().all()
        address = connection.scalar(select(addresses.c.address).where(addresses.c.person == row.number))
        by_address = [connection.scalars(select(each)).all() for each in BY_ADDRESS]
        mergers = connection.execute(select(merged_persons.c.content)).scalars().all()
        corrected = [
            box
            for columns in connection.execute(select(corrected_persons).where(corrected_persons.c.person == row.number))
            for box in columns
            if isinstance(box, bytes)
        ]
        owned = [
            box
            for table in OWNED
            for columns in connection.execute(select(table).where(table.c.owner.in_(owners(connection, table, [person]))))
            for box in columns
            if isinstance(box, bytes)
        ]
    boxes = [
        row.secret,
        row.name,
        row.name_index,
        row.province,
        row.birth_year,
        address,
        *own,
        *chain.from_iterable(by_address),
        *mergers,
        *corrected,
        *owned,
    ]
    return [bytes(each)[:IN_ONE_PIECE] for each in boxes]


def empty_tables(url: str) -> set[str]:
    with closing(Database(settings_for(url).vault_address)) as database, database.reading() as connection:
        return {table.name for table in metadata.sorted_tables if connection.execute(select(table).limit(1)).first() is None}


def missing(places: Iterator[tuple[str, bytes]], pieces: list[bytes]) -> list[bytes]:
    everything = [content for _, content in places]
    return [piece for piece in pieces if not any(piece in content for content in everything)]


def counted(party: Party, day: date) -> list[object]:
    """Give what is counted and judged as of a day that is over."""
    return [party.ask(MembershipReport(on=day), party.bureau).items, party.ask(Evaluation(on=day), party.bureau).figures]


def test_of_an_erased_person_nothing_is_found_anywhere(
    party_on_each: Party, begun_url: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    party, settings, backup = party_on_each, settings_for(begun_url), tmp_path / "backup"
    person = did_everything(party)
    party.clock.pass_time(days=1)
    day, events = party.clock().date() - timedelta(days=1), len(party.recorded())
    rows = {name: kept_of(party, begun_url, each) for name, each in ((NAME, person), (DOUBLE, party.person(DOUBLE)))}
    kept, before = [*rows[NAME], *rows[DOUBLE]], counted(party, day)
    assert empty_tables(begun_url) == NOT_FILLED.keys()
    assert missing(everywhere(party, tmp_path, begun_url), kept) == []
    assert {NAME} <= {value for _, value, _ in found_in(shown(party), VALUES)}
    back_up(settings, backup)

    answer = party.give(EraseOwnData(), party.member(NAME)).data
    assert answer.ending is not None
    for _ in range(answer.ending + 1):
        party.clock.pass_time(days=1)
        settle(party.opened, nightly=True)

    assert found_in(everywhere(party, tmp_path, begun_url), VALUES) == []
    assert counted(party, day) == before
    assert [each.event.TOPIC for each in party.recorded()[events:]].count("PersonalDataErased") == len(rows)
    assert list(found(party.opened)) == []
    backup.rename(tmp_path.parent / f"backup of {tmp_path.name}")
    assert missing(everywhere(party, tmp_path, begun_url), kept) == kept

    party.opened.close()
    put_back(settings, tmp_path.parent / f"backup of {tmp_path.name}")
    with opened(settings, clock=party.clock) as service:
        assert [service.vault.person_named(name) for name in rows] == [None, None]
        assert service.vault.person_named(FOUNDERS[0]) is not None
        party.opened, party.log, party.vault = service, service.log, service.vault
        assert found_in([*files_in(tmp_path), *shown(party)], VALUES) == []
        service.vault.wipe_again()  # what somebody who read just then kept from being wiped goes in the night
        assert missing(files_in(tmp_path), kept) == kept
    assert found_in([("log lines", "".join(capfd.readouterr()).encode())], VALUES) == []


@pytest.mark.parametrize("value", VALUES)
def test_what_is_looked_for_is_found_in_every_coding(value: str):
    """What is looked for stands somewhere in between, and in base64 begins at any place."""
    for coding, pieces in codings(value).items():
        assert all(pieces), coding
    around = f"vóór {value} daarna"
    written = {
        "text": around.encode(),
        "json": json.dumps({"name": value}).encode(),
        "utf-16": around.encode("utf-16"),
        "hex": around.encode().hex().encode(),
        "base64": base64.b64encode(around.encode()),
        "url": urlencode({"q": around}).encode(),
    }
    for coding, content in written.items():
        assert (coding, value, coding) in found_in([(coding, content)], [value])
    for shift in range(3):
        content = base64.urlsafe_b64encode(b"x" * shift + value.encode() + b"yz")
        assert ("box", value, "base64") in found_in([("box", content)], [value])
