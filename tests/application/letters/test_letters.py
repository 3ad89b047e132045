"""Events in, letters out: each once, in the words of the page, and nothing of a network with extra protection."""

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from application.commands.advice import AcceptRequest, DeliverAdvice, InviteExpert
from application.commands.meetings import CancelMeeting
from application.commands.networks import ChangeAgreements, LeaveNetwork, WriteWelcome
from application.commands.plans import NominateCoreGroupMember, RejectPlan, ReturnPlan, SubmitPlan
from application.language.event_letters import NEUTRAL, NOT_NAMED, READ_MORE, SAID, LetterTopic, event_letter
from application.language.letters import Sender
from application.language.words import Language
from application.letters.kinds import LetterKind
from application.ports.mail import Delivery, DigestState, Letter
from domain.kernel.acts import Role
from domain.networks.network import Network
from domain.pilot.rules import PlanPart
from infrastructure.vault.tables import letters
from netwerkpartij.background import send_letters
from netwerkpartij.catalogues.letters import Written, every_letter
from netwerkpartij.wiring import Opened
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party
from tests.vaults import keep_address

SENDER = Sender("https://netwerken.example", "Partijbureau Voorbeeld", "085 000 00 00", "bureau@voorbeeld.example")


@dataclass
class Mailbox:
    """Takes letters, as it is told to."""

    answers: list[Delivery] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)

    def deliver(self, letter: Letter) -> Delivery:
        answer = self.answers.pop(0) if self.answers else Delivery.SENT
        if answer is Delivery.SENT:
            self.letters.append(letter)
        return answer

    def told(self) -> Counter[tuple[str, str]]:
        """Give who got which subject since it was asked last."""
        told = Counter((each.recipient.partition("@")[0], each.subject) for each in self.letters)
        self.letters.clear()
        return told


def subject(kind: LetterKind) -> str:
    return SAID[kind].subject.nl


def slug(name: str) -> str:
    return name.lower().replace(" ", ".")


@dataclass
class Mailed:
    """A party whose people can be mailed."""

    party: Party
    mailbox: Mailbox
    service: Opened

    def known(self, *names: str) -> None:
        for name in names:
            keep_address(self.party.vault, self.party.party_member(name), f"{slug(name)}@voorbeeld.example")

    def sent(self) -> Counter[tuple[str, str]]:
        send_letters(self.service)
        return self.mailbox.told()


@pytest.fixture
def mailed(party: Party) -> Mailed:
    mailbox = Mailbox()
    found = Mailed(party, mailbox, replace(party.opened, post=mailbox, sender=SENDER))
    found.known(*FOUNDERS, SOMEBODY, SOMEBODY_ELSE)
    return found


@pytest.fixture
def network(mailed: Mailed) -> UUID:
    network = mailed.party.founded()
    assert mailed.sent() == Counter()  # nobody looked before: what was before letters has none
    return network


def to(kind: LetterKind, *names: str) -> Counter[tuple[str, str]]:
    return Counter((slug(name), subject(kind)) for name in names)


def test_who_joins_gets_a_letter_and_so_does_the_core_group(mailed: Mailed, network: UUID):
    mailed.party.join(SOMEBODY, network)
    assert mailed.sent() == to(LetterKind.YOU_JOINED, SOMEBODY) + to(LetterKind.NEW_MEMBER, *FOUNDERS)
    assert mailed.sent() == Counter()


@pytest.mark.usefixtures("network")
def test_who_founds_a_network_is_not_told_that_they_joined(mailed: Mailed):
    mailed.party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
    assert not {each for each in mailed.sent() if each[1] == subject(LetterKind.YOU_JOINED)}


def test_the_letter_to_a_new_member_has_the_welcome_of_the_core_group_and_the_next_meeting(mailed: Mailed, network: UUID):
    welcome = "Fijn dat u er bent. Neem {zelf} een vraag mee."
    mailed.party.give(WriteWelcome(network=network, welcome=welcome), mailed.party.core_group(FOUNDERS[0], network))
    later, next_one = date(2025, 4, 20), date(2025, 4, 12)
    mailed.party.meeting(network, day=later)
    mailed.party.meeting(network, day=next_one)
    called_off = mailed.party.meeting(network, day=date(2025, 4, 11))
    mailed.party.give(CancelMeeting(meeting=called_off), mailed.party.bureau)
    mailed.party.join(SOMEBODY, network)
    send_letters(mailed.service)
    told = {letter.subject: letter.text for letter in mailed.mailbox.letters}
    assert f"De kerngroep schrijft u:\n{welcome}" in told[SAID[LetterKind.YOU_JOINED].subject.nl]
    assert "De volgende bijeenkomst is op 12 april 2025." in told[SAID[LetterKind.YOU_JOINED].subject.nl]
    assert "bijeenkomst is op" not in told[SAID[LetterKind.NEW_MEMBER].subject.nl]


