"""
Nothing tells whether somebody belongs to a sensitive network to who may not know.

Every command and question that can name somebody is given in two copies of one party: in one about a member, in the other
about somebody who is none. What is answered is the same, and so is how much each store is asked.
"""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args
from uuid import UUID

import pytest

from application.access.commands import naming_fields
from application.access.table import COMMANDS, KNOWN, QUERIES, Scope
from application.commands import party as party_commands
from application.commands import privacy
from application.commands.advice import CallMembers, InviteExpert, RequestAdvice
from application.commands.base import Command
from application.commands.liftings import AskRecordLifting
from application.commands.networks import CorrectEntry, WithdrawEntry
from application.commands.plans import AcceptNomination, DeclareConflictOfInterest, DraftPlan, NominateCoreGroupMember
from application.commands.privacy import ErasePerson
from application.ports.vault.sessions import Session
from application.queries.auditing.reasons import Why
from application.queries.auditing.record import Events, History
from application.queries.base import Query
from application.queries.plans import FoundingPlanDetails, FoundingPlans
from domain.kernel.acts import Role
from domain.kernel.errors import DomainError
from domain.networks.membership import membership_id
from infrastructure.vault.errors import VaultRefusal
from tests.application.command_examples import COMMANDS as EXAMPLES_OF_COMMANDS
from tests.application.command_examples import QUESTIONS, example
from tests.application.conftest import copied, party_at
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party

REFUSED = "PersonsOfSensitiveNetwork []"

ITEMS = frozenset(
    {
        *("network", "other_network", "into", "plan", "follows", "pilot", "group", "lessons"),
        *("meeting", "conversation", "advice_request", "reference_lifting", "record_lifting", "item", "frozen_evaluation"),
    }
)
"""Fields that name something that is no person."""

ROLES = KNOWN

BY_OFFICE = frozenset({RequestAdvice, DeclareConflictOfInterest, AskRecordLifting})
"""Commands that name somebody by an office, whatever network they are about."""

OF_PEOPLE = (*vars(party_commands).values(), *vars(privacy).values())
"""Commands about people and what is kept of them, whatever networks they are in."""

Asked = Command | Query[Any]


class Place(NamedTuple):
    """A sensitive network, and all that can be asked about in it."""

    network: UUID
    plan: UUID
    meeting: UUID
    request: UUID


class Told(NamedTuple):
    """What became of something that was asked: by which role, what was answered, and how often each store was asked."""

    asked: str
    role: Role
    outcome: str
    statements: Counter[str]


