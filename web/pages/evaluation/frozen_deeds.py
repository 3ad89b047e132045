"""What is done with a frozen evaluation about one network: its core group reacts, and the board decides."""

from typing import TYPE_CHECKING
from uuid import UUID

from application.commands.evaluations import DecideNetworkFuture, ReactToEvaluation
from application.language.words import Words
from application.queries.base import Query
from application.queries.evaluating.frozen_evaluations import FrozenEvaluationDetails, FrozenEvaluationPage
from application.queries.networks import NetworkDetails, NetworkPage
from web.asking.deed import deed

if TYPE_CHECKING:
    from web.asking.deed import Attempt

OF_NETWORK = "/netwerken/{network}/evaluaties/{frozen_evaluation}"


def network_of(network: UUID, frozen_evaluation: UUID) -> Query[NetworkPage]:  # noqa: ARG001  # both are in the address
    return NetworkDetails(network=network)


def evaluation_of(network: UUID, frozen_evaluation: UUID) -> Query[FrozenEvaluationPage]:  # noqa: ARG001  # as above
    return FrozenEvaluationDetails(frozen_evaluation=frozen_evaluation)


def digest_seen(attempt: "Attempt") -> object:
    """Give the digest of the evaluation that the form is about: what the board saw."""
    return attempt.about.digest


react = deed(
    ReactToEvaluation,
    at=f"{OF_NETWORK}/reageren",
    about=network_of,
    asks=("reaction", "on", "source"),
    then="/evaluaties/{frozen_evaluation}",
    done=Words("De reactie staat bij de evaluatie.", "The reaction stands with the evaluation."),
    next=Words(
        "Tot de laatste dag kan de kerngroep opnieuw reageren. Dan geldt de laatste reactie.",
        "Until the last day the core group can react again. Then the last reaction counts.",
    ),
)

decide_future = deed(
    DecideNetworkFuture,
    at=f"{OF_NETWORK}/besluit",
    about=evaluation_of,
    asks=("future", "ground", "decided", "on", "source"),
    says={"digest": digest_seen},
    then="/evaluaties/{frozen_evaluation}",
    done=Words("Het besluit staat bij de evaluatie.", "The decision stands with the evaluation."),
)
