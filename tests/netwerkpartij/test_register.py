"""``netwerkpartij import register`` and ``register differences``: the party's members, night after night."""

import io
import json
import signal
import time
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.commands.party import ChangeAddress, CorrectOwnDetails, MergePersons
from application.ports.vault.contexts import PARTY, PersonId
from application.ports.vault.sessions import ConfirmedMail, Session
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.party.party_membership import PartyMembership, party_membership_id
from netwerkpartij.cli.check import found as findings
from netwerkpartij.settings import load_settings
from netwerkpartij.wiring import opened
from tests.netwerkpartij.terminal import BEGIN, Terminal

HEADER = "number,name,email,postcode,birth_year,member_since,member_until"
ANNE = "1001,Anne Voorbeeld,anne@voorbeeld.example,3811 AB,1956,1999-02-01,"
VERA = "1002,Vera Verzonnen,vera@voorbeeld.example,1011AB,1980,2020-05-01,"
KOOS = "1003,Koos Fictief,,8011 PK,,,"
NOTHING = {"new": 0, "changed": 0, "ended": 0, "returned": 0}
TODAY = day_of(datetime.now(UTC))


@pytest.fixture
def party(terminal: Terminal) -> Terminal:
    """A party that has begun, and has a register of three members."""
    terminal.does(*BEGIN, "--bureau", "Bo Voorbeeld", "--rules", "netwerkpartij-2022", "--adopted-on", "2022-06-28")
    return terminal


def written(terminal: Terminal, *lines: str, name: str = "leden.csv") -> str:
    (terminal.folder / name).write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return name


def imports(terminal: Terminal, *lines: str, options: tuple[str, ...] = ()) -> dict[str, Any]:
    """Import a register of these lines."""
    told = terminal.does("import", "register", written(terminal, *lines), "--format", "json", *options)
    answer: dict[str, Any] = json.loads(told.out)
    return answer


def changed(told: dict[str, Any]) -> dict[str, int]:
    """Give what an import changed."""
    return {name: told[name] for name in NOTHING}


def person_named(name: str) -> PersonId:
    with opened(load_settings(), make=False) as service:
        found = service.vault.person_named(name)
        assert found is not None
        return found


def membership_of(name: str) -> PartyMembership:
    with opened(load_settings(), make=False) as service:
        person = service.vault.person_named(name)
        assert person is not None
        found = service.log.load(PartyMembership, party_membership_id(service.vault.reference(person, PARTY)))
        assert found is not None
        return found


def life_of(name: str) -> list[str]:
    return [type(each).__name__ for each in membership_of(name).life]


def events() -> int:
    with opened(load_settings(), make=False) as service:
        return service.log.last_position()


def does_oneself(name: str, command: CorrectOwnDetails | ChangeAddress) -> None:
    """Let a member change something in their own name."""
    with opened(load_settings(), make=False) as service:
        person = service.vault.person_named(name)
        shown = ConfirmedMail(command.email, ()) if isinstance(command, ChangeAddress) and command.email else None
        session = Session(person=person, role=Role.MEMBER, network=None, confirmed=shown)
        service.service.execute(command, session=session, command_id=uuid4())


def kept(name: str) -> dict[str, list[str]]:
    """Give what is kept of somebody, by what it is."""
    with opened(load_settings(), make=False) as service:
        person = service.vault.person_named(name)
        assert person is not None
        return {what.value: list(values) for what, values in service.vault.kept_of(person).values.items()}


# New, changed, ended, back


def test_who_is_new_becomes_a_member_of_the_party_on_their_day(party: Terminal):
    assert changed(imports(party, ANNE, VERA, KOOS)) == {**NOTHING, "new": 3}
    assert life_of("Anne Voorbeeld") == ["PartyMembershipStarted"]
    assert day_of(membership_of("Anne Voorbeeld").since) == date(1999, 2, 1)
    own = kept("Anne Voorbeeld")
    assert own["province-and-year"] == ["NL-UT", "1956"]
    assert own["postcode"] == ["3811AB"]
    assert own["address"] == ["anne@voorbeeld.example"]
    assert [json.loads(each).get("number") for each in own["register"]] == ["1001", None]


def test_the_same_file_again_changes_nothing(party: Terminal):
    imports(party, ANNE, VERA, KOOS)
    before = events()
    again = imports(party, KOOS, ANNE, VERA)
    assert (changed(again), again["unchanged"], events()) == (NOTHING, 3, before)


