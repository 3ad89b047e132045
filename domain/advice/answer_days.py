"""
The days of an answer: when to remind, by when it is needed, when its absence is told, and when nothing comes of it.

Days are calendar days in the Netherlands; something is due at the first moment of its day. Nobody is late before a working
day is over, so what the rules count from a day that people chose may come a little later (domain.kernel.working_days). The days
that the rules gave are stored with the event, so that rules adopted later move none of them.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.kernel.acts import Immutable
from domain.kernel.days import Moment, end_of, start_of
from domain.kernel.working_days import day_after_term
from domain.pilot.rules import NetworkRules


class ClockStep(StrEnum):
    """What the clock does about an answer, in this order, and about a clarification that it waits for."""

    REMINDED = "reminded"
    NO_ANSWER_YET = "no-answer-yet"
    OVERDUE = "overdue"
    LAPSED = "lapsed"
    CLARIFICATION_REMINDED = "clarification-reminded"
    UNCLARIFIED = "unclarified"


class AnswerDays(Immutable):
    """The days of one answer; where no rules apply there is only the day by which it is needed."""

    due: date
    remind_on: date | None = None
    overdue_on: date | None = None
    lapses_on: date | None = None

    def moved(self, by: timedelta) -> "AnswerDays":
        return AnswerDays(
            due=self.due + by,
            remind_on=_moved(self.remind_on, by),
            overdue_on=_term_moved(self.overdue_on, by),
            lapses_on=_term_moved(self.lapses_on, by),
        )

    def lapsing_later(self, by: timedelta) -> "AnswerDays":
        """Give the same days, with nothing coming of it so much later."""
        return self.model_copy(update={"lapses_on": _term_moved(self.lapses_on, by)})

    def moments(self) -> list[tuple[datetime, ClockStep]]:
        """Give when each step comes, none before the step that goes before it."""
        steps = [
            (None if self.remind_on is None else start_of(self.remind_on), ClockStep.REMINDED),
            (end_of(self.due), ClockStep.NO_ANSWER_YET),
            (None if self.overdue_on is None else start_of(self.overdue_on), ClockStep.OVERDUE),
            (None if self.lapses_on is None else start_of(self.lapses_on), ClockStep.LAPSED),
        ]
        found: list[tuple[datetime, ClockStep]] = []
        for moment, step in steps:
            if moment is not None:
                found.append((max(moment, found[-1][0]) if found else moment, step))
        return found


def answer_days(today: date, due: date, rules: NetworkRules | None) -> AnswerDays:
    """
    Choose the days of an answer by the rules of the day on which it was agreed.

    With little time the reminder comes half way, and on the day itself there is none.
    """
    if rules is None:
        return AnswerDays(due=due)
    left = (due - today).days
    return AnswerDays(
        due=due,
        remind_on=due - timedelta(days=min(rules.advice_reminder_days, left // 2)) if left > 0 else None,
        overdue_on=day_after_term(due + timedelta(days=max(rules.advice_overdue_days, 1))),
        lapses_on=day_after_term(due + timedelta(days=max(rules.advice_lapse_days, 1))),
    )


class ClarificationDays(Immutable):
    """When whoever asked is reminded that something is to be clarified, and when the request lapses without."""

    remind_on: date
    lapses_on: date

    def moved(self, by: timedelta) -> "ClarificationDays":
        return ClarificationDays(remind_on=self.remind_on + by, lapses_on=day_after_term(self.lapses_on + by))


def clarification_days(today: date, rules: NetworkRules | None) -> ClarificationDays | None:
    """Choose the days of a clarification; where no rules apply it is waited for without end."""
    if rules is None:
        return None
    lapses_after = max(rules.advice_lapse_days, 1)
    remind_after = min(max(rules.clarification_reminder_days, 1), lapses_after)
    return ClarificationDays(
        remind_on=today + timedelta(days=remind_after), lapses_on=day_after_term(today + timedelta(days=lapses_after))
    )


class OpenClarification(Immutable):
    """A clarification that is waited for: since when, its days, since when those hold, and what the clock has done about it."""

    asked_at: Moment
    days: ClarificationDays | None
    set_at: Moment
    reminded: bool = False

    @property
    def lapses_at(self) -> datetime | None:
        """When the request lapses without; None when it waits without end."""
        return None if self.days is None else max(start_of(self.days.lapses_on), self.set_at)

    def next_step(self) -> tuple[datetime, ClockStep] | None:
        if self.days is None or self.lapses_at is None:
            return None
        if self.reminded:
            return self.lapses_at, ClockStep.UNCLARIFIED
        return max(start_of(self.days.remind_on), self.set_at), ClockStep.CLARIFICATION_REMINDED

    def moved_to(self, days: ClarificationDays | None, at: datetime) -> "OpenClarification":
        """Give it as it is waited for again, with other days."""
        return self.model_copy(update={"days": days, "set_at": at})


class AnswerClock(Immutable):
    """The days of an answer, since when they hold, and what the clock has done about them."""

    days: AnswerDays
    set_at: Moment
    done: tuple[ClockStep, ...] = ()

    def next_step(self, *, may_lapse: bool) -> tuple[datetime, ClockStep] | None:
        """Give what the clock does next, and when; None when it has done all it does."""
        for moment, step in self.days.moments():
            if step not in self.done and (may_lapse or step is not ClockStep.LAPSED):
                return max(moment, self.set_at), step
        return None

    @property
    def lapses_at(self) -> datetime | None:
        """When nothing comes of it; None when the rules gave no such day."""
        return next((max(moment, self.set_at) for moment, step in self.days.moments() if step is ClockStep.LAPSED), None)

    def after(self, step: ClockStep) -> "AnswerClock":
        return self.model_copy(update={"done": (*self.done, step)})

    def moved_to(self, days: AnswerDays, at: datetime) -> "AnswerClock":
        """Give the clock after a pause: what is done stays done, the rest comes later."""
        return self.model_copy(update={"days": days, "set_at": at})


def _term_moved(day: date | None, by: timedelta) -> date | None:
    return None if day is None else day_after_term(day + by)


def _moved(day: date | None, by: timedelta) -> date | None:
    return None if day is None else day + by
