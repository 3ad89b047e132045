"""What the privacy officer sees of those who asked something: who they are, to be able to answer."""

from application.access.scopes import Reach
from application.ports.vault.contexts import OFFICE, PRIVACY
from application.queries.auditing.record import EventEntry
from application.queries.base import Many
from application.queries.privacy import PrivacyRequestEntry, PrivacyRequests
from domain.party.record_lifting import RecordLifting
from domain.party.reference_lifting import ReferenceLifting


def privacy_requests(reach: Reach, _: PrivacyRequests, answer: Many[PrivacyRequestEntry]) -> Many[PrivacyRequestEntry]:
    """Name who asked, and give the id by which what they ask for is done."""
    names = reach.names(PRIVACY, [each.reference for each in answer.items])
    people = reach.vault.whose(PRIVACY, names)
    return answer.with_items(
        each.model_copy(update={"name": names.get(each.reference), "person": people.get(each.reference)}) for each in answer.items
    )


AGREED = frozenset({ReferenceLifting.LiftingAgreed.TOPIC, RecordLifting.RecordLiftingAgreed.TOPIC})


def told_of_one_person(reach: Reach, item: ReferenceLifting | RecordLifting, answer: Many[EventEntry]) -> Many[EventEntry]:
    """Tell with an agreement that took two people that they turned out to be one: the vault knows, and no event."""
    needed = [item.asked_by, item.agreed_by, *((item.auditor,) if isinstance(item, RecordLifting) else ())]
    found = reach.vault.whose(OFFICE, needed)
    if len(set(found.values())) == len(found):
        return answer
    told = {"one_person": True}
    return answer.with_items(
        each.model_copy(update={"data": each.data | told}) if each.topic in AGREED else each for each in answer.items
    )