def test_who_leaves_gets_a_letter_and_nobody_else(mailed: Mailed, network: UUID):
    mailed.party.join(SOMEBODY, network)
    mailed.sent()
    mailed.party.give(LeaveNetwork(network=network), mailed.party.member(SOMEBODY))
    assert mailed.sent() == to(LetterKind.YOU_LEFT, SOMEBODY)


def test_members_are_told_of_another_purpose_and_not_of_another_organisation(mailed: Mailed, network: UUID):
    mailed.party.join(SOMEBODY, network)
    mailed.sent()
    agreed: dict[str, Any] = {"organisation": "Elke week.", "intended_cooperation": "Met de fracties."}
    same = ChangeAgreements(network=network, purpose="Goed onderwijs voor ieder kind.", **agreed)
    version = mailed.party.load(Network, network).version
    mailed.party.give(same, mailed.party.board, expected=version)
    assert mailed.sent() == Counter()
    mailed.party.give(
        same.model_copy(update={"purpose": "Goed onderwijs, ook voor volwassenen."}), mailed.party.board, expected=version + 1
    )
    assert mailed.sent() == to(LetterKind.PURPOSE_CHANGED, *FOUNDERS, SOMEBODY)


def test_a_request_its_answer_and_an_expert(mailed: Mailed, network: UUID):
    party = mailed.party
    keep_address(party.vault, party.holder("Xenia Voorbeeld", Role.REQUESTER), "xenia.voorbeeld@voorbeeld.example")
    request = party.asked(network, by="Xenia Voorbeeld")
    assert mailed.sent() == to(LetterKind.ADVICE_ASKED, *FOUNDERS) + to(LetterKind.QUESTION_RECEIVED, "Xenia Voorbeeld")
    seat = party.core_group(FOUNDERS[0], network)
    party.give(AcceptRequest(advice_request=request), seat)
    party.give(InviteExpert(advice_request=request, expert=party.person(SOMEBODY_ELSE)), seat)
    assert mailed.sent() == to(LetterKind.INVITED_AS_EXPERT, SOMEBODY_ELSE)
    party.give(DeliverAdvice(advice_request=request, advice="Het valt mee."), seat)
    assert mailed.sent() == to(LetterKind.ADVICE_ANSWERED, "Xenia Voorbeeld")


@pytest.mark.usefixtures("network")
def test_what_becomes_of_a_plan(mailed: Mailed):
    party = mailed.party
    plan = party.draft(FOUNDERS[0], name="Netwerk zee")
    party.give(NominateCoreGroupMember(plan=plan, nominee=party.person(SOMEBODY)), party.member(FOUNDERS[0]))
    assert mailed.sent() == to(LetterKind.INVITED_TO_SEAT, SOMEBODY)
    submitted = party.submitted(name="Netwerk bos")
    mailed.sent()
    party.give(ReturnPlan(plan=submitted, missing=(PlanPart.ORGANISATION,)), party.bureau)
    send_letters(mailed.service)
    assert all("organisatie" in each.text for each in mailed.mailbox.letters)
    assert mailed.sent() == to(LetterKind.PLAN_RETURNED, *FOUNDERS)
    rejected = party.submitted(name="Netwerk duin")
    mailed.sent()
    party.give(
        RejectPlan(plan=rejected, plan_version=1, outcome="rejected", reasons="Het lijkt te veel op Netwerk zee."), party.board
    )
    send_letters(mailed.service)
    assert all("Het lijkt te veel op Netwerk zee." in each.text for each in mailed.mailbox.letters)
    assert mailed.sent() == to(LetterKind.PLAN_REJECTED, *FOUNDERS)
    party.approved(party.submitted(name="Netwerk plas"))
    assert subject(LetterKind.PLAN_APPROVED) in {each[1] for each in mailed.sent()}


def test_of_a_network_with_extra_protection_no_letter_says_the_name_the_address_or_what_happened(mailed: Mailed):
    party = mailed.party
    mailed.sent()
    mailed.known(*OTHER_FOUNDERS)
    name = "LHBTIQ+ netwerk"
    plan = party.gathered(OTHER_FOUNDERS, name=name, sensitive=True)
    hidden = party.approved(_submitted(party, plan))
    party.join(SOMEBODY, hidden, consent_version=CONSENT)
    party.asked(hidden)
    send_letters(mailed.service)
    assert len(mailed.mailbox.letters) > 10
    for each in mailed.mailbox.letters:
        assert each.subject == NEUTRAL.nl
        for secret in ("LHBTIQ", str(hidden), str(plan), "beschermd", "gevoelig"):
            assert secret not in each.text


def _submitted(party: Party, plan: UUID) -> UUID:
    party.give(SubmitPlan(plan=plan), party.member(OTHER_FOUNDERS[0]))
    return plan