def test_a_dry_run_says_what_would_happen_and_records_nothing(party: Terminal):
    before = events()
    told = imports(party, ANNE, VERA, options=("--dry-run",))
    assert (changed(told), told["dryRun"], events()) == ({**NOTHING, "new": 2}, True, before)
    assert sorted(each["line"] for each in told["first"]) == [2, 3]
    assert changed(imports(party, ANNE, VERA)) == {**NOTHING, "new": 2}


def test_a_dry_run_where_there_is_no_database_makes_none(terminal: Terminal):
    assert changed(imports(terminal, ANNE, options=("--dry-run",))) == {**NOTHING, "new": 1}
    assert "no-database" in terminal.types("check").err + terminal.types("check").out


def test_what_changed_is_corrected_in_the_vault(party: Terminal):
    imports(party, ANNE, VERA, KOOS)
    other = "1001,Anne Fictief,anne2@voorbeeld.example,9711 AA,1957,1999-02-01,"
    assert changed(imports(party, other, VERA, KOOS)) == {**NOTHING, "changed": 1}
    own = kept("Anne Fictief")
    assert (own["address"], own["postcode"][0], own["name"][0]) == (["anne2@voorbeeld.example"], "9711AA", "Anne Fictief")
    assert own["province-and-year"][:1] == ["NL-GR"]
    assert life_of("Anne Fictief") == ["PartyMembershipStarted", "PersonalDetailsCorrected"]
    assert changed(imports(party, other, VERA, KOOS)) == NOTHING


def test_who_has_no_address_any_more_gets_no_mail(party: Terminal):
    imports(party, ANNE)
    assert changed(imports(party, ANNE.replace("anne@voorbeeld.example", ""))) == {**NOTHING, "changed": 1}
    assert kept("Anne Voorbeeld")["address"] == []


def test_a_file_without_a_column_for_it_says_nothing_of_addresses(party: Terminal):
    imports(party, ANNE)
    (party.folder / "leden.csv").write_text("number,name,postcode\n1001,Anne Voorbeeld,3811AB\n", encoding="utf-8")
    party.does("import", "register", "leden.csv")
    assert kept("Anne Voorbeeld")["address"] == ["anne@voorbeeld.example"]


@pytest.mark.parametrize("left", [(VERA, f"{ANNE}{TODAY - timedelta(days=3)}"), (VERA,)], ids=["by its day", "not named"])
def test_who_ended_is_announced_to_end(party: Terminal, left):
    imports(party, ANNE, VERA)
    assert changed(imports(party, *left, options=("--yes",))) == {**NOTHING, "ended": 1}
    assert life_of("Anne Voorbeeld") == ["PartyMembershipStarted", "PartyMembershipEndAnnounced"]
    assert changed(imports(party, *left)) == NOTHING


def test_who_comes_back_before_the_end_is_final_is_a_member_as_before(party: Terminal):
    imports(party, ANNE, VERA)
    imports(party, VERA, options=("--yes",))
    assert changed(imports(party, ANNE, VERA)) == {**NOTHING, "returned": 1}
    assert life_of("Anne Voorbeeld") == ["PartyMembershipStarted", "PartyMembershipEndAnnounced", "PartyMembershipEndUndone"]


def test_who_comes_back_after_the_end_begins_again(terminal: Terminal):
    terminal.does(*BEGIN)  # no rules: no days to undo an end
    imports(terminal, ANNE, VERA)
    imports(terminal, VERA, options=("--yes",))
    assert life_of("Anne Voorbeeld")[-1] == "PartyMembershipEnded"
    assert changed(imports(terminal, ANNE, VERA)) == {**NOTHING, "returned": 1}
    assert life_of("Anne Voorbeeld")[-1] == "PartyMembershipStartedAgain"


def test_of_who_is_no_member_any_more_or_not_yet_nothing_is_kept(party: Terminal):
    told = imports(party, ANNE, f"{VERA}2021-12-31", f"1004,Lot Niemand,,,,{TODAY + timedelta(days=9)},")
    assert (told["new"], told["endedBefore"]) == (1, 2)
    with opened(load_settings(), make=False) as service:
        assert service.vault.person_named("Vera Verzonnen") is None
        assert service.vault.person_named("Lot Niemand") is None


# So many would end


def test_a_file_that_ends_more_than_a_share_is_refused_without_yes(party: Terminal):
    imports(party, ANNE, VERA, KOOS)
    before = events()
    refused = party.types("import", "register", written(party, ANNE))
    assert refused.status == 1
    assert "too-many-would-end: Of 3 members 2 would be members no longer" in refused.err
    assert events() == before
    assert imports(party, ANNE, options=("--dry-run",))["asks"] is True
    assert imports(party, ANNE, options=("--yes",))["ended"] == 2


