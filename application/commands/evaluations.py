"""Commands on a frozen evaluation: keeping it, reacting to it, adding to it, deciding on it and publishing it."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field

from application.commands.base import Answer, Command, HowDecided, Line, Paper, Passage
from domain.kernel.text import Digest
from domain.pilot.frozen_evaluation import NetworkFuture


class FrozenEvaluationAnswer(Answer):
    """The frozen evaluation that was made or changed."""

    frozen_evaluation: UUID


class OnFrozenEvaluation(Command[FrozenEvaluationAnswer]):
    """Something that is done with a frozen evaluation."""

    frozen_evaluation: UUID


class FreezeEvaluation(Command[FrozenEvaluationAnswer], dutch="evaluatie bevriezen"):
    """Keep an evaluation to the letter, as everybody may read it once it is published; core groups react first."""

    ONLY_NOW = True

    pilot: UUID | None = Field(default=None, description="left out: all networks and plans")
    day: date = Field(description="what was so at the end of this day")
    known_at: AwareDatetime | None = Field(default=None, description="what was known at this instant; left out: now")


class ReactToEvaluation(OnFrozenEvaluation, dutch="reageren op de evaluatie"):
    """React as a core group to the evaluation of its network, within fourteen days; it is printed on its page."""

    network: UUID
    reaction: Annotated[Paper, Field(description="two hundred words at most; names nobody")]


class AddObservation(OnFrozenEvaluation, dutch="opmerking van de onderzoeker toevoegen"):
    """Say as the researcher what stands out in an evaluation."""

    observation: Annotated[Passage, Field(description="names nobody")]


class AddOutsideResult(OnFrozenEvaluation, dutch="uitkomst van anderen toevoegen"):
    """Put what others found beside an evaluation, with its source, its day and how many people it was asked of."""

    result: Annotated[Passage, Field(description="what they found; names nobody")]
    origin: Annotated[Line, Field(description="who found it, and where it can be read")]
    result_day: Annotated[date, Field(description="of which day it is")]
    counted: Annotated[int | None, Field(ge=1, le=100_000_000, description="of how many people; left out: not known")] = None


class DecideNetworkFuture(OnFrozenEvaluation, dutch="besluiten hoe het netwerk verdergaat"):
    """Decide on the evaluation that the board saw whether a network goes on, changes or stops."""

    network: UUID
    future: NetworkFuture
    ground: Annotated[Passage, Field(description="why; everybody can read it, and it names nobody")]
    digest: Annotated[Digest, Field(description="of the evaluation that the board saw")]
    decided: HowDecided = None


class PublishEvaluation(OnFrozenEvaluation, dutch="evaluatie publiceren"):
    """Let everybody read a frozen evaluation, once core groups had their time to react."""

    ONLY_NOW = True
