"""What may be done with an item: every command is tried, nothing is recorded or sealed, and what is offered is accepted."""

import random
import sqlite3
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from application.acts.dry_vault import SOMEBODY as SOMEBODY_TO_FILL_IN
from application.acts.dry_vault import DryVault, WouldWrite
from application.acts.trying import Trial, Tried
from application.commands.networks import CloseNetwork, MarkSensitive
from application.commands.plans import AskQuestion
from application.language.answers import in_sentences
from application.language.words import Language
from application.ports.vault.sessions import Session
from application.queries.acts import PossibleActs
from domain.kernel.acts import Role
from domain.kernel.errors import DomainError
from domain.networks.errors import NetworkClosedAlready
from tests.application.conftest import copied, party_at
from tests.application.party import FOUNDERS, OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party


def may(party: Party, item: UUID, session: Session) -> set[str]:
    return {each.command for each in party.ask(PossibleActs(item=item), session).items if each.may}


def may_not(party: Party, item: UUID, session: Session) -> dict[str, str]:
    return {each.command: each.code for each in party.ask(PossibleActs(item=item), session).items if not each.may}


INDEX = ('INSERT INTO "known_references"', 'INSERT INTO "contexts"')
"""What any look-up of references leaves in the vault, so that the next one is quick."""


def kept(folder: Path) -> list[str]:
    """Give all that the vault keeps, but the index of references that any look-up fills in."""
    with sqlite3.connect(folder / "vault.db") as vault:
        return [line for line in vault.iterdump() if not line.startswith(INDEX)]


def trial(party: Party, session: Session) -> Trial:
    return Trial(party.opened.service.command_handler, session, party.opened.service._looked_up)  # noqa: SLF001  # the walk gives what was tried


# What is offered


def test_what_may_be_done_with_a_draft_is_different_from_what_may_be_done_with_a_plan_that_is_handed_in(party: Party):
    draft, submitted = party.draft(), party.submitted(OTHER_FOUNDERS, name="Netwerk zorg")
    assert {"ApprovePlan", "RejectPlan", "DeferPlan", "AskQuestion"} & may(party, draft, party.board) == set()
    assert {"ApprovePlan", "RejectPlan", "DeferPlan", "AskQuestion"} <= may(party, submitted, party.board)
    assert may_not(party, draft, party.board)["ApprovePlan"] == "plan-not-submitted"


def test_who_has_nothing_to_say_about_an_item_is_offered_nothing(party: Party):
    plan = party.draft()
    assert "RevisePlan" in may(party, plan, party.member(FOUNDERS[0]))
    assert "RevisePlan" not in {each.command for each in party.ask(PossibleActs(item=plan), party.member(SOMEBODY)).items}
    assert party.ask(PossibleActs(item=plan), party.session(Role.AUDITOR)).items == ()


def test_a_member_may_join_once_and_leave_after_that(party: Party, network: UUID):
    somebody_else = party.member(SOMEBODY_ELSE)
    assert {"JoinNetwork", "LeaveNetwork"} & may(party, network, somebody_else) >= {"JoinNetwork"}
    assert {"JoinNetwork", "LeaveNetwork"} & may(party, network, party.member(SOMEBODY)) >= {"LeaveNetwork"}


def test_a_closed_network_says_in_both_languages_why_nothing_is_done_with_it_any_more(party: Party, network: UUID):
    party.give(CloseNetwork(network=network, reason="Klaar.", decided=party.met()), party.bureau)
    answer = party.ask(PossibleActs(item=network), party.board)
    (suspend,) = [each for each in in_sentences(answer, Language.NL).items if each.command == "SuspendNetwork"]
    assert (suspend.title, suspend.may, suspend.code) == ("Netwerk stilleggen", False, "network-closed")
    assert suspend.why_not
    assert suspend.next
    (reopen,) = [each for each in in_sentences(answer, Language.EN).items if each.command == "ReopenNetwork"]
    assert (reopen.title, reopen.may, reopen.why_not, reopen.next) == ("Reopen the network", True, None, None)


def test_a_refusal_about_a_field_counts_as_may(party: Party, network: UUID):
    """Whom the board appoints, it fills in; until then nobody is appointed."""
    found = {type(each.command).__name__: each for each in trial(party, party.core_group(FOUNDERS[0], network)).of(network)}
    assert found["AppointChair"].refusal is not None
    assert (found["AppointChair"].field, found["AppointChair"].may) == ("person", True)


def test_without_a_choice_nothing_is_offered(party: Party):
    plan = party.submitted()
    writer = party.member(FOUNDERS[0])
    assert "AnswerQuestion" not in may(party, plan, writer) | may_not(party, plan, writer).keys()
    party.give(AskQuestion(plan=plan, question="Wie doet wat?"), party.board)
    assert "AnswerQuestion" in may(party, plan, writer)


def test_of_a_sensitive_network_the_bureau_is_offered_nothing_about_one_person(party: Party, network: UUID):
    assert "JoinNetwork" in may(party, network, party.bureau)
    party.give(MarkSensitive(network=network, decided=party.met()), party.board)
    refused = may_not(party, network, party.bureau)
    assert {refused[name] for name in ("JoinNetwork", "LeaveNetwork", "AppointChair", "EndorsePurpose")} == {
        "persons-of-sensitive-network"
    }


def test_with_what_is_not_there_nothing_can_be_done_and_with_a_membership_of_others_neither(party: Party, network: UUID):
    for item in (uuid4(), party.membership(SOMEBODY, network).id):
        for session in (party.bureau, party.board, party.member(SOMEBODY_ELSE)):
            assert party.ask(PossibleActs(item=item), session).items == ()


