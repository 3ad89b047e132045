"""Decisions of the board, as tests take them that are about something else: in a meeting; who took part was not noted."""

from datetime import date, datetime
from typing import Any

from application.commands.base import NOT_NOTED, A_co, Command, DecidedText
from application.commands.networks import EndSeat
from application.commands.plans import DraftPlan, MeetCondition
from domain.kernel.acts import DecisionForm, Role
from domain.kernel.days import day_of

BY_SOMEBODY_UNLESS_SAID = (EndSeat, DraftPlan)
"""What the bureau records of a person, unless it says how the board decided."""


def met(day: date, taking_part: Any = NOT_NOTED) -> DecidedText:
    return DecidedText(form=DecisionForm.MEETING, day=day, taking_part=taking_part)


def as_decided(command: Command[A_co], role: Role, now: datetime) -> Command[A_co]:
    """Give a decision of the board that says nothing of how the board came to it as taken in a meeting, on its day."""
    if not _is_of_the_board(command, role):
        return command
    return command.model_copy(update={"decided": met(command.on or day_of(command.at or now))})


def _is_of_the_board(command: Command[Any], role: Role) -> bool:
    if getattr(command, "decided", "no") is not None or isinstance(command, MeetCondition):
        return False
    told_to_bureau = isinstance(command, BY_SOMEBODY_UNLESS_SAID) or getattr(command, "told_by", None) is not None
    return role is Role.NATIONAL_BOARD or (role is Role.PARTY_BUREAU and not told_to_bureau)
