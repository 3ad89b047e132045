"""What a core group states of itself: who may, who sees the number, and what an evaluation makes of it."""

from uuid import UUID

import pytest

from application.commands.networks import CloseNetwork, CorrectEntry, EndSeat, MarkSensitive, StateCoreGroupMix, WithdrawEntry
from application.commands.pilot import AdoptRules
from application.errors import AccessDenied
from application.evaluation import details
from application.language.answers import in_sentences
from application.language.words import Language
from application.ports.vault.contexts import OFFICE
from application.queries.auditing.record import History
from application.queries.evaluating.evaluation import Evaluation, Figure, Note, Verdict
from domain.kernel.acts import CORE_GROUP, Role, Source
from domain.kernel.entries import Mistake
from domain.networks.errors import FewerSeatsThanStated, NotInCoreGroup
from domain.pilot.rules import NetworkRules, NetworkType
from tests.application.party import BUREAU, FOUNDERS, SOMEBODY, Party


@pytest.fixture
def network(party: Party) -> UUID:
    return party.founded()


def states(party: Party, network: UUID, number: int) -> str:
    """Let the core group state a number; gives the entry."""
    stated = StateCoreGroupMix(network=network, with_experience=number)
    party.give(stated, party.core_group(FOUNDERS[0], network))
    return f"{network}:{party.newest().originator_version}"


def mix(party: Party, role: Role = Role.REQUESTER) -> Figure:
    answer = party.ask(Evaluation(), party.session(role))
    figure: Figure = next(each for each in answer.figures if each.figure == "core-group-mix")
    return figure


@pytest.mark.parametrize(("number", "kinds"), [(0, 1), (1, 2), (3, 2), (4, 1)])
def test_an_evaluation_says_whether_both_kinds_are_there_and_not_how_many(party: Party, network: UUID, number: int, kinds: int):
    states(party, network, number)
    figure = mix(party)
    assert (figure.value, figure.n, figure.norm) == (kinds, 4, 2)
    assert figure.verdict is (Verdict.REACHED if kinds == 2 else Verdict.NOT_REACHED)
    assert figure.detail == details.MixStated(stated_on=party.clock.now.date())


def test_nothing_stated_is_nothing_told(party: Party, network: UUID):
    assert (mix(party).value, mix(party).note) == (None, Note.NOT_STATED)
    entry = states(party, network, 2)
    party.give(WithdrawEntry(of=entry, mistake=Mistake.WRONG_NUMBER), party.bureau)
    assert mix(party).note is Note.NOT_STATED


def test_a_norm_is_there_only_where_the_rules_ask_for_both(party: Party, network: UUID):
    assert (mix(party).norm, mix(party).verdict) == (2, None)
    rules = NetworkRules(core_group_minimum=4, required_parts=(), target_members=50)
    adopted = AdoptRules(
        rules_version="lighter",
        network_type=NetworkType.THEME,
        valid_from=party.clock.now.date(),
        rules=rules,
        origin="Een besluit",
    )
    party.give(adopted, party.board)
    states(party, network, 1)
    assert (mix(party).value, mix(party).norm, mix(party).verdict) == (2, None, None)


def test_the_newest_counts_by_the_day_on_which_it_was_stated(party: Party, network: UUID):
    first = states(party, network, 4)
    party.clock.pass_time(days=10)
    states(party, network, 2)
    assert mix(party).value == 2
    party.clock.pass_time(days=10)
    party.give(CorrectEntry(of=first, corrected_at=party.clock.now, mistake=Mistake.WRONG_DAY), party.bureau)
    assert mix(party).value == 1


def test_of_a_sensitive_network_nothing_is_shown(party: Party, network: UUID):
    states(party, network, 2)
    party.give(MarkSensitive(network=network), party.board)
    for role in (Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.REQUESTER):
        assert (mix(party, role).value, mix(party, role).n, mix(party, role).detail) == (None, None, None)


def test_the_number_is_for_the_core_group_and_the_bureau(party: Party, network: UUID):
    states(party, network, 4)
    own = party.core_group(FOUNDERS[1], network)
    for session, number in ((own, 4), (party.bureau, 4), (party.board, None), (party.session(Role.AUDITOR), None)):
        told = next(each for each in party.ask(History(item=network), session).items if each.type == "CoreGroupMixStated")
        assert told.data.get("with_experience") == number


def test_the_bureau_records_what_somebody_of_the_core_group_or_all_of_it_said(party: Party, network: UUID):
    by_phone = StateCoreGroupMix(network=network, with_experience=2, person=party.person(FOUNDERS[1]))
    party.give(by_phone, party.bureau)
    act = party.newest().act
    assert (act.by, act.source) == (party.reference(FOUNDERS[1], network), Source.NOT_NOTED)
    party.give(StateCoreGroupMix(network=network, with_experience=2, source=Source.MAIL), party.bureau)
    of_all = party.newest().act
    assert (of_all.by, of_all.role, of_all.source) == (CORE_GROUP, Role.CORE_GROUP, Source.MAIL)
    assert of_all.entered_by == act.entered_by == party.vault.reference(party.person(BUREAU), OFFICE)
    told = in_sentences(party.ask(History(item=network), party.bureau), Language.NL).items[-1].sentence
    assert told == (
        f"De kerngroep gaf aan of de kerngroep mensen met en zonder bestuurlijke "
        f"ervaring heeft. Vastgelegd door {BUREAU} na een e-mail."
    )
    with party.refused(NotInCoreGroup):
        party.give(by_phone.model_copy(update={"person": party.person(SOMEBODY)}), party.bureau)


def test_who_has_no_seat_and_who_speaks_for_another_is_refused(party: Party, network: UUID):
    own = party.core_group(FOUNDERS[0], network)
    for_another = StateCoreGroupMix(network=network, with_experience=2, person=party.person(FOUNDERS[1]))
    with party.refused(AccessDenied):
        party.give(for_another, own)
    with party.refused(FewerSeatsThanStated):
        party.give(StateCoreGroupMix(network=network, with_experience=5), own)
    party.give(EndSeat(network=network), own)
    with party.refused(AccessDenied):
        party.give(StateCoreGroupMix(network=network, with_experience=2), own)


def test_what_was_stated_stays_when_a_network_closes(party: Party, network: UUID):
    states(party, network, 2)
    party.clock.pass_time(days=1)
    party.give(CloseNetwork(network=network, reason="Het is af."), party.board)
    assert mix(party).value == 2