def test_the_share_is_a_setting(party: Terminal):
    imports(party, ANNE, VERA, KOOS)
    told = party.with_settings(register_ends_at_most="40")
    assert imports(told, ANNE, VERA)["ended"] == 1


# What a member changed by themselves


def test_what_a_member_changed_is_not_overwritten_and_goes_to_a_list(party: Terminal):
    imports(party, ANNE, VERA)
    does_oneself("Anne Voorbeeld", ChangeAddress(email="eigen@voorbeeld.example"))
    does_oneself("Anne Voorbeeld", CorrectOwnDetails(birth_year=1955))
    older = ANNE.replace("anne@", "ander@").replace("1956", "1954")
    told = imports(party, older, VERA)
    assert (changed(told), told["keptOwn"]) == (NOTHING, 1)
    assert kept("Anne Voorbeeld")["address"] == ["eigen@voorbeeld.example"]
    listed = json.loads(party.does("register", "differences", "--format", "json").out)
    assert [(each["number"], each["field"], each["register"], each["known"]) for each in listed] == [
        ("1001", "email", "ander@voorbeeld.example", "eigen@voorbeeld.example"),
        ("1001", "birth_year", 1954, 1955),
    ]
    assert "eigen@" in party.does("register", "differences").out
    with opened(load_settings(), make=False) as service:
        assert {look.what for look in service.vault.looks_at(person_named("Anne Voorbeeld"))} == {"register differences"}


def test_what_the_register_still_says_as_before_is_no_news_on_a_later_day_either(party: Terminal):
    imports(party, ANNE, options=("--day", "2024-01-01"))
    does_oneself("Anne Voorbeeld", ChangeAddress(email="eigen@voorbeeld.example"))
    assert changed(imports(party, ANNE)) == NOTHING
    assert kept("Anne Voorbeeld")["address"] == ["eigen@voorbeeld.example"]


def test_when_the_register_has_taken_it_over_nothing_is_listed(party: Terminal):
    imports(party, ANNE, VERA)
    does_oneself("Anne Voorbeeld", ChangeAddress(email="eigen@voorbeeld.example"))
    assert changed(imports(party, ANNE.replace("anne@", "eigen@"), VERA)) == NOTHING
    assert json.loads(party.does("register", "differences", "--format", "json").out) == []


def test_an_older_file_takes_nothing_back(party: Terminal):
    imports(party, ANNE, options=("--day", "2024-03-01"))
    imports(party, ANNE.replace("anne@", "nieuw@"), options=("--day", "2024-04-01"))
    told = imports(party, ANNE, options=("--day", "2024-03-01"))
    assert (changed(told), told["older"]) == (NOTHING, 1)
    assert kept("Anne Voorbeeld")["address"] == ["nieuw@voorbeeld.example"]


# Possibly the same, and erased


def added(terminal: Terminal, name: str, email: str, *options: str) -> str:
    return terminal.does("person", "add", "--name", name, "--email", email, *options).out.strip()


def test_who_looks_like_somebody_without_a_number_waits_for_a_word(party: Terminal):
    known = added(party, "Anne Voorbeeld", "anders@voorbeeld.example")
    told = imports(party, ANNE, VERA)
    assert (told["new"], told["possiblyKnownLines"]) == (1, [{"line": 2, "people": [known]}])
    assert imports(party, ANNE, VERA)["possiblyKnown"] == 1


def test_who_is_said_to_be_the_same_gets_the_number_and_what_the_register_says(party: Terminal):
    known = added(party, "Anne Voorbeeld", "anders@voorbeeld.example")
    before = events()
    assert changed(imports(party, ANNE, options=("--same", f"1001={known}"))) == {**NOTHING, "changed": 1}
    assert person_named("Anne Voorbeeld") == UUID(known)
    assert life_of("Anne Voorbeeld")[0] == "PartyMembershipStarted"
    assert "PartyMembershipStartedAgain" not in life_of("Anne Voorbeeld")
    assert events() > before
    assert kept("Anne Voorbeeld")["postcode"] == ["3811AB"]
    assert changed(imports(party, ANNE)) == NOTHING
    refused = party.types("import", "register", written(party, ANNE, VERA), "--same", f"1002={known}")
    assert "has-member-number" in refused.err


