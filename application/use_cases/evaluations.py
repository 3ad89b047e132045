"""Use cases of frozen evaluations."""

from itertools import count

from application.command_context import CommandContext, Outcome
from application.commands.evaluations import (
    AddObservation,
    AddOutsideResult,
    DecideNetworkFuture,
    FreezeEvaluation,
    FrozenEvaluationAnswer,
    PublishEvaluation,
    ReactToEvaluation,
)
from application.evaluation.for_everybody import REDACTION, for_everybody
from application.evaluation.frozen import digest_of, document_of, metric_versions
from application.queries.evaluating.evaluation import EvaluationReport
from domain.kernel.acts import CORE_GROUP
from domain.kernel.days import day_of
from domain.networks.network import Network
from domain.pilot.frozen_evaluation import (
    EvaluationFrozenAlready,
    EvaluationNotYet,
    FrozenEvaluation,
    FrozenNetwork,
    NothingToFreeze,
    frozen_evaluation_id,
)


def freeze_evaluation(context: CommandContext, command: FreezeEvaluation) -> Outcome:
    """Count it as it is known, leave out what is not for everybody, and keep that."""
    attempt = _next_attempt(context, command)
    if command.day > day_of(context.at):
        raise EvaluationNotYet(day=command.day)
    found = context.resting.evaluation(command.pilot, command.day, command.known_at)
    if not (found.networks or found.happened.plans_begun or found.happened.groups):
        raise NothingToFreeze(day=command.day)
    told, versions = for_everybody(found, context.log, context.vault), metric_versions()
    document = document_of(told, versions)
    frozen = FrozenEvaluation.freeze(
        context.act_in_role(),
        pilot=command.pilot,
        day=command.day,
        known_at=told.known_at,
        metric_versions=versions,
        redaction=REDACTION,
        networks=_networks(told),
        digest=digest_of(document),
        document=document,
        attempt=attempt,
    )
    return [frozen], FrozenEvaluationAnswer(frozen_evaluation=frozen.id)


def _next_attempt(context: CommandContext, command: FreezeEvaluation) -> int:
    """Give which of its day it is; the one before it was struck, or published as it was known at another moment."""
    for attempt in count(1):
        before = context.load(FrozenEvaluation, frozen_evaluation_id(command.pilot, command.day, attempt))
        if before is None:
            break
        is_the_same = before.published_at is None or before.known_at == command.known_at
        if is_the_same and not before.withdrawn:
            raise EvaluationFrozenAlready(day=command.day)
    return attempt


def _networks(told: EvaluationReport) -> tuple[FrozenNetwork, ...]:
    return tuple(FrozenNetwork(network=each.of, name=each.network, sensitive=each.sensitive) for each in told.networks)


def react_to_evaluation(context: CommandContext, command: ReactToEvaluation) -> Outcome:
    """
    React as a body: which of a core group typed it is nobody's business, and of a network with extra protection a secret.

    What other core groups said meanwhile is no reason to look again.
    """
    frozen = context.get(FrozenEvaluation, command.frozen_evaluation)
    network = context.get(Network, command.network)
    context.reach.must_cover(network)
    act = context.act_of_network(network.id).model_copy(update={"by": CORE_GROUP})
    frozen.react(act, network=network.id, reaction=command.reaction)
    return _changed(frozen)


def add_observation(context: CommandContext, command: AddObservation) -> Outcome:
    frozen = context.target(FrozenEvaluation, command.frozen_evaluation)
    frozen.observe(context.act_in_role(), observation=command.observation)
    return _changed(frozen)


def add_outside_result(context: CommandContext, command: AddOutsideResult) -> Outcome:
    frozen = context.target(FrozenEvaluation, command.frozen_evaluation)
    said = command.model_dump(include={"result", "origin", "result_day", "counted"})
    frozen.add_outside_result(context.act_in_role(), **said)
    return _changed(frozen)


def decide_network_future(context: CommandContext, command: DecideNetworkFuture) -> Outcome:
    frozen = context.target(FrozenEvaluation, command.frozen_evaluation)
    said = {name: getattr(command, name) for name in ("network", "future", "ground", "digest")}
    frozen.decide_future(context.act_of_board(command.decided), **said)
    return _changed(frozen)


def publish_evaluation(context: CommandContext, command: PublishEvaluation) -> Outcome:
    frozen = context.target(FrozenEvaluation, command.frozen_evaluation)
    found = context.load_many(frozen.networks).values()
    sensitive = frozenset(each.id for each in found if isinstance(each, Network) and each.sensitive)
    frozen.publish(context.act_in_role(), sensitive=sensitive)
    return _changed(frozen)


def _changed(frozen: FrozenEvaluation) -> Outcome:
    return [frozen], FrozenEvaluationAnswer(frozen_evaluation=frozen.id)
