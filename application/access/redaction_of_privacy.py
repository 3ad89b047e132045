"""What the privacy officer sees of those who asked something: who they are, to be able to answer."""

from application.access.scopes import Reach
from application.ports.vault import PRIVACY
from application.queries.base import Many
from application.queries.privacy import PrivacyRequestEntry, PrivacyRequests


def privacy_requests(reach: Reach, _: PrivacyRequests, answer: Many[PrivacyRequestEntry]) -> Many[PrivacyRequestEntry]:
    """Name who asked, and give the id by which what they ask for is done."""
    names = reach.names(PRIVACY, [each.reference for each in answer.items])
    people = reach.vault.whose(PRIVACY, names)
    return answer.with_items(
        each.model_copy(update={"name": names.get(each.reference), "person": people.get(each.reference)}) for each in answer.items
    )