def test_a_letter_is_sent_once_retried_when_it_did_not_go_out_and_its_subject_forgotten(mailed: Mailed, network: UUID):
    mailed.party.join(SOMEBODY, network)
    mailed.mailbox.answers = [Delivery.NOT_NOW, Delivery.UNKNOWN, Delivery.REFUSED, Delivery.REJECTED]
    assert send_letters(mailed.service) == 1
    assert send_letters(mailed.service) == 0
    mailed.party.clock.now += timedelta(minutes=1)
    assert send_letters(mailed.service) == 1
    states = Counter(each.state for each in _letters(mailed.party))
    assert states == {DigestState.SENT: 2, DigestState.UNKNOWN: 1, DigestState.REFUSED: 1, DigestState.REJECTED: 1}
    assert [each.content for each in _letters(mailed.party)] == [None] * 5
    assert len(mailed.party.vault.refused_addresses()) == 1


def _letters(party: Party) -> list[Any]:
    with party.vault.letters._database.reading() as connection:  # noqa: SLF001  # what is kept is what is tested
        return list(connection.execute(select(letters)).all())


def test_who_has_no_address_gets_none_and_who_was_erased_leaves_none(mailed: Mailed, network: UUID):
    keep_address(mailed.party.vault, mailed.party.person(SOMEBODY), None)
    mailed.party.join(SOMEBODY, network)
    assert mailed.sent() == to(LetterKind.NEW_MEMBER, *FOUNDERS)
    before = len(_letters(mailed.party))
    mailed.party.vault.erase_person(mailed.party.person(SOMEBODY))
    assert len(_letters(mailed.party)) == before - 1


@pytest.mark.usefixtures("network")
def test_two_processes_queue_what_follows_once(mailed: Mailed):
    queue, now = mailed.party.vault.letters, mailed.party.clock()
    told = queue.told_until()
    assert queue.queue((), told=told, until=10_000, now=now)
    assert not queue.queue((), told=told, until=10_001, now=now)
    assert queue.told_until() == 10_000


def test_a_letter_is_in_the_language_in_which_somebody_signed_in_last(mailed: Mailed, network: UUID):
    mailed.party.vault.languages.keep(mailed.party.person(SOMEBODY), "nl")
    mailed.party.vault.languages.keep(mailed.party.person(SOMEBODY), "en")
    mailed.party.join(SOMEBODY, network)
    told = mailed.sent()
    assert told == Counter({(slug(SOMEBODY), SAID[LetterKind.YOU_JOINED].subject.en): 1}) + to(LetterKind.NEW_MEMBER, *FOUNDERS)


def test_a_letter_about_a_request_says_by_when_it_needs_an_answer_and_one_about_a_decision_leads_to_the_letter_on_paper(
    mailed: Mailed, network: UUID
):
    party = mailed.party
    party.asked(network, due=date(2025, 5, 6))
    rejected = party.submitted(name="Netwerk duin")
    party.give(RejectPlan(plan=rejected, plan_version=1, outcome="rejected", reasons="Te klein."), party.board)
    send_letters(mailed.service)
    told = {letter.subject: letter.text for letter in mailed.mailbox.letters}
    assert "Het antwoord op de vraag is uiterlijk op 6 mei 2025 nodig." in told[subject(LetterKind.ADVICE_ASKED)]
    assert f"{SENDER.pages}/plannen/{rejected}/besluit\n" in told[subject(LetterKind.PLAN_REJECTED)]


@pytest.mark.parametrize("written", list(every_letter()), ids=lambda each: each.title)
@pytest.mark.parametrize("language", list(Language))
def test_every_letter_ends_with_the_bureau_its_phone_and_its_mail(written: Written, language: Language):
    name, phone, mail = "Partijbureau van de Voorbeeldpartij", "085 000 00 00", "partijnetwerken@voorbeeldpartij.example"
    assert written.texts[language].text.splitlines()[-3:] == [name, phone, mail]


def test_a_bureau_that_is_not_set_up_is_left_out():
    text = event_letter(LetterKind.YOU_LEFT, LetterTopic("Netwerk zorg", "x"), Sender("https://n.example"), Language.NL, None)
    assert text.text.endswith("\n\nMet vriendelijke groet,\nhet partijbureau\n")


@pytest.mark.parametrize("kind", list(LetterKind))
@pytest.mark.parametrize("language", list(Language))
def test_every_letter_is_whole_in_both_languages(kind: LetterKind, language: Language):
    text = event_letter(kind, LetterTopic("Netwerk zorg", "netwerken/zorg"), SENDER, language, "Anne Voorbeeld")
    assert text.text.count("https://") == 1
    assert "{" not in text.subject + text.text
    assert "Anne Voorbeeld" in text.text.splitlines()[0]
    hidden = event_letter(kind, LetterTopic(None, "te-doen"), SENDER, language, None)
    assert hidden.subject == NEUTRAL.in_language(language)
    assert READ_MORE.in_language(language).format(page="https://netwerken.example/te-doen") in hidden.text
    assert NOT_NAMED.in_language(language).split(" dat ")[0].split()[0] in hidden.text