def test_who_is_said_to_be_somebody_else_is_registered(party: Terminal):
    added(party, "Anne Voorbeeld", "anders@voorbeeld.example")
    assert changed(imports(party, ANNE, options=("--somebody-else", "1001"))) == {**NOTHING, "new": 1}
    assert changed(imports(party, ANNE)) == NOTHING


def test_two_of_one_name_with_two_numbers_are_two_people(party: Terminal):
    told = imports(party, ANNE, "1009,Anne Voorbeeld,andere.anne@voorbeeld.example,,1999,,")
    assert (told["new"], told["alikeLines"]) == (2, [])


def test_lines_that_look_like_one_person_are_told(party: Terminal):
    told = imports(party, ANNE, VERA, ANNE.replace("1001", "1009"))
    assert (told["new"], told["alikeLines"]) == (3, [[2, 4]])


def test_of_two_numbers_of_one_person_the_one_that_is_left_counts(party: Terminal):
    imports(party, ANNE, "1009,A. Voorbeeld,a@voorbeeld.example,,,,")
    into, merged = person_named("Anne Voorbeeld"), person_named("A. Voorbeeld")
    with opened(load_settings(), make=False) as service:
        bureau = Session(person=service.vault.person_named("Bo Voorbeeld"), role=Role.PARTY_BUREAU, network=None)
        service.service.execute(MergePersons(into=into, merged=merged), session=bureau, command_id=uuid4())
    imports(party, ANNE, options=("--yes",))
    assert life_of("Anne Voorbeeld") == ["PartyMembershipStarted"]


def test_who_was_erased_does_not_come_back_by_a_file(party: Terminal):
    imports(party, ANNE, VERA)
    party.does("person", "erase", str(person_named("Anne Voorbeeld")), "--yes")
    told = imports(party, ANNE, VERA)
    assert (changed(told), told["erasedLines"]) == (NOTHING, [2])
    with opened(load_settings(), make=False) as service:
        assert service.vault.person_named("Anne Voorbeeld") is None


def test_who_was_erased_comes_back_when_somebody_says_so(party: Terminal):
    imports(party, ANNE, VERA)
    party.does("person", "erase", str(person_named("Anne Voorbeeld")), "--yes")
    assert changed(imports(party, ANNE, VERA, options=("--back", "1001"))) == {**NOTHING, "new": 1}
    assert life_of("Anne Voorbeeld") == ["PartyMembershipStarted"]
    told = imports(party, ANNE, VERA)
    assert (changed(told), told["erased"]) == (NOTHING, 0)


def test_the_digest_of_an_erased_number_goes_a_year_after_the_last_file_that_names_it(party: Terminal):
    imports(party, ANNE, VERA)
    party.does("person", "erase", str(person_named("Anne Voorbeeld")), "--yes")
    with opened(load_settings(), make=False) as service:
        now = service.service.now()
        service.vault.destroy_what_is_over(now + timedelta(days=365))
        assert service.vault.erased_numbers(["1001", "1002"]) == {"1001"}
        service.vault.destroy_what_is_over(now + timedelta(days=367))
        assert service.vault.erased_numbers(["1001", "1002"]) == frozenset()


def test_a_number_that_is_not_in_the_file_is_refused(party: Terminal):
    refused = party.types("import", "register", written(party, ANNE), "--back", "7777")
    assert (refused.status, "register-number-unknown" in refused.err) == (1, True)


# Whole or nothing


def test_a_row_that_is_wrong_refuses_the_file_and_every_mistake_is_told(party: Terminal):
    before = events()
    name = written(party, ANNE, "1002,=1+1,,,,,", "1001,Koos Fictief,,,,,", "1004,Lot Niemand,geen-adres,,,,")
    refused = party.types("import", "register", name)
    lines = refused.err.splitlines()
    assert (refused.status, refused.out, events()) == (2, "", before)
    assert [line.split(": ")[:2] for line in lines] == [
        ["leden.csv, line 3", "formula-in-cell"],
        ["leden.csv, line 4", "member-number-twice"],
        ["leden.csv, line 5", "malformed-member-address"],
        ["leden.csv", "register-file-refused"],
    ]
    assert "=1+1" not in refused.err
    as_json = json.loads(party.types("import", "register", name, "--format", "json").out)
    assert [each["line"] for each in as_json["errors"]] == [3, 4, 5]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "register-file-empty"),
        (b"\n \n;;\n", "register-file-empty"),
        (b"naam;postcode\nAnne;3811AB\n", "register-columns-missing"),
        (b"lidnummer;postcode\n1;3811AB\n", "register-columns-missing"),
        (b"lidnummer;nummer;naam\n1;1;Anne\n", "register-column-twice"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "not-a-register-file"),
        (b"PK\x03\x04nonsense", "not-a-register-file"),
        ("nummer,naam\n1,Zoë\n".encode("utf-16"), "not-a-register-file"),
    ],
)
def test_what_is_no_register_is_refused(party: Terminal, content: bytes, code: str):
    (party.folder / "leden.csv").write_bytes(content)
    refused = party.types("import", "register", "leden.csv")
    assert (refused.status, refused.complaint.startswith(f"leden.csv: {code}: ")) == (2, True), refused


