"""Use cases of what is kept of people: erasing it, and ending what stood."""

from uuid import UUID

from application.command_context import CommandContext, Outcome
from application.commands import privacy
from application.commands.party import OfficeAnswer, PartyMembershipAnswer
from application.passing_time import let_time_pass
from application.ports.vault.contexts import ERASURE, OFFICE, PRIVACY
from application.privacy.standing import Standings
from application.use_cases.party import other_administrators
from domain.kernel.acts import CLOCK, Act, Doer, Role, Source
from domain.kernel.days import day_of
from domain.party.erasures import Erasures, StaysOnRecord, WhyErased, erasures_id, month_of
from domain.party.office import LastAdministratorStays, Office, RoleNotHeld, office_id
from domain.party.party_membership import PartyMembership, party_membership_id
from domain.party.privacy_request import GRANTED, PrivacyMatter, PrivacyRequest, privacy_request_id


def erase_own_data(context: CommandContext, _: privacy.EraseOwnData) -> Outcome:
    return _erase(context, context.person, WhyErased.ASKED, Source.SELF)


def erase_person(context: CommandContext, command: privacy.ErasePerson) -> Outcome:
    return _erase(context, command.person, WhyErased.ASKED, Source.NOT_NOTED, context.own_office())


def erase_kept(context: CommandContext, command: privacy.EraseKept) -> Outcome:
    return _erase(context, command.person, command.why, Source.NOT_NOTED, CLOCK)


def _erase(context: CommandContext, person: UUID, why: WhyErased, came_in: Source, entered_by: Doer | None = None) -> Outcome:
    """
    Record an erasure under a reference that is met nowhere else, and let the vault destroy what it keeps.

    :raises LastAdministratorStays: if nobody could give roles any more
    """
    known = context.known(person)
    reference, offices = known.reference(ERASURE), known.references(OFFICE)
    _must_not_be_last_administrator(context, {office_id(each, Role.ADMINISTRATOR) for each in offices})
    # Never in the role of an office: it would say who among few it was.
    asked = why is WhyErased.ASKED
    act = context.act_of(reference, Role.MEMBER, came_in, entered_by) if asked else context.act_in_role()
    month = month_of(day_of(context.now))
    erasures = context.load(Erasures, erasures_id(month)) or Erasures.begin(act, month=month)
    for each in known.references(ERASURE):  # also of what was merged into them: an older vault knows it by itself
        erasures.erase(act, reference=each, why=why)
    standing = Standings(context.log, context.resting, context.now).of(known)
    context.writes.erase_person(known.id, standing, after=day_of(context.now))
    acted_in_office = any(context.log.load_many(office_id(office, role) for office in offices for role in Role))
    stays = (StaysOnRecord.ACTS_IN_OFFICE,) * acted_in_office + (StaysOnRecord.ACTS_IN_NETWORKS,)
    ending = None if isinstance(context.command, privacy.ErasePerson) else len(standing)  # it tells of sensitive networks too
    return [erasures], privacy.ErasureAnswer(erased=True, ending=ending, stays=stays)


def _must_not_be_last_administrator(context: CommandContext, own: set[UUID]) -> None:
    held = context.load_many(context.resting.administrators())
    lasting = {each.id for each in held.values() if isinstance(each, Office) and each.is_lasting_administrator}
    if lasting and lasting <= own:
        raise LastAdministratorStays


def end_erased_party_membership(context: CommandContext, command: privacy.EndErasedPartyMembership) -> Outcome:
    membership = context.get(PartyMembership, party_membership_id(command.reference))
    membership.announce_end(context.act_in_role(), final_on=day_of(context.now))
    let_time_pass(membership, context.now)
    return [membership], PartyMembershipAnswer(party_membership=membership.id)


def end_erased_role(context: CommandContext, command: privacy.EndErasedRole) -> Outcome:
    office = context.load(Office, office_id(command.reference, command.role))
    if office is None:
        raise RoleNotHeld(role=command.role)
    office.end(context.act_in_role(), others=other_administrators(context, office))
    return [office], OfficeAnswer(office=office.id)


def ask_privacy_officer(context: CommandContext, command: privacy.AskPrivacyOfficer) -> Outcome:
    reference = context.reference_in(context.person, PRIVACY)
    return _received(context, context.act_of(reference, Role.MEMBER, Source.SELF), command.matter)


def record_privacy_request(context: CommandContext, command: privacy.RecordPrivacyRequest) -> Outcome:
    reference = context.reference_in(command.person, PRIVACY)
    act = context.act_of(reference, Role.MEMBER, Source.NOT_NOTED, context.own_office())
    return _received(context, act, command.matter)


def _received(context: CommandContext, act: Act, matter: PrivacyMatter) -> Outcome:
    request = context.load(PrivacyRequest, privacy_request_id(act.by, matter))
    if request is None:
        request = PrivacyRequest.receive(act, reference=act.by, matter=matter)
    else:
        request.receive_again(act)
    return [request], _answer(request)


def answer_privacy_request(context: CommandContext, command: privacy.AnswerPrivacyRequest) -> Outcome:
    """Record what became of it. An objection that is granted has its effect at once: nobody is counted who does not want it."""
    request = context.get(PrivacyRequest, command.privacy_request)
    people = set(context.vault.whose(PRIVACY, [request.reference]).values())
    request.answer(context.act_in_role(), outcome=command.outcome, reasons=command.reasons, is_known=bool(people))
    if request.matter is PrivacyMatter.OBJECTION and command.outcome in GRANTED:
        for person in people:
            context.writes.destroy_statistics(person)
    return [request], _answer(request)


def _answer(request: PrivacyRequest) -> privacy.PrivacyRequestAnswer:
    return privacy.PrivacyRequestAnswer(privacy_request=request.id, due_on=request.due_on)
