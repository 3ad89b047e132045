"""What a role sees of an answer: names and opened texts where it may, bands instead of counts where people are few."""

from typing import TypeVar, cast

from application.access import (
    redaction_of_advice,
    redaction_of_histories,
    redaction_of_meetings,
    redaction_of_networks,
    redaction_of_plans,
    redaction_of_privacy,
)
from application.access.scopes import Reach
from application.errors import PersonNotFound
from application.handlers import handlers
from application.queries import record
from application.queries.base import Query
from application.queries.privacy import MyFile

R = TypeVar("R")

REDACTIONS = handlers(
    Query,
    redaction_of_advice,
    redaction_of_histories,
    redaction_of_meetings,
    redaction_of_networks,
    redaction_of_plans,
    redaction_of_privacy,
)
"""What a session sees of the answer to a question: a function that takes its reach, the question and the answer."""


def redacted(question: Query[R], answer: R, reach: Reach) -> R:
    """
    Give an answer as a role may see it.

    :raises AccessDenied: if it is about people in a sensitive network whom this role must not count one by one
    """
    redaction = REDACTIONS.get(type(question))
    return answer if redaction is None else cast("R", redaction(reach, question, answer))


WHO = (record.PersonNamed, record.WhoAmI)
"""Questions about who somebody is."""
OF_THE_VAULT = (*WHO, MyFile)
"""Questions that no fact answers: who somebody is and what is kept of them, the vault knows."""


def from_vault(question: record.PersonNamed | record.WhoAmI, reach: Reach) -> record.PersonFound | record.Me:
    """
    Tell who somebody is: oneself, or for the bureau somebody by their whole name.

    :raises PersonNotFound: if nobody, or more than one, is called so
    """
    if isinstance(question, record.WhoAmI):
        return record.Me(person=reach.session.person, role=reach.session.role, network=reach.session.network)
    person = reach.vault.person_named(question.name)
    if person is None:
        raise PersonNotFound
    reach.looks.people.add(person)
    return record.PersonFound(person=person, name=question.name)
