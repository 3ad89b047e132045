"""What each role sees of an answer: names, closed texts and counts, only where it may."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from application.access import redaction
from application.access.table import KNOWN, QUERIES
from application.commands.networks import EndSeat, LeaveNetwork, MarkSensitive
from application.commands.plans import AnswerQuestion, AskQuestion, DeclineNomination
from application.errors import AccessDenied, UnknownItem
from application.evaluation.bands import band
from application.ports.vault.sessions import Session
from application.queries.auditing.reasons import Why
from application.queries.auditing.record import Events, History, OfficesHeld
from application.queries.base import Query
from application.queries.networks import (
    GrowthCurve,
    MembershipReport,
    MembersOfNetwork,
    NetworkDetails,
    NetworkDirectory,
    TimeToTarget,
)
from application.queries.plans import DecisionRegister, FoundingPlanDetails
from domain.kernel.acts import Role
from tests.application.party import BOARD, BUREAU, FOUNDERS, OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party

APRIL = datetime(2025, 4, 2, 10, tzinfo=UTC)
"""The quarter in which most tests begin is over."""

ABOUT_PEOPLE = ("members", "joined", "left", "core-group", "days-to-target")


def core_group(party: Party, network: UUID, name: str = FOUNDERS[0]) -> Session:
    return party.core_group(name, network)


def names(party: Party, question: Any, session: Session) -> set[str | None]:
    return {entry.name for entry in party.ask(question, session).items}


# The core group and its members


def test_the_core_group_sees_its_own_members_by_name(party: Party, network: UUID):
    assert names(party, MembersOfNetwork(network=network), core_group(party, network)) == {*FOUNDERS, SOMEBODY}


def test_the_core_group_sees_nothing_of_another_network(party: Party, network: UUID):
    other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    own = core_group(party, network)
    questions: tuple[Query[Any], ...] = (
        MembersOfNetwork(network=other),
        History(item=other),
        Why(figure="members", item=other),
        History(item=party.membership(SOMEBODY, network).id),
    )
    for question in questions:
        with party.refused(AccessDenied):
            party.ask(question, own)
    claimed = core_group(party, other, FOUNDERS[0])
    for question in (MembersOfNetwork(network=other), MembersOfNetwork(network=network)):
        with party.refused(AccessDenied):
            party.ask(question, claimed)


def test_the_core_group_sees_no_members_of_the_past_and_no_former_ones(party: Party, network: UUID):
    own = core_group(party, network)
    party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
    assert names(party, MembersOfNetwork(network=network), own) == set(FOUNDERS)
    for past in ({"on": date(2025, 3, 3)}, {"on": date(2020, 1, 1)}, {"known_at": party.log.now() - timedelta(minutes=1)}):
        with party.refused(AccessDenied):
            party.ask(MembersOfNetwork(network=network, **past), own)


def test_who_left_since_the_first_page_is_on_no_later_page_of_the_core_group(party: Party, network: UUID):
    own = core_group(party, network)
    first = party.ask(MembersOfNetwork(network=network, limit=1), own)
    party.give(LeaveNetwork(network=network), party.member(SOMEBODY))
    rest = party.ask(MembersOfNetwork(network=network, position=first.position), own)
    assert {entry.name for entry in rest.items} == set(FOUNDERS)


def test_who_gave_up_the_seat_sees_the_members_no_longer(party: Party, network: UUID):
    own = core_group(party, network)
    party.give(EndSeat(network=network), own)
    with party.refused(AccessDenied):
        party.ask(MembersOfNetwork(network=network), own)


def test_the_bureau_sees_names_and_the_auditor_references_without_names(party: Party, network: UUID):
    auditor = party.session(Role.AUDITOR)
    assert names(party, MembersOfNetwork(network=network), party.bureau) == {*FOUNDERS, SOMEBODY}
    audited = party.ask(MembersOfNetwork(network=network), auditor).items
    assert {each.reference for each in audited} == {party.reference(name, network) for name in (*FOUNDERS, SOMEBODY)}
    assert {each.name for each in audited} == {None}
    assert {each.name for each in party.ask(OfficesHeld(), auditor).items} == {None}
    assert {each.entered_by_name for each in party.ask(DecisionRegister(), auditor).items} == {None}


def test_the_board_gets_no_list_and_no_history_of_a_membership(party: Party, network: UUID):
    for question in (MembersOfNetwork(network=network), History(item=party.membership(SOMEBODY, network).id), Events()):
        with party.refused(AccessDenied):
            party.ask(question, party.board)
    assert party.ask(NetworkDetails(network=network), party.board).members == 5


@pytest.mark.parametrize("role", KNOWN)
def test_no_history_names_anybody(party: Party, network: UUID, role: Role):
    asking = core_group(party, network) if role is Role.CORE_GROUP else party.session(role)
    for item in (network, party.membership(SOMEBODY, network).id):
        try:
            told = party.ask(History(item=item), asking).items
        except AccessDenied:
            continue
        text = "".join(entry.model_dump_json() for entry in told)
        assert [name for name in (*FOUNDERS, SOMEBODY, BUREAU, BOARD) if name in text] == []


# Sensitive networks


@pytest.mark.parametrize("role", [Role.MEMBER, Role.NATIONAL_BOARD, Role.REQUESTER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_of_a_sensitive_network_bands_are_shown_instead_of_counts(party: Party, hidden: UUID, role: Role):
    asking = party.session(role)
    party.clock.now = APRIL
    for on in (None, date(2025, 4, 1)):
        (entry,) = party.ask(NetworkDirectory(on=on), asking).items
        page = party.ask(NetworkDetails(network=hidden, on=on), asking)
        (count,) = party.ask(MembershipReport(on=on), asking).items
        assert {(each.members, each.core_group, each.members_band) for each in (entry, page, count)} == {(None, None, "0-9")}
        assert (count.joined, count.left) == (None, None)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.NATIONAL_BOARD, Role.REQUESTER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_of_a_sensitive_network_nobody_else_is_told_that_its_core_group_is_too_small(party: Party, hidden: UUID, role: Role):
    party.step_down(OTHER_FOUNDERS[3], hidden)
    for asking, told in ((party.bureau, None), (core_group(party, hidden, OTHER_FOUNDERS[0]), True), (party.session(role), None)):
        (entry,) = party.ask(NetworkDirectory(), asking).items
        page = party.ask(NetworkDetails(network=hidden), asking)
        assert (entry.below_minimum, page.below_minimum, page.repair_by is not None) == (told, told, bool(told))


@pytest.mark.parametrize("role", [Role.MEMBER, Role.NATIONAL_BOARD, Role.REQUESTER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_of_a_sensitive_network_nobody_else_sees_how_it_grew(party: Party, hidden: UUID, role: Role):
    asking = party.session(role)
    questions: list[Query[Any]] = [
        GrowthCurve(network=hidden, first=date(2025, 3, 1), last=date(2025, 3, 9)),
        TimeToTarget(network=hidden),
        TimeToTarget(network=hidden, target=5),
        *(Why.model_validate({"figure": figure, "item": hidden}) for figure in ABOUT_PEOPLE),
    ]
    for question in questions:
        with party.refused(AccessDenied):
            party.ask(question, asking)
    if role in QUERIES[Why]:
        assert party.ask(Why(figure="status", item=hidden), asking).value == "open"


def test_the_core_group_of_a_sensitive_network_sees_its_own_people_and_numbers(party: Party, hidden: UUID):
    own = core_group(party, hidden, OTHER_FOUNDERS[0])
    assert names(party, MembersOfNetwork(network=hidden), own) == {*OTHER_FOUNDERS, SOMEBODY}
    assert party.ask(NetworkDetails(network=hidden), own).members == 5
    curve = party.ask(GrowthCurve(network=hidden, first=date(2025, 3, 3), last=date(2025, 3, 3)), own)
    assert [day.members for day in curve] == [5]


def test_the_core_group_of_another_network_sees_bands(party: Party, hidden: UUID, network: UUID):
    other = core_group(party, network)
    party.clock.now = APRIL
    entries = {entry.network: entry for entry in party.ask(NetworkDirectory(), other).items}
    assert (entries[hidden].members, entries[hidden].members_band) == (None, "0-9")
    assert (entries[network].members, entries[network].members_band) == (5, None)


def test_who_left_the_core_group_sees_bands_also_where_the_clock_of_the_service_is_slow(party: Party, hidden: UUID):
    party.clock.now = APRIL
    former, quick = core_group(party, hidden, OTHER_FOUNDERS[0]), party.opened.service
    party.clock.pass_time(minutes=1)
    party.step_down(OTHER_FOUNDERS[0], hidden)
    slow = replace(quick, command_handler=replace(quick.command_handler, clock=lambda: APRIL))
    with party.refused(AccessDenied):
        quick.query(NetworkDirectory(), session=former)
    (entry,) = slow.query(NetworkDirectory(), session=former).items
    assert (entry.members, entry.members_band) == (None, "0-9")


@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.AUDITOR])
def test_of_a_sensitive_network_there_is_no_list_for_others(party: Party, hidden: UUID, role: Role):
    asking = party.session(role)
    for on in (None, date(2025, 3, 3)):
        with party.refused(AccessDenied):
            party.ask(MembersOfNetwork(network=hidden, on=on), asking)


def test_the_bureau_counts_nobody_in_a_sensitive_network_and_sees_no_names_in_it(party: Party, hidden: UUID):
    page = party.ask(NetworkDetails(network=hidden), party.bureau)
    assert (page.members, page.core_group, page.members_band) == (None, None, None)
    history = party.ask(History(item=hidden), party.bureau).items
    assert SOMEBODY not in "".join(entry.model_dump_json() for entry in history)


def test_marking_a_network_later_protects_also_what_it_was_before(party: Party, network: UUID):
    party.clock.pass_time(days=1)
    party.give(MarkSensitive(network=network), party.board)
    member = party.member(SOMEBODY_ELSE)
    party.clock.now = APRIL
    for on, told in ((None, "0-9"), (date(2025, 3, 3), None)):
        (entry,) = party.ask(NetworkDirectory(on=on), member).items
        assert (entry.members, entry.members_band) == (None, told)
    with party.refused(AccessDenied):
        party.ask(GrowthCurve(network=network, first=date(2025, 3, 3), last=date(2025, 3, 3)), member)
    with party.refused(AccessDenied):
        party.ask(MembersOfNetwork(network=network, on=date(2025, 3, 3)), party.bureau)


@pytest.mark.parametrize(
    ("count", "shown"),
    [(0, "0-9"), (9, "0-9"), (10, "10-24"), (24, "10-24"), (25, "25-49"), (50, "50-99"), (249, "100-249"), (250, "250+")],
)
def test_a_band_is_wide(count: int, shown: str):
    assert band(count) == shown


# Plans and closed texts


def questioned(party: Party) -> UUID:
    plan = party.submitted()
    party.give(AskQuestion(plan=plan, question="Wie betaalt de zaal?"), party.board)
    party.give(AnswerQuestion(plan=plan, question_number=1, answer="Wijzelf."), party.member(FOUNDERS[1]))
    return plan


def test_board_bureau_and_initiators_read_questions_and_answers(party: Party):
    plan = questioned(party)
    for session in (party.board, party.bureau, party.member(FOUNDERS[0]), party.member(FOUNDERS[3])):
        page = party.ask(FoundingPlanDetails(plan=plan), session)
        assert [(each.question_text, each.answer_text) for each in page.questions] == [("Wie betaalt de zaal?", "Wijzelf.")]
        assert {each.name for each in page.nominations} == set(FOUNDERS)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.PRIVACY_OFFICER])
def test_who_looks_over_it_sees_neither_names_nor_closed_texts(party: Party, role: Role):
    page = party.ask(FoundingPlanDetails(plan=questioned(party)), party.session(role))
    assert [(each.question_text, each.answer_text) for each in page.questions] == [(None, None)]
    assert {each.name for each in page.nominations} == {None}
    assert len(page.nominations) == 4


@pytest.mark.parametrize("role", [Role.MEMBER, Role.CORE_GROUP, Role.REQUESTER, Role.ADMINISTRATOR])
def test_nobody_else_opens_a_plan(party: Party, role: Role):
    plan, session = questioned(party), party.session(role)
    for question in (FoundingPlanDetails(plan=plan), History(item=plan)):
        with party.refused(AccessDenied):
            party.ask(question, session)


def test_who_declined_no_longer_reads_the_plan(party: Party):
    plan = questioned(party)
    declined = party.member(FOUNDERS[3])
    party.give(DeclineNomination(plan=plan), declined)
    with party.refused(AccessDenied):
        party.ask(FoundingPlanDetails(plan=plan), declined)


def test_a_dossier_whose_key_was_destroyed_is_read_without_its_closed_texts(party: Party):
    plan = questioned(party)
    party.vault.destroy_dossier_key(plan)
    page = party.ask(FoundingPlanDetails(plan=plan), party.board)
    assert [(each.question_text, each.answer_text) for each in page.questions] == [(None, None)]


def test_a_plan_is_read_as_it_was(party: Party):
    plan = party.draft()
    party.clock.pass_time(days=2)
    party.give(DeclineNomination(plan=party.gathered(name="Ander netwerk")), party.member(FOUNDERS[3]))
    with party.refused(UnknownItem):
        party.ask(FoundingPlanDetails(plan=plan, on=date(2025, 3, 2)), party.bureau)
    assert party.ask(FoundingPlanDetails(plan=plan, on=date(2025, 3, 3)), party.bureau).status == "draft"


def test_every_module_of_redactions_is_asked():
    modules = {path.stem for path in Path(redaction.__file__).parent.glob("*.py")} - {"__init__"}
    assert {function.__module__.rsplit(".", 1)[1] for function in redaction.REDACTIONS.values()} == modules
