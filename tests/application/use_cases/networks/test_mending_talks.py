"""The bureau takes back a talk or advice unasked that was recorded by mistake: lists, figures and the history follow."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from application.commands.advice import OfferAdvice
from application.commands.conversations import HoldConversation
from application.commands.networks import CloseNetwork, CorrectEntry, WithdrawEntry
from application.errors import AccessDenied
from application.queries.advice import AdviceOffers
from application.queries.auditing.record import History
from application.queries.conversations import Conversations
from domain.advice.values import RequesterKind
from domain.kernel.entries import Mistake
from domain.kernel.errors import EntryNotCorrectable, SomethingRestsOnEntry
from domain.networks.conversation import ConversationOutcome
from domain.networks.errors import NetworkNotBegunYet
from netwerkpartij.background import settle
from tests.application.party import Party

WRONG = Mistake.WRONG_NETWORK


@pytest.fixture
def offer(party: Party, network: UUID) -> UUID:
    """Give advice unasked of a network."""
    party.give(OfferAdvice(network=network, addressee=RequesterKind.POLITICIAN, advice="Doe het niet."), party.bureau)
    found: UUID = party.newest().originator_id
    return found


@pytest.fixture
def talk(party: Party, network: UUID) -> UUID:
    """Give a talk that was held, a year after the network was founded."""
    party.clock.pass_time(days=400)
    settle(party.opened, nightly=True)
    (opened,) = [each.originator_id for each in party.all_of("ConversationOpened") if each.network == network]
    found: UUID = opened
    party.give(HoldConversation(conversation=found, outcome=ConversationOutcome.CONTINUE), party.bureau)
    return found


def offers(party: Party, known_at: datetime | None = None) -> list[UUID]:
    return [each.advice_offer for each in party.ask(AdviceOffers(known_at=known_at), party.bureau).items]


def outcomes(party: Party, talk: UUID) -> list[ConversationOutcome | None]:
    return [each.outcome for each in party.ask(Conversations(), party.bureau).items if each.conversation == talk]


def test_advice_that_was_never_given_is_in_no_list_any_more_and_stays_in_the_history(party: Party, offer: UUID):
    assert offers(party) == [offer]
    known = datetime.fromtimestamp(party.clock().timestamp() + 1, UTC)
    party.clock.pass_time(hours=1)
    party.give(WithdrawEntry(of=f"{offer}:1", mistake=WRONG), party.bureau)
    assert offers(party) == []
    assert offers(party, known_at=known) == [offer]
    assert [each.type for each in party.ask(History(item=offer), party.bureau).items] == ["AdviceOffered", "EntryWithdrawn"]


def test_advice_was_given_on_another_day(party: Party, network: UUID):
    party.clock.pass_time(days=3)
    party.give(OfferAdvice(network=network, addressee=RequesterKind.POLITICIAN, advice="Doe het niet."), party.bureau)
    offer, earlier = party.newest().originator_id, party.clock() - timedelta(days=1)
    party.give(CorrectEntry(of=f"{offer}:1", corrected_at=earlier, mistake=Mistake.WRONG_DAY), party.bureau)
    assert [each.at for each in party.ask(AdviceOffers(), party.bureau).items] == [earlier]


def test_a_talk_that_was_withdrawn_is_to_come_and_is_held_again(party: Party, talk: UUID):
    party.give(WithdrawEntry(of=f"{talk}:2", mistake=WRONG), party.bureau)
    assert outcomes(party, talk) == [None]
    party.give(HoldConversation(conversation=talk, outcome=ConversationOutcome.MERGE), party.bureau)
    assert outcomes(party, talk) == [ConversationOutcome.MERGE]


def test_that_there_is_something_to_talk_about_is_not_taken_back(party: Party, talk: UUID):
    with party.refused(EntryNotCorrectable):
        party.give(WithdrawEntry(of=f"{talk}:1", mistake=WRONG), party.bureau)


def test_nothing_is_corrected_to_before_its_network(party: Party, offer: UUID):
    before = datetime(2010, 1, 1, tzinfo=UTC)
    with party.refused(NetworkNotBegunYet):
        party.give(CorrectEntry(of=f"{offer}:1", corrected_at=before, mistake=Mistake.WRONG_DAY), party.bureau)


def test_a_closing_rests_on_no_advice_that_was_withdrawn(party: Party, network: UUID, offer: UUID):
    earlier = party.clock() - timedelta(seconds=30)
    closing = CloseNetwork(network=network, reason="Klaar.", at=earlier)
    with party.refused(SomethingRestsOnEntry):
        party.give(closing, party.board)
    party.give(WithdrawEntry(of=f"{offer}:1", mistake=WRONG), party.bureau)
    party.give(closing, party.board)


def test_only_the_bureau_mends(party: Party, offer: UUID):
    with party.refused(AccessDenied):
        party.give(WithdrawEntry(of=f"{offer}:1", mistake=WRONG), party.board)