def test_a_file_that_is_not_there_is_refused(party: Terminal):
    assert party.types("import", "register", "weg.csv").complaint.startswith("weg.csv: register-file-unreadable: ")


def test_killed_at_any_moment_and_run_again_it_gives_the_same(party: Terminal):
    lines = [f"{number},Lid Voorbeeld {number},lid{number}@voorbeeld.example,3811AB,1980,2020-01-01," for number in range(2_500)]
    name = written(party, *lines)
    for wait in (1.0, 2.0, 3.0, 4.5):
        process = party.starts("import", "register", name)
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    party.does("import", "register", name)
    with opened(load_settings(), make=False) as service:
        known = [entry for after in (0, 1_000, 2_000) for entry in service.vault.register_entries_after(after, most=1_000)]
        assert len({entry.said.number for entry in known}) == 2_500
        members = service.log.load_many(
            party_membership_id(service.vault.reference(entry.person, PARTY)) for entry in known
        ).values()
        assert [len(each.life) for each in members if isinstance(each, PartyMembership)] == [1] * 2_500
        assert list(findings(service)) == []
    assert changed(json.loads(party.does("import", "register", name, "--format", "json").out)) == NOTHING


def test_events_stand_in_another_order_than_the_lines(party: Terminal):
    lines = [f"{number},Lid Voorbeeld {number},,,,{date(2000, 1, 1) + timedelta(days=number)}," for number in range(200)]
    imports(party, *lines)
    with opened(load_settings(), make=False) as service:
        began = [
            each.event.act.at for each in service.log.read(after=0, limit=1_000) if each.event.TOPIC == "PartyMembershipStarted"
        ]
    assert len(began) == 200
    assert began != sorted(began)


# By hand


def test_somebody_is_registered_by_hand_and_their_id_is_printed(party: Terminal):
    person = added(party, "Lot Niemand", "lot@voorbeeld.example", "--postcode", "9711 aa", "--birth-year", "1990")
    assert person_named("Lot Niemand") == UUID(person)
    assert kept("Lot Niemand")["province-and-year"] == ["NL-GR", "1990"]
    assert kept("Lot Niemand")["postcode"] == ["9711AA"]
    assert life_of("Lot Niemand") == ["PartyMembershipStarted"]


def test_a_hyphen_reads_the_name_from_standard_input(party: Terminal, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("Lot Niemand\n"))
    person = added(party, "-", "lot@voorbeeld.example")
    assert person_named("Lot Niemand") == UUID(person)


@pytest.mark.parametrize(
    ("name", "email"), [("Anne Voorbeeld", "anders@voorbeeld.example"), ("Iemand Anders", "anne@voorbeeld.example")]
)
def test_who_may_be_known_already_is_refused_with_what_to_do(party: Terminal, name, email):
    imports(party, ANNE)
    before = events()
    refused = party.types("person", "add", "--name", name, "--email", email)
    assert refused.status == 1
    assert refused.complaint.startswith("possibly-same-person: ")
    assert "--somebody-else" in refused.complaint
    assert events() == before
    added(party, name, email, "--somebody-else")


@pytest.mark.parametrize(
    ("options", "option"),
    [
        (("--name", " ", "--email", "lot@voorbeeld.example"), "--name"),
        (("--name", "Lot", "--email", "geen-adres"), "--email"),
        (("--name", "Lot", "--email", "lot@voorbeeld.example", "--birth-year", "1800"), "--birth-year"),
        (("--name", "Lot", "--email", "lot@voorbeeld.example", "--postcode", "!"), "--postcode"),
    ],
)
def test_what_is_mistyped_by_hand_is_refused_with_the_option(party: Terminal, options, option):
    refused = party.types("person", "add", *options)
    assert (refused.status, refused.complaint.startswith(option)) == (2, True), refused
