"""What `check` finds where a sealed text or a row of the vault does not open, though the key for it is there."""

import json
import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.commands.advice import RequestAdvice
from application.commands.networks import JoinNetwork
from application.commands.party import RegisterPartyMember
from application.ports.vault.sessions import Session
from domain.advice.values import RequesterKind
from domain.kernel.acts import Role, Source
from domain.kernel.text import Purpose
from domain.networks.name import NetworkName, network_name_id
from infrastructure.vault.tables import metadata
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import Opened, opened
from tests.beginning import token_of
from tests.netwerkpartij.terminal import BEGIN, Terminal

HISTORY = "timestamp,network,kind,event,person,role\n2020-01-01T00:00:00Z,zorg,team,NetworkFounded,,\n"
MEMBER, REQUESTER = "Anne Voorbeeld", "Rik Voorbeeld"


@pytest.fixture
def sealed(terminal: Terminal) -> Terminal:
    """A terminal of a party in which a member joined, and a closed request was made: two sealed texts."""
    terminal.does(*BEGIN)
    (terminal.folder / "history.csv").write_text(HISTORY, encoding="utf-8")
    terminal.does("import", "history", "history.csv")
    with opened(load_settings()) as service:
        name = service.log.load(NetworkName, network_name_id("zorg"))
        assert name is not None
        assert name.network is not None
        join_and_ask(service, name.network)
    assert found(terminal) == []
    return terminal


def join_and_ask(service: Opened, network: UUID) -> None:
    token_of(service, Role.PARTY_BUREAU, "Bo Voorbeeld")
    token_of(service, Role.REQUESTER, REQUESTER)
    bureau = Session(service.vault.person_named("Bo Voorbeeld"), Role.PARTY_BUREAU, None)
    requester = Session(service.vault.person_named(REQUESTER), Role.REQUESTER, None)
    registered = RegisterPartyMember(name=MEMBER, province="NL-UT", birth_year=1980, email="anne@voorbeeld.example")
    service.service.execute(registered.model_copy(update={"source": Source.MAIL}), session=bureau, command_id=uuid4())
    join = JoinNetwork(network=network, purpose_version=1, person=service.vault.person_named(MEMBER))
    service.service.execute(join.model_copy(update={"source": Source.PHONE}), session=bureau, command_id=uuid4())
    due = (service.service.now() + timedelta(days=60)).date()
    ask = RequestAdvice(network=network, requester_kind=RequesterKind.POLITICIAN, question="Wat vindt u?", due=due, closed=True)
    service.service.execute(ask, session=requester, command_id=uuid4())


def found(terminal: Terminal) -> list[tuple[str, str]]:
    findings: list[dict[str, Any]] = json.loads(terminal.types("check", "--format", "json").out)["findings"]
    return [(each["code"], each["sentence"]) for each in findings]


def change(terminal: Terminal, statement: str, file: str = "vault.db", given: tuple[object, ...] = ()) -> None:
    with closing(sqlite3.connect(terminal.folder / "var" / "netwerkpartij" / file)) as database, database:
        assert database.execute(statement, given).rowcount > 0


def read(terminal: Terminal, query: str, file: str = "vault.db") -> Any:
    with closing(sqlite3.connect(terminal.folder / "var" / "netwerkpartij" / file)) as database:
        (row,) = database.execute(query).fetchall()
        return row


def alter(terminal: Terminal, kind: str, field: str, part: str) -> None:
    """Alter a part of the sealed text of an event."""
    row, state = read(terminal, f"SELECT rowid, state FROM stored_events WHERE topic LIKE '{kind}%'", "events.db")  # noqa: S608  # ours
    told = json.loads(state)
    token = told[field].get("sealed") or told[field]
    token[part] = token[part][:9] + ("0" if token[part][9] != "0" else "1") + token[part][10:]
    changed = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    change(terminal, "UPDATE stored_events SET state = ? WHERE rowid = ?", "events.db", (changed, row))


@pytest.mark.parametrize("part", ["box", "value", "commitment"])
@pytest.mark.parametrize(("kind", "field"), [("MemberJoined", "statistics"), ("AdviceRequested", "question")])
def test_a_sealed_text_that_was_altered_is_named_with_its_event(sealed: Terminal, kind: str, field: str, part: str):
    alter(sealed, kind, field, part)
    (first, *_) = [told for code, told in found(sealed) if code == "seal-broken"]
    assert first.startswith(f"the {field} of event ")
    assert "make a copy first: netwerkpartij backup FOLDER" in first


def test_a_sealed_text_whose_key_was_never_there_is_named(sealed: Terminal):
    change(sealed, "DELETE FROM dossiers")
    assert [code for code, _ in found(sealed)] == ["seal-without-key"]


def test_texts_whose_keys_were_destroyed_are_no_fault(sealed: Terminal):
    with opened(load_settings()) as service:
        member = service.vault.person_named(MEMBER)
        assert member is not None
        service.vault.destroy_key(member, Purpose.STATISTICS)
    change(sealed, "UPDATE dossiers SET wrapped = NULL, destroyed_at = '2026-01-01 00:00:00'")
    assert found(sealed) == []
    with opened(load_settings()) as service:
        service.vault.erase_person(member)
    assert found(sealed) == []


def test_people_of_whom_no_event_speaks_are_no_fault(sealed: Terminal):
    with opened(load_settings()) as service:
        service.vault.add_person("Requester Zonder Spoor")
    assert found(sealed) == []


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("persons", "secret"),
        ("persons", "name"),
        ("persons", "province"),
        ("persons", "birth_year"),
        ("keys", "wrapped"),
        ("dossiers", "wrapped"),
        ("addresses", "address"),
    ],
)
def test_a_row_of_the_vault_that_was_altered_is_named(sealed: Terminal, table: str, column: str):
    (number,) = metadata.tables[table].primary_key
    query = f"SELECT {number.name}, {column} FROM {table} WHERE {column} IS NOT NULL ORDER BY 1 DESC LIMIT 1"  # noqa: S608  # ours
    row, value = read(sealed, query)
    altered = bytes([value[0] ^ 1]) + value[1:]
    change(sealed, f"UPDATE {table} SET {column} = ? WHERE {number.name} = ?", given=(altered, row))  # noqa: S608  # ours
    (told, *others) = [told for code, told in found(sealed) if code == "vault-rows-broken"]
    assert f"{table} {row}, {column}" in told
    assert others == []
