"""What a role sees of an answer: names and opened texts where it may, bands instead of counts where people are few."""

from typing import TypeVar, cast

from application.access.days import by_days, sees_days
from application.access.scopes import Reach
from application.handlers import handlers, modules_below
from application.queries.auditing import record
from application.queries.base import Query

R = TypeVar("R")

REDACTIONS = handlers(Query, *modules_below(__name__))
"""What a session sees of the answer to a question: a function that takes its reach, the question and the answer."""


def redacted(question: Query[R], answer: R, reach: Reach) -> R:
    """
    Give an answer as a role may see it: who looks over the record sees days in it, and no moments.

    :raises AccessDenied: if it is about people in a sensitive network whom this role must not count one by one
    """
    redaction = REDACTIONS.get(type(question))
    shown = answer if redaction is None else redaction(reach, question, answer)
    return cast("R", by_days(shown) if sees_days(question, reach.session.role) else shown)


WHO = (record.PeopleNamed, record.WhoAmI)
"""Questions about who somebody is."""


def from_vault(question: record.PeopleNamed | record.WhoAmI, reach: Reach) -> record.PeopleFound | record.Me:
    """Tell who somebody is: oneself, or for the bureau people by the beginning of a name."""
    if isinstance(question, record.WhoAmI):
        return record.Me(person=reach.session.person, role=reach.session.role, network=reach.session.network)
    found, more = reach.people_named(question.name, most=record.MOST_FOUND)
    people = tuple(
        record.PersonFound(person=each.person, name=each.name, province=each.province, birth_year=each.birth_year)
        for each in found
        if each.name is not None
    )
    return record.PeopleFound(people=people, more=more)
