"""The commands with which a core group tells its lessons, and the board answers what should change."""

from uuid import UUID

from pydantic import Field

from application.commands.base import Answer, Command, HowDecided, Passage
from application.commands.plans import Person
from domain.kernel.half_years import HalfYear


class LessonsAnswer(Answer):
    """What was told, and over which half year."""

    lessons: UUID
    network: UUID
    half_year: HalfYear
    version: int = Field(description="how often they were told, but what was withdrawn")


class TellLessons(Command[LessonsAnswer], dutch="geleerde lessen vertellen"):
    """Tell what worked, what did not and what the party should change, over half a year; told again, the newest counts."""

    network: UUID
    half_year: HalfYear | None = Field(
        default=None, max_length=7, description="2023-H1 is January to June; left out: the half year of the day it was told"
    )
    what_worked: Passage | None = Field(default=None, description="is quoted in the evaluation; names nobody")
    what_did_not: Passage | None = Field(default=None, description="is quoted in the evaluation; names nobody")
    what_to_change: Passage | None = Field(default=None, description="is quoted in the evaluation; names nobody")
    person: Person = None


class AnswerLessons(Command[LessonsAnswer], dutch="antwoorden op wat de partij moet veranderen"):
    """Answer as the board what a core group wants the party to change; answered again, the newest counts."""

    lessons: UUID
    answer: Passage = Field(description="is quoted in the evaluation; names nobody")
    decided: HowDecided = None
