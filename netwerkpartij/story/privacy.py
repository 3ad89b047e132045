"""What people ask about their own data, and what is asked about whose name a reference is."""

from datetime import date
from typing import Final

from application.commands import liftings
from application.commands.consents import GiveConsent, WithdrawConsent
from application.commands.party import ChooseParts, CorrectPerson, EndRole, GiveRole
from application.commands.privacy import AnswerPrivacyRequest, AskPrivacyOfficer, ErasePerson
from domain.kernel.acts import Role
from domain.party.consent import ConsentPurpose
from domain.party.privacy_request import PrivacyMatter, PrivacyOutcome
from domain.party.service_parts import ServicePart
from netwerkpartij.story import plans
from netwerkpartij.story.clock import at
from netwerkpartij.story.people import ASSISTANT, AUDITOR, BOARD, CORE_GROUPS, ERASED, NAMESAKE
from netwerkpartij.story.telling import Chapter, Story, nights

READER: Final = "Rosa Fictief"
WEEKLY: Final = ConsentPurpose.WEEKLY_MESSAGE
CONTACT: Final = ConsentPurpose.CORE_GROUP_CONTACT


def a_message_every_week(story: Story) -> Chapter:
    """Want it, want it no longer, and want it again."""
    wanted = GiveConsent(purpose=WEEKLY, consent_version="weekoverzicht-2022-06")
    for day, command in (("2023-02-01", wanted), ("2023-04-01", WithdrawConsent(purpose=WEEKLY)), ("2023-06-01", wanted)):
        yield at(f"{day} 20:00")
        story.member(READER, command)


def known_to_members(story: Story) -> Chapter:
    """Consent to members knowing that one is in a core group: most do, some do not, and one takes it back."""
    for hour, name in enumerate((*CORE_GROUPS["education"][:3], *CORE_GROUPS["care"][:2], *CORE_GROUPS["farming"][1:]), start=9):
        yield at(f"2023-11-21 {hour:02}:30")
        story.member(name, GiveConsent(purpose=CONTACT, consent_version="kerngroep-2022-06"))
    yield at("2023-12-04 20:00")
    story.member(CORE_GROUPS["farming"][-1], WithdrawConsent(purpose=CONTACT))


def what_is_kept_of_me(story: Story) -> Chapter:
    """Ask to see what is kept, and get it; ask again half a year later."""
    for day in ("2023-03-01", "2023-09-01"):
        yield at(f"{day} 20:00")
        asked = story.member(READER, AskPrivacyOfficer(matter=PrivacyMatter.ACCESS)).data.privacy_request
        yield at(f"{day[:-1]}8 10:00")
        story.privacy_officer(AnswerPrivacyRequest(privacy_request=asked, outcome=PrivacyOutcome.DONE))


def another_province(story: Story) -> Chapter:
    """Correct where somebody lives who moved."""
    yield at("2023-01-16 10:00")
    story.bureau(CorrectPerson(person=story.persons[NAMESAKE], province="NL-GE"), ASSISTANT)


def forgotten(story: Story) -> Chapter:
    """Erase somebody who left nothing but a membership of the party."""
    yield at("2023-10-24 11:00")
    story.privacy_officer(ErasePerson(person=story.persons[ERASED]))
    story.party_members.remove(ERASED)
    yield from nights(story, 14)


def whose_name(story: Story) -> Chapter:
    """Ask whose reference it is that began a plan: a second pair of eyes agrees to one and refuses the other."""
    yield at("2023-02-07 10:00")
    asked = [
        story.privacy_officer(_whose(story, plan, reasons)).data.reference_lifting
        for plan, reasons in ((plans.EDUCATION, "Nodig voor een klacht."), (plans.CLIMATE, "Uit belangstelling."))
    ]
    yield at("2023-02-08 10:00")
    story.board(BOARD[1], liftings.AgreeToLifting(reference_lifting=asked[0]))
    story.board(BOARD[1], liftings.RefuseLifting(reference_lifting=asked[1]))
    yield at("2023-02-09 10:00")
    story.privacy_officer(liftings.TellLiftedName(reference_lifting=asked[0]))


def _whose(story: Story, plan: str, reasons: str) -> liftings.AskLifting:
    item = story.plans[plan]
    return liftings.AskLifting(item=item, reference=story.begun_by(item), reasons=reasons)


def an_auditor_reads(story: Story) -> Chapter:
    """Let the auditor read a network with extra protection for three weeks; a second time it is refused."""
    for day, until in (("2023-03-02", date(2023, 3, 20)), ("2023-09-04", date(2023, 9, 20))):
        yield at(f"{day} 10:00")
        ask = liftings.AskRecordLifting(
            network=story.networks[plans.LHBTIQ],
            person=story.persons[AUDITOR],
            until=until,
            reasons="Nodig voor de controle van de telling.",
        )
        asked = story.privacy_officer(ask).data.record_lifting
        yield at(f"{day} 16:00")
        answers = liftings.AgreeToRecordLifting if day < "2023-06" else liftings.RefuseRecordLifting
        story.board(BOARD[1], answers(record_lifting=asked))


def an_auditor_comes_back(story: Story) -> Chapter:
    """End the role of the auditor with the year, and give it again; and choose the parts of the service anew."""
    yield at("2022-12-30 12:00")
    story.administrator(EndRole(person=story.persons[AUDITOR], role=Role.AUDITOR))
    yield at("2023-01-16 12:00")
    story.administrator(GiveRole(person=story.persons[AUDITOR], role=Role.AUDITOR))
    for parts in (tuple(ServicePart)[:-1], tuple(ServicePart)):
        story.administrator(ChooseParts(parts=parts))