def test_trying_records_nothing_and_seals_nothing(party: Party, network: UUID, tmp_path: Path):
    plan = party.submitted(OTHER_FOUNDERS, name="Netwerk zorg")
    sessions = (party.board, party.bureau, party.member(OTHER_FOUNDERS[0]), party.core_group(FOUNDERS[0], network))
    before = party.log.last_position(), kept(tmp_path)
    assert len(before[1]) > 20
    for session in sessions:
        for item in (plan, network):
            party.ask(PossibleActs(item=item), session)
    assert set(kept(tmp_path)) - set(before[1]) == set()
    assert (party.log.last_position(), kept(tmp_path)) == before
    assert list(party.vault.pending_commands()) == []


def test_a_dry_vault_reads_references_and_writes_nothing(party: Party):
    vault = DryVault(party.vault)
    person = party.person(SOMEBODY)
    assert vault.reference(person, "party") == party.vault.reference(person, "party")
    for name in ("pending", "erase_person", "refuse_address", "issue_token", "destroy_key", "keep_looks", "claim_fan_out"):
        with pytest.raises(WouldWrite):
            getattr(vault, name)
    with pytest.raises(WouldWrite):
        vault.writes.keep_address(person, None)


# What is offered is accepted


WALKS = 5
STEPS = 22


@pytest.mark.parametrize("seed", range(WALKS))
def test_what_is_offered_at_a_position_is_accepted_at_that_position(begun: Path, tmp_path: Path, seed: int):
    """A walk that drives itself: it does at random what is offered, over plans, networks, requests and meetings."""
    chance = random.Random(seed)  # noqa: S311  # a walk that can be walked again
    with party_at(copied(begun, tmp_path)) as party:
        walk = Walk(party, chance)
        for _ in range(STEPS):
            walk.step()
        assert len(walk.done) > STEPS // 3
        assert len(set(walk.done)) > 4


class Walk:
    """A party in which somebody does at random what is offered."""

    def __init__(self, party: Party, chance: random.Random) -> None:
        self.party, self.chance = party, chance
        self.done: list[str] = []
        network = party.founded()
        other = party.founded(OTHER_FOUNDERS, name="Netwerk zorg", purpose="Goede zorg.")
        party.join(SOMEBODY, network)
        plan = party.submitted((SOMEBODY, SOMEBODY_ELSE, *FOUNDERS[:2]), name="Netwerk EU")
        requester = party.requester()
        self.items = [network, other, plan, party.draft(SOMEBODY, name="Netwerk water")]
        self.items += [party.meeting(network), party.meeting(other), party.asked(network), party.asked(other)]
        self.sessions = [party.board, party.bureau, requester, party.member(SOMEBODY), party.member(SOMEBODY_ELSE)]
        self.sessions += [party.core_group(FOUNDERS[0], network), party.core_group(OTHER_FOUNDERS[0], other)]

    def step(self) -> None:
        if self.chance.random() < 0.2:
            self.party.clock.pass_time(days=self.chance.randint(1, 20))
        session = self.chance.choice(self.sessions)
        tried = [each for item in self.chance.sample(self.items, 3) for each in trial(self.party, session).of(item)]
        real = [each for each in tried if str(SOMEBODY_TO_FILL_IN) not in each.command.model_dump_json()]
        offered = [each for each in real if each.refusal is None]
        refused = [each for each in real if each.refusal is not None]
        for each in self.chance.sample(refused, min(3, len(refused))):
            assert self.answered(each, session) == each.refusal.code, each  # type: ignore[union-attr]  # it was refused
        if offered:
            chosen = self.chance.choice(offered)
            assert self.answered(chosen, session) is None, chosen
            self.done.append(type(chosen.command).__name__)

    def answered(self, tried: Tried, session: Session) -> str | None:
        try:
            self.party.opened.service.execute(tried.command, session=session, command_id=uuid4(), expected=tried.expected)
        except DomainError as refusal:
            return refusal.code
        return None


def test_a_lost_race_gets_an_ordinary_refusal(party: Party, network: UUID):
    offered = {type(each.command): each for each in trial(party, party.board).of(network) if each.refusal is None}
    party.give(CloseNetwork(network=network, reason="Klaar.", decided=party.met()), party.bureau)
    with party.refused(NetworkClosedAlready):
        party.give(offered[CloseNetwork].command, party.board)


def test_time_that_passes_in_a_trial_is_not_recorded(party: Party, network: UUID):
    request = party.asked(network)
    party.clock.pass_time(days=200)
    before = party.log.last_position()
    assert may(party, request, party.bureau)
    assert party.log.last_position() == before


# A line of a history


def line_acts(party: Party, item: UUID, number: int, session: Session) -> dict[str, str | None]:
    answer = party.ask(PossibleActs(item=item, entry=f"{item}:{number}"), session)
    return {each.command: each.code for each in answer.items}


def test_a_line_can_be_corrected_and_struck_by_the_bureau_or_it_says_why_not(party: Party, network: UUID):
    assert line_acts(party, network, 1, party.bureau) == {"CorrectEntry": None, "WithdrawEntry": "entry-not-correctable"}
    assert line_acts(party, network, 1, party.board) == {}


def test_with_a_line_that_is_not_there_nothing_can_be_done(party: Party, network: UUID):
    refused = line_acts(party, network, 999, party.bureau)
    assert set(refused.values()) <= {"entry-not-found"}
    assert party.ask(PossibleActs(item=uuid4(), entry=f"{network}:1"), party.bureau).items == ()
