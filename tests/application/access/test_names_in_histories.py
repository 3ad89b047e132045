"""Whom the sentences of a history name: those whom the reader may know now, and nobody else; nothing of it is kept."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from application.access.table import KNOWN, NAMED_IN_HISTORIES
from application.commands.networks import EndSeat, LeaveNetwork, MarkSensitive
from application.commands.plans import DeclareConflictOfInterest
from application.errors import AccessDenied, UnknownItem
from application.language.answers import in_sentences
from application.language.words import Language
from application.ports.vault.sessions import Session
from application.queries.auditing.record import History
from domain.kernel.acts import Role, Source
from domain.party.party_membership import party_membership_id
from tests.application.party import BOARD, BUREAU, FOUNDERS, OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party
from tests.vaults import people_known_as

EVERYBODY = (*FOUNDERS, *OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, BUREAU, BOARD)


def told(party: Party, item: UUID, session: Session, language: Language = Language.NL, on: date | None = None) -> list[str]:
    """Give the sentences of a history as somebody reads them; what else is sent of it names nobody."""
    answer = party.ask(History(item=item, on=on), session)
    assert [name for name in EVERYBODY if name in answer.model_dump_json()] == []
    return [entry.sentence for entry in in_sentences(answer, language).items]


def named(party: Party, item: UUID, session: Session, on: date | None = None) -> set[str]:
    """Give who is named; nobody where the history is refused."""
    try:
        sentences = " ".join(told(party, item, session, on=on))
    except AccessDenied:
        return set()
    return {name for name in EVERYBODY if name in sentences}


def item_of(party: Party, network: UUID, kind: str) -> UUID:
    """Give the network, the plan that it was founded on, or one membership in it."""
    plan = {each.network: each.originator_id for each in party.all_of("PlanDrafted")}
    items: dict[str, UUID] = {"network": network, "plan": plan[network], "membership": party.membership(SOMEBODY, network).id}
    return items[kind]


def reader(party: Party, role: Role, network: UUID) -> Session:
    if role is Role.CORE_GROUP:
        return party.core_group(FOUNDERS[0], network)
    return party.member(FOUNDERS[1]) if role is Role.MEMBER else party.session(role)


ALLOWED: dict[tuple[Role, str], set[str]] = {
    (Role.PARTY_BUREAU, "network"): {*FOUNDERS, BOARD},
    (Role.PARTY_BUREAU, "plan"): {*FOUNDERS, BOARD},
    (Role.PARTY_BUREAU, "membership"): {SOMEBODY},
    (Role.CORE_GROUP, "network"): set(FOUNDERS),
    (Role.NATIONAL_BOARD, "network"): {BOARD},
    (Role.NATIONAL_BOARD, "plan"): {*FOUNDERS, BOARD},
    (Role.MEMBER, "plan"): set(FOUNDERS),
}
"""Whom each role reads by name in which history; all others read no name."""


@pytest.mark.parametrize("kind", ["network", "plan", "membership"])
@pytest.mark.parametrize("role", KNOWN)
def test_each_role_reads_only_the_names_that_it_may_know(party: Party, network: UUID, role: Role, kind: str):
    asking = reader(party, role, network)
    assert named(party, item_of(party, network, kind), asking) == ALLOWED.get((role, kind), set())


def test_whoever_reads_a_name_is_written_down():
    assert {role for role, _ in ALLOWED} == set(NAMED_IN_HISTORIES)


def test_a_history_is_told_with_names(party: Party, network: UUID):
    membership = party.membership(SOMEBODY, network).id
    party.give(LeaveNetwork(network=network, person=party.person(SOMEBODY), source=Source.PHONE), party.bureau)
    assert told(party, membership, party.bureau) == [
        f"{SOMEBODY} meldde zich aan en onderschreef het doel (versie 1).",
        f"{SOMEBODY} meldde zich af. Vastgelegd door {BUREAU} na een telefoongesprek.",
    ]
    assert told(party, membership, party.session(Role.AUDITOR), Language.EN)[-1] == (
        "A member left the network. Recorded after a phone call."
    )


def test_of_a_sensitive_network_only_its_own_core_group_reads_names(party: Party, hidden: UUID):
    own = party.core_group(OTHER_FOUNDERS[0], hidden)
    assert named(party, hidden, own) == set(OTHER_FOUNDERS)
    for kind in ("network", "plan", "membership"):
        item = item_of(party, hidden, kind)
        for session in (party.bureau, party.board, party.member(OTHER_FOUNDERS[1])):
            if kind == "membership" and session in {party.bureau, party.board}:
                with party.refused(UnknownItem):
                    named(party, item, session)
            else:
                assert named(party, item, session) <= {BUREAU, BOARD}, kind


def test_marking_a_network_later_takes_the_names_out_of_its_history(party: Party, network: UUID):
    party.give(MarkSensitive(network=network), party.board)
    for kind in ("network", "plan"):
        assert named(party, item_of(party, network, kind), party.bureau) <= {BOARD}, kind
    with party.refused(UnknownItem):
        named(party, item_of(party, network, "membership"), party.bureau)


def test_the_core_group_reads_no_former_members_and_nobody_through_the_past(party: Party, network: UUID):
    own = party.core_group(FOUNDERS[0], network)
    party.give(EndSeat(network=network), party.core_group(FOUNDERS[3], network))
    assert named(party, network, own) == set(FOUNDERS)  # without the seat, and still a member
    party.give(LeaveNetwork(network=network), party.member(FOUNDERS[3]))
    assert named(party, network, own) == set(FOUNDERS[:3])
    party.clock.pass_time(days=1)
    assert named(party, network, own, on=party.clock.now.date()) == set()


def test_who_began_a_plan_reads_nobody_in_it_through_the_past(party: Party):
    plan = party.submitted()
    initiator = party.member(FOUNDERS[0])
    assert named(party, plan, initiator) == set(FOUNDERS)
    assert named(party, plan, initiator, on=party.clock.now.date()) == set()


def test_who_of_the_board_has_an_interest_is_read_by_board_and_bureau_alone(party: Party):
    plan = party.submitted()
    party.give(DeclareConflictOfInterest(plan=plan), party.board)
    assert told(party, plan, party.board)[-1].startswith(BOARD)
    assert BOARD not in " ".join(told(party, plan, party.member(FOUNDERS[0])))
    assert "naam verwijderd" not in " ".join(told(party, plan, party.member(FOUNDERS[0])))


@pytest.mark.parametrize(("language", "gone"), [(Language.NL, "naam verwijderd"), (Language.EN, "name removed")])
def test_of_an_erased_person_it_is_told_that_the_name_is_gone(party: Party, network: UUID, language: Language, gone: str):
    membership = party.membership(SOMEBODY, network).id
    party.vault.erase_person(party.person(SOMEBODY))
    assert gone in told(party, membership, party.bureau, language)[0]
    for role in (Role.AUDITOR, Role.PRIVACY_OFFICER):
        assert gone not in told(party, membership, party.session(role), language)[0]


def test_somebody_of_whom_no_name_was_ever_known_is_not_called_erased(party: Party):
    network = party.network()
    person = people_known_as(party.vault, ["p1"])["p1"]
    party.people["p1"] = person
    party.join_by_phone("p1", network)
    (sentence,) = told(party, party.membership("p1", network).id, party.bureau)
    assert sentence.startswith("Een lid meldde zich aan")


def test_a_party_membership_is_told_with_its_name_to_the_bureau_alone(party: Party):
    party.party_member(SOMEBODY)
    item = party_membership_id(party.in_party(SOMEBODY))
    assert SOMEBODY in told(party, item, party.bureau)[0]
    for role in (Role.NATIONAL_BOARD, Role.AUDITOR, Role.PRIVACY_OFFICER):
        assert SOMEBODY not in told(party, item, party.session(role))[0]


def test_requests_for_advice_and_roles_name_nobody(party: Party, network: UUID):
    items: list[Callable[[], UUID]] = [
        lambda: party.asked(network, by=SOMEBODY_ELSE),
        lambda: party.all_of("RoleGiven")[-1].originator_id,
    ]
    for item in items:
        assert named(party, item(), party.bureau) == set()


def test_no_name_is_kept_in_what_is_stored(party: Party, network: UUID, tmp_path: Path):
    assert named(party, network, party.bureau)
    party.opened.reads.catch_up()
    for file in (*tmp_path.glob("events.db*"), *tmp_path.glob("read-*.db*")):
        stored = file.read_bytes()
        assert [name for name in EVERYBODY if name.encode() in stored] == [], file
