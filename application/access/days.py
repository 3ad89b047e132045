"""Days in place of moments, for who looks over the record: what order and time tell of one person is not in them."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any, TypeVar

from application.queries.base import DayOnly, OfLog, Query, Shape
from domain.kernel.acts import Role
from domain.kernel.days import day_of, start_of

NOON = time(12, tzinfo=UTC)
"""So that a day in Amsterdam is the same day in UTC."""
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")


Q = TypeVar("Q", bound=Query[Any])


def sees_days(question: Query[Any], role: Role) -> bool:
    """Say whether an answer has days in it: to an auditor every answer, and the log to everybody who reads it."""
    return role is Role.AUDITOR or isinstance(question, OfLog)


def known_by_days(question: Q) -> Q:
    """Give a question as of the beginning of the day that it names: moment by moment it would tell when something appears."""
    if question.known_at is None:
        return question
    return question.model_copy(update={"known_at": start_of(day_of(question.known_at))})


def by_days(answer: Any) -> Any:  # noqa: ANN401  # of whatever is told
    """Give an answer with the noon of its day for every moment in it, also in what is shown as it is stored."""
    if isinstance(answer, datetime):
        return DayOnly.combine(day_of(answer), NOON)
    if isinstance(answer, Shape):
        return answer.model_copy(update={name: by_days(getattr(answer, name)) for name in type(answer).model_fields})
    if isinstance(answer, Mapping):
        return {name: by_days(value) for name, value in answer.items()}
    if isinstance(answer, tuple | list):
        return type(answer)(map(by_days, answer))
    if isinstance(answer, str) and MOMENT.fullmatch(answer):
        return by_days(datetime.fromisoformat(answer)).isoformat()
    return answer
