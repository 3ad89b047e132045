"""``netwerkpartij person``: what is kept of somebody, and erasing it."""

import json
import stat
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from application.language.words import word
from application.ports.vault.looks import LookPurpose
from domain.kernel.acts import Role
from netwerkpartij.cli.terminal import LANGUAGE
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from tests.netwerkpartij.terminal import BEGIN, Terminal

NAME = "Anne Weggewist"


@pytest.fixture
def person(terminal: Terminal) -> str:
    """Somebody in a party that has begun."""
    terminal.does(*BEGIN, "--rules", "netwerkpartij-2022", "--adopted-on", "2022-06-28")
    with opened(load_settings(), make=False) as service:
        return str(service.vault.add_person(NAME))


def is_known() -> bool:
    with opened(load_settings(), make=False) as service:
        return service.vault.person_named(NAME) is not None


def looks_at(person: str) -> list[tuple[str, LookPurpose | None]]:
    with opened(load_settings(), make=False) as service:
        return [(each.what, each.purpose) for each in service.vault.looks_at(UUID(person))]


def test_what_is_kept_is_shown_and_that_somebody_looked_is_kept(terminal: Terminal, person: str):
    told = terminal.does("person", "show", person, "--purpose", "asked-by-them").out
    assert NAME in told
    assert "Who looked" in told
    assert looks_at(person) == [("person show", LookPurpose.ASKED_BY_THEM)]
    told = terminal.does("person", "show", person).out
    assert word(LookPurpose.ASKED_BY_THEM, LANGUAGE) in " ".join(told.replace("│", " ").split())


def test_who_writes_everything_to_a_file_says_what_for_in_one_of_the_words_for_it(terminal: Terminal, person: str):
    for said in ((), ("--purpose", "nieuwsgierig")):
        assert terminal.types("person", "export", person, *said).status == 2
    assert looks_at(person) == []


def test_what_is_kept_is_written_to_a_file_that_its_owner_alone_can_read(terminal: Terminal, person: str):
    export = ("person", "export", person, "--purpose", "asked-by-them")
    terminal.does(*export, "-o", "file.json")
    file = terminal.folder / "file.json"
    written = json.loads(file.read_text(encoding="utf-8"))
    assert [each["values"] for each in written["kept"] if each["what"] == "name"] == [[NAME]]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert terminal.types(*export, "-o", "file.json").complaint == "file.json: File exists"
    assert json.loads(terminal.does(*export).out)["person"] == person
    assert looks_at(person) == [("person export", LookPurpose.ASKED_BY_THEM)]


def test_who_lists_tokens_looked_at_whose_they_are(terminal: Terminal, person: str):
    with opened(load_settings(), make=False) as service:
        service.vault.issue_token(Role.MEMBER, person=UUID(person))
    terminal.does("token", "list")
    terminal.does("token", "list", "--purpose", "oversight")
    assert looks_at(person) == [("token list", None), ("token list", LookPurpose.OVERSIGHT)]


def test_somebody_is_erased_and_what_stays_is_told(terminal: Terminal, person: str):
    told = terminal.does("person", "erase", person, "--yes")
    assert told.out.splitlines() == [
        "Erased. To end by itself, one each day: 0.",
        "Stays on record: what happened there, without a name.",
    ]
    assert not is_known()


def test_without_a_yes_nobody_is_erased(terminal: Terminal, person: str):
    assert terminal.types("person", "erase", person).complaint == "Nothing was erased. Is it meant? Add --yes."
    assert is_known()


def test_who_was_erased_and_who_never_was_are_told_apart_in_one_line(terminal: Terminal, person: str):
    terminal.does("person", "erase", person, "--yes")
    assert terminal.types("person", "erase", person, "--yes").complaint.startswith("person-erased: ")
    assert terminal.types("person", "erase", str(uuid4()), "--yes").complaint.startswith("person-unknown: ")


def test_a_vault_of_before_that_is_put_back_by_hand_is_erased_again_when_the_service_opens_it(terminal: Terminal, person: str):
    vault = Path(load_settings().vault_address.removeprefix("sqlite:///"))
    before = vault.read_bytes()
    terminal.does("person", "erase", person, "--yes")
    vault.write_bytes(before)
    assert not is_known()
    assert terminal.does("check").out.startswith("All is well")
