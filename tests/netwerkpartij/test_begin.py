"""A party begins by its own hand: what it says is recorded, by who did it, and nothing else."""

import json
from typing import Any

import pytest

from domain.kernel.acts import Role
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from tests.netwerkpartij.terminal import BEGIN, Terminal

RULES = ("--rules", "netwerkpartij-2022", "--adopted-on", "2022-06-28")
PILOT = ("--pilot", "5", "--from", "2022-07-01", "--until", "2023-12-31")
OTHERS = ("--bureau", "Bureau Voorbeeld", "--board", "Bestuur Voorbeeld")


def events(terminal: Terminal) -> list[dict[str, Any]]:
    return [json.loads(line) for line in terminal.does("events").out.splitlines()]


def test_without_it_there_is_a_log_and_nothing_that_anybody_did(terminal: Terminal):
    with opened(load_settings()):
        pass  # as `serve` opens it
    assert [(each["type"], each["role"], each["by"]) for each in events(terminal)] == [("LogOpened", "clock", "clock")]
    assert terminal.does("check").out.startswith("All is well")


def test_a_party_begins_with_its_administrator_and_its_choice_of_parts_and_nothing_more(terminal: Terminal):
    told = terminal.does(*BEGIN)
    assert told.out.startswith("np_")
    assert "No rule holds yet" in told.err
    _, began, role, parts = events(terminal)
    assert (began["type"], began["data"], began["role"]) == ("PartyBegan", {"party": "Voorbeeldpartij"}, "administrator")
    assert (role["type"], role["data"]["held_role"], role["by"]) == ("RoleGiven", "administrator", began["by"])
    assert (parts["type"], parts["data"], parts["by"]) == ("PartsChosen", {"parts": []}, began["by"])


def test_what_the_board_decided_is_an_act_of_the_board_that_the_administrator_enters(terminal: Terminal):
    terminal.does(*BEGIN, *RULES, *PILOT, *OTHERS, "--source", "meeting")
    _, began, *given, parts, opened, first, second, pilot = events(terminal)
    assert [each["data"]["held_role"] for each in given] == ["administrator", "party-bureau", "national-board"]
    assert (parts["type"], parts["data"]) == ("PartsChosen", {"parts": ["pilot"]})
    assert {each["by"] for each in (*given, parts)} == {began["by"]}
    of_board = [opened, first, second, pilot]
    assert [each["type"] for each in of_board] == ["RuleBookOpened", "RulesAdopted", "RulesAdopted", "PilotOpened"]
    for each in of_board:
        assert (each["by"], each["role"], each["enteredBy"]) == ("national-board", "national-board", began["by"])
        assert each["source"] == "meeting"
    assert (first["at"], first["data"]["valid_from"]) == ("2022-06-28T21:59:59+00:00", "2022-06-28")
    assert (pilot["data"]["label"], pilot["data"]["places"]) == ("pilot-2022-2023", 5)


def test_a_party_begins_once_and_the_second_time_nothing_is_kept(terminal: Terminal):
    terminal.does(*BEGIN)
    before = terminal.does("events").out
    again = terminal.types("begin", "--party", "Andere partij", "--administrator", "Iemand Anders")
    assert again.complaint.startswith("party-begun-already: ")
    assert terminal.does("events").out == before
    with opened(load_settings()) as service:
        assert service.vault.person_named("Iemand Anders") is None


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--party", "Voorbeeldpartij"], "--administrator: give a name"),
        (["--administrator", "Anne"], "--party: give a name"),
        (["--party", " ", "--administrator", "Anne"], "--party: give a name"),
        ([*BEGIN[1:], "--bureau", "x" * 121], "--bureau: give a name of at most 120 characters"),
        ([*BEGIN[1:], "--rules", "netwerkpartij-2022"], "--adopted-on: say on which day"),
        ([*BEGIN[1:], "--adopted-on", "2022-06-28"], "--rules None: choose one of netwerkpartij-2022, "),
        ([*BEGIN[1:], "--rules", "andere", "--adopted-on", "2022-06-28"], "--rules 'andere': choose one of "),
        ([*BEGIN[1:], "--pilot", "5"], "--pilot, --from and --until go together"),
        ([*BEGIN[1:], "--pilot", "5", "--from", "2023-12-31", "--until", "2023-01-01"], "--until: the last day is before"),
        ([*BEGIN[1:], "--source", "self"], "--source 'self': choose one of paper, "),
    ],
)
def test_what_is_missing_or_impossible_is_told_before_anything_is_made(terminal: Terminal, words: list[str], complaint: str):
    told = terminal.types("begin", *words)
    assert (told.status, told.complaint.startswith(complaint)) == (2, True), told
    assert not (terminal.folder / "var").exists()


