"""Somebody who did everything that a person can do, was registered twice, and of whom details were corrected."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from application.commands.advice import (
    AcceptInvitation,
    AcceptRequest,
    AnswerCall,
    CallMembers,
    DeclareExpertConflict,
    DeliverAdvice,
    InviteExpert,
)
from application.commands.networks import LeaveNetwork, WriteWelcome
from application.commands.party import ChangeAddress, CorrectOwnDetails, CorrectPerson, MergePersons
from application.commands.plans import AcceptNomination, DeclareConflictOfInterest, NominateCoreGroupMember
from application.ports.claims import MemberClaim, Notice, NoticeKind
from application.ports.mail import Delivery, Letter
from application.ports.vault.contexts import PersonId
from application.ports.vault.register import RegisterSaid
from application.ports.vault.sessions import CalendarKey
from application.ports.wishes import Wish, WishKind
from application.queries.networks import MembersOfNetwork
from application.signing_in.by_link import RequestLinks
from domain.kernel.acts import Role
from netwerkpartij.background import send_letters
from netwerkpartij.wiring import Opened
from tests.application.party import CONSENT, FOUNDERS, OTHER_FOUNDERS, Party
from tests.vaults import written

NAME = "Zébulon Weggewist-Nergenshuizen"
VALUES = (
    NAME,
    "Weggewist",
    "zebulon.weggewist@nergenshuizen.example",
    "Nergenshuizerland",
    "Ik zag zelf hoe het ging bij mijn buurvrouw in de Nergensstraat.",
    "Mijn zwager verkoopt busjes aan Nergenshuizen.",
    "Ik zit in het bestuur van de stichting Nergenszorg.",
    "Nergens-70316",
    "Hoe bereiken bewoners van de Nergenskade de bus?",
    "Collega Nergensman",
)
EMAIL, PROVINCE, ANSWER, INTEREST, OTHER_INTEREST, MEMBER_NUMBER, DRAFT, COLLEAGUE = VALUES[2:]
WISHED = "Bijzondere tuinkabouters van Weggewist"
DOUBLE = "Z. Weggewist"
"""The name in the second record of the same person."""
OTHER_EMAIL = "z.weggewist@nergenshuizen.example"


def did_everything(party: Party) -> PersonId:
    """Let somebody do everything that a person can do."""
    send_letters(with_mail_away(party))  # from now on
    person = party.person(NAME, province=PROVINCE, birth_year=1931)
    network, left = party.founded(), party.network(name="Netwerk zorg")
    sensitive = party.founded(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True)
    for each, consent in ((network, None), (left, None), (sensitive, CONSENT)):
        party.join(NAME, each, consent_version=consent)
    party.give(ChangeAddress(email=EMAIL), party.member(NAME))
    party.give(LeaveNetwork(network=left), party.member(NAME))
    party.seat(NAME, network)
    plan = party.draft(FOUNDERS[0], name="Netwerk zee")
    party.give(NominateCoreGroupMember(plan=plan, nominee=person), party.member(FOUNDERS[0]))
    party.give(AcceptNomination(plan=plan), party.member(NAME))
    board = party.session(Role.NATIONAL_BOARD, NAME)
    party.give(DeclareConflictOfInterest(plan=party.submitted(name="Netwerk bos"), interest=OTHER_INTEREST), board)
    seat = party.core_group(NAME, network)
    party.asked(network, by=NAME, closed=True, question="Wat vindt u?")
    request = party.asked(network)
    party.give(AcceptRequest(advice_request=request), seat)
    party.give(InviteExpert(advice_request=request, expert=person), seat)
    party.give(AcceptInvitation(advice_request=request), party.member(NAME))
    party.give(CallMembers(advice_request=request, closes_on=date(2025, 3, 10)), seat)
    party.give(AnswerCall(advice_request=request, answer=ANSWER), party.member(NAME))
    party.give(DeclareExpertConflict(advice_request=request, interest=INTEREST), party.member(NAME))
    answered = party.asked(network)
    party.give(AcceptRequest(advice_request=answered), seat)
    party.give(DeliverAdvice(advice_request=answered, advice="Het valt mee."), seat)
    party.vault.issue_token(Role.MEMBER, person=person)
    party.opened.door.begin(person, own_device=True)
    party.vault.languages.keep(person, "en")
    party.vault.wishes.keep(Wish(person, WISHED, WishKind.NETWORK, may_ask=True, since=date(2025, 3, 3)))
    said = RegisterSaid(MEMBER_NUMBER, NAME, EMAIL, None, 1931)
    written(party.vault, lambda writes: writes.keep_register_entry(party.vault.row(person), said, date(2025, 3, 3)))
    was_registered_twice(party, network)
    party.ask(MembersOfNetwork(network=network), party.bureau)
    came_by_pages(party, network)
    return person


class MailAway:
    """A mail server that is not there now: what is handed to it goes on waiting."""

    def deliver(self, _: Letter) -> Delivery:
        return Delivery.NOT_NOW


def with_mail_away(party: Party) -> Opened:
    return replace(party.opened, post=MailAway())


def came_by_pages(party: Party, network: UUID) -> None:
    """Let somebody do what there is on pages alone, and be written to: letters wait, and a question until it is confirmed."""
    party.give(CorrectOwnDetails(birth_year=1930), party.member(NAME))
    party.give(WriteWelcome(network=network, welcome="Welkom allemaal."), party.core_group(NAME, network))
    own = party.asked(network, by=NAME, question="Wat vindt u hiervan?")
    RequestLinks(party.log, party.vault, party.clock).make(own, named=COLLEAGUE)
    send_letters(with_mail_away(party))
    for address in (EMAIL, EMAIL.upper(), OTHER_EMAIL):
        party.opened.by_mail.ask(address, language="nl", draft=DRAFT)
        party.opened.vault.member_claims.keep(MemberClaim(NAME, "1234", address, "nl", MEMBER_NUMBER))
        party.opened.vault.notices.keep(Notice(address, NoticeKind.ADDRESS_CHANGED, "nl"))
    party.vault.issue_token(Role.MEMBER, person=party.person(NAME), calendar=CalendarKey(hidden_too=True))


def was_registered_twice(party: Party, network: UUID) -> None:
    """Let somebody have a second record, a member of the same network and of another, whose details were corrected."""
    double = party.person(DOUBLE, province="NL-DR", birth_year=1913)
    other = party.network(name="Netwerk duin")
    for each in (network, other):
        party.join(DOUBLE, each)
    party.give(ChangeAddress(email=OTHER_EMAIL), party.member(DOUBLE))
    party.vault.issue_token(Role.MEMBER, person=double)
    party.ask(MembersOfNetwork(network=other), party.bureau)
    party.give(CorrectPerson(person=double, birth_year=1932), party.bureau)
    party.give(CorrectPerson(person=party.person(NAME), province="NL-FR"), party.bureau)
    party.give(MergePersons(into=party.person(NAME), merged=double), party.bureau)