def made(party: Party) -> Place:
    """Make a sensitive network: somebody is a member, is asked as an expert and can answer a call; somebody else is not."""
    plan = party.submitted(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    network = party.approved(plan)
    party.founded(FOUNDERS)
    party.join(SOMEBODY, network, consent_version=CONSENT)
    party.party_member(SOMEBODY_ELSE)
    kern = party.core_group(OTHER_FOUNDERS[0], network)
    request = party.asked(network)
    party.give(InviteExpert(advice_request=request, expert=party.person(SOMEBODY)), kern)
    party.give(CallMembers(advice_request=request, closes_on=party.clock().date()), kern)
    for role in ROLES:
        party.session(role)
    return Place(network, plan, party.meeting(network), request)


def asked_about(party: Party, place: Place, name: str) -> Iterator[Asked]:
    """
    Give every command and question that can name somebody, naming them; and those about what would be theirs.

    But for erasing them, which has a test of its own: who is erased is asked about no more.
    """
    reference = party.reference(name, place.network)
    membership = membership_id(place.network, reference)
    said = {"person": party.person(name), "reference": reference, "requester": reference, "name": name}
    said |= {"names": (name,), "attendees": (reference,), "told_by": None}
    about = {"network": place.network, "plan": place.plan, "meeting": place.meeting, "advice_request": place.request}
    for kind in (type(each) for each in (*EXAMPLES_OF_COMMANDS, *QUESTIONS) if not isinstance(each, ErasePerson)):
        for field in sorted({*naming_fields(kind), *(said.keys() & kind.model_fields.keys())} - {"name"}):
            yield example(kind, **about).model_copy(update={field: said.get(field) or said["person"]})
    yield from (example(kind, of=f"{membership}:1") for kind in (CorrectEntry, WithdrawEntry))
    yield from (History(item=membership), Why(figure="members", item=membership), Why(figure="status", item=membership))


def outcome(party: Party, asked: Asked, session: Session) -> str:
    """Say what was answered: a refusal with all that it tells, or of which form the answer was."""
    try:
        answer = party.give(asked, session).data if isinstance(asked, Command) else party.ask(asked, session)
    except (DomainError, VaultRefusal) as refusal:
        return f"{type(refusal).__name__} {sorted(getattr(refusal, 'facts', ()))}"
    return type(answer).__name__


def told(party: Party, place: Place, name: str, statements: Counter[str]) -> Iterator[Told]:
    for asked in asked_about(party, place, name):
        for role in ROLES:
            if role in {**COMMANDS, **QUERIES}[type(asked)]:
                session = party.session(role)
                statements.clear()
                yield Told(str(type(asked).__name__), role, outcome(party, asked, session), Counter(statements))


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count what each database is asked, by the name of its file."""
    counted: Counter[str] = Counter()
    connect = sqlite3.connect

    def watched(database: Any, *how: Any, **more: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(database, *how, **more)
        name = Path(str(database).removeprefix("file:").partition("?")[0]).name
        connection.set_trace_callback(lambda _: counted.update([name]))
        return connection

    monkeypatch.setattr(sqlite3, "connect", watched)
    monkeypatch.setattr(sqlite3.dbapi2, "connect", watched)
    return counted


def of_each(begun: Path, folder: Path, statements: Counter[str]) -> list[list[Told]]:
    """Ask the same of two copies: of somebody who is a member, and of somebody who is none."""
    with party_at(copied(begun, folder / "made")) as party:
        place, known, now = made(party), party, party.clock()
    found = []
    for name in (SOMEBODY, SOMEBODY_ELSE):
        shutil.copytree(folder / "made", folder / name)
        with party_at(f"sqlite:///{folder / name / 'events.db'}", now, known) as party:
            found.append(list(told(party, place, name, statements)))
    return found


def test_members_and_others_are_answered_the_same_for_the_same_number_of_questions(
    begun: Path, tmp_path: Path, statements: Counter[str]
):
    of_member, of_another = of_each(begun, tmp_path, statements)
    assert [pair for pair in zip(of_member, of_another, strict=True) if pair[0] != pair[1]] == []
    assert len(of_member) > 60
    assert sum(bool(each.statements) for each in of_member) > 40


def test_an_erasure_by_the_officer_asks_as_often_and_answers_the_same_whether_somebody_is_a_member_or_not(
    begun: Path, tmp_path: Path, statements: Counter[str]
):
    """What is read for it, and tokens and looks, take longer where there are many: that stands in docs/security.md."""
    with party_at(copied(begun, tmp_path / "made")) as party:
        made(party)
        known, now = party, party.clock()
    answers, asked = list[str](), list[Counter[str]]()
    for name in (SOMEBODY, SOMEBODY_ELSE):
        shutil.copytree(tmp_path / "made", tmp_path / name)
        with party_at(f"sqlite:///{tmp_path / name / 'events.db'}", now, known) as party:
            officer, erase = party.session(Role.PRIVACY_OFFICER), ErasePerson(person=party.person(name))
            statements.clear()
            answers.append(party.give(erase, officer).data.model_dump_json())
            asked.append(Counter(statements))
    assert answers[0] == answers[1]
    assert asked[0] == asked[1]
    assert min(asked[0].values()) > 10


def test_the_bureau_and_the_board_record_nothing_about_one_person_in_a_sensitive_network(party: Party):
    place = made(party)
    of_people = [
        (asked, role)
        for asked in asked_about(party, place, SOMEBODY)
        for role in (Role.PARTY_BUREAU, Role.NATIONAL_BOARD)
        if isinstance(asked, Command) and naming_fields(type(asked)) and COMMANDS[type(asked)].get(role) is Scope.ALL
    ]
    wrong = [(asked, role) for asked, role in of_people if outcome(party, asked, party.session(role)) != REFUSED]
    assert {type(asked) for asked, _ in wrong} == {DraftPlan}  # it begins a plan, on which nothing was decided
    assert len({type(asked) for asked, _ in of_people}) > 15


def test_before_the_decision_the_bureau_records_who_was_asked_for_a_seat(party: Party):
    plan = party.draft(sensitive=True)
    for command in (
        NominateCoreGroupMember(plan=plan, nominee=party.party_member(SOMEBODY)),
        AcceptNomination(plan=plan, person=party.person(SOMEBODY), consent_version=CONSENT),
    ):
        party.give(command, party.bureau)
    assert party.ask(FoundingPlanDetails(plan=plan), party.bureau).core_group == 1


def test_a_field_that_names_somebody_says_whether_they_are_named_as_of_a_network():
    """A field that a command has for a person is either one of the network that it is about, or one by office or of the party."""
    fields = {
        (kind, name)
        for kind in (type(each) for each in EXAMPLES_OF_COMMANDS)
        for name, field in kind.model_fields.items()
        if UUID in {field.annotation, *get_args(field.annotation)} and name not in ITEMS
    }
    unmarked = {(kind, name) for kind, name in fields if name not in naming_fields(kind)}
    assert {kind for kind, _ in unmarked if kind not in OF_PEOPLE} == BY_OFFICE
    assert len(fields - unmarked) > 20


def test_when_the_board_decided_a_plan_for_a_sensitive_network_names_nobody_any_more(party: Party):
    plan = party.submitted(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    readers = (party.bureau, party.board, party.member(OTHER_FOUNDERS[1]), party.session(Role.AUDITOR))
    assert {party.ask(FoundingPlanDetails(plan=plan), session).core_group for session in readers} == {4}
    network = party.approved(plan)
    references = {party.reference(name, network) for name in OTHER_FOUNDERS}
    for session in readers:
        page = party.ask(FoundingPlanDetails(plan=plan), session)
        (entry,) = party.ask(FoundingPlans(), session).items if session.role is not Role.MEMBER else (page,)
        assert (page.core_group, page.nominations, entry.core_group) == (None, (), None)
        shown = [each.id for each in party.ask(History(item=plan), session).items]
        assert page.version == entry.version == len(shown) == 4  # begun, handed in, decided, founded
        assert [each.event for each in page.versions] == shown[1:2]
        told = page.model_dump_json() + party.ask(History(item=plan), session).model_dump_json()
        assert [each for each in references if each in told] == []
    log = "".join(each.model_dump_json() for each in party.ask(Events(limit=500), party.session(Role.AUDITOR)))
    assert [each for each in references if each in log] == []