def test_rules_that_are_to_be_adopted_on_a_day_to_come_begin_nothing(terminal: Terminal):
    told = terminal.types(*BEGIN, "--rules", "netwerkpartij-2022", "--adopted-on", "2199-01-01")
    assert told.complaint.startswith("in-the-future: ")
    assert len(events(terminal)) == 1
    assert terminal.does(*BEGIN).out.startswith("np_")


# Tokens


def test_who_holds_a_role_gets_a_token_and_nothing_is_recorded(terminal: Terminal):
    terminal.does(*BEGIN, *OTHERS)
    before = terminal.does("events").out
    made = terminal.does("token", "give", "--role", "party-bureau", "--person", "Bureau Voorbeeld")
    assert "cannot be shown again" in made.err
    with opened(load_settings()) as service:
        found = service.service.session(made.out.strip())
    assert found is not None
    assert found.role is Role.PARTY_BUREAU
    assert terminal.does("events").out == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--role", "national-board", "--person", "Bureau Voorbeeld"], "role-not-held"),
        (["--role", "member", "--person", "Bureau Voorbeeld"], "not-a-party-member"),
        (["--role", "auditor", "--person", "Niemand Zo"], "person-not-found"),
        (["--role", "core-group", "--person", "Bureau Voorbeeld", "--network", "Netwerk EU"], "unknown-item"),
    ],
)
def test_who_does_not_hold_the_role_gets_no_token_and_is_told_what_to_do_first(terminal: Terminal, words: list[str], code: str):
    terminal.does(*BEGIN, *OTHERS)
    before = terminal.does("events").out
    assert terminal.types("token", "give", *words).complaint.startswith(f"{code}: ")
    assert terminal.does("events").out == before
    assert len(json.loads(terminal.does("token", "list", "--format", "json").out)) == 1


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--role", "clock", "--person", "Anne"], "--role 'clock': choose one of "),
        (["--role", "koning", "--person", "Anne"], "--role 'koning': choose one of "),
        (["--role", "core-group", "--person", "Anne"], "--network goes with --role core-group"),
        (["--role", "member", "--person", "Anne", "--network", "zorg"], "--network goes with --role core-group"),
    ],
)
def test_a_token_for_no_role_is_wrong_use(terminal: Terminal, words: list[str], complaint: str):
    told = terminal.types("token", "give", *words)
    assert (told.status, told.complaint.startswith(complaint)) == (2, True)


def test_tokens_are_listed_and_one_that_is_ended_opens_nothing_any_more(terminal: Terminal):
    token = terminal.does(*BEGIN).out.strip()
    (listed,) = json.loads(terminal.does("token", "list", "--format", "json").out)
    assert (listed["id"], listed["person"], listed["role"], listed["endedAt"]) == (1, "Beheer Voorbeeld", "administrator", None)
    assert token not in terminal.does("token", "list").out
    assert terminal.does("token", "end", "1").out == "Token 1 has ended.\n"
    (ended,) = json.loads(terminal.does("token", "list", "--format", "json").out)
    assert ended["endedAt"] is not None
    with opened(load_settings()) as service:
        assert service.service.session(token) is None
    assert terminal.does("token", "end", "1").status == 0
    assert json.loads(terminal.does("token", "list", "--format", "json").out) == [ended]
    assert terminal.types("token", "end", "7").complaint.startswith("there is no token 7: ")
