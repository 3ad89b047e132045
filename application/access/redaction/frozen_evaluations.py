"""
What is shown of a frozen evaluation: all of it, but for numbers that are hidden by now; and what is told otherwise since.

What is told in bands today was so on every day, also where it was frozen as a number.
"""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from application.access.scopes import Reach
from application.evaluation.disclosure import without_people_of
from application.evaluation.figures import FigureName, Tells
from application.evaluation.for_everybody import for_everybody
from application.evaluation.frozen import NAMED, report_in
from application.evaluation.versions import metric_version
from application.queries.evaluating.evaluation import EvaluationReport, Figure
from application.queries.evaluating.frozen_evaluations import (
    CorrectionsSinceFreezing,
    FigureCorrection,
    FiguresCorrected,
    FrozenEvaluationDetails,
    FrozenEvaluationPage,
    WhyCorrected,
)
from domain.networks.network import Network

Figures = Mapping[tuple[FigureName, UUID | None], Figure]


def frozen_evaluation(reach: Reach, _: FrozenEvaluationDetails, answer: FrozenEvaluationPage) -> FrozenEvaluationPage:
    """Hide the numbers of networks that got extra protection since, and then the document that has them."""
    sensitive = _sensitive(reach, answer.network_ids)
    told = {each.of for each in answer.report.networks if each.sensitive}
    since = sensitive - told
    if not since:
        return answer
    withheld = tuple(name for name, each in zip(answer.networks, answer.network_ids, strict=True) if each in since)
    return answer.model_copy(update={"document": None, "withheld": withheld, "report": without_people_of(answer.report, since)})


def corrections(reach: Reach, _: CorrectionsSinceFreezing, answer: FiguresCorrected) -> FiguresCorrected:
    """Compare what was frozen with what is told now; of people in a network with extra protection nothing is compared."""
    then, now = (_by_name(for_everybody(each, reach.log, reach.vault)) for each in answer.recounted)
    frozen = _by_name(report_in(answer.frozen.document, answer.frozen.networks))
    versions = {NAMED[each.figure]: each.version for each in answer.frozen.metric_versions}
    hidden = _sensitive(reach, {of for _, of in (*frozen, *now) if of is not None})
    found = tuple(
        FigureCorrection(why=why, then=frozen.get(name), now=now.get(name))
        for name, why in _differing(frozen, then, now, versions)
        if name[1] not in hidden or name[0].tells is Tells.THINGS
    )
    return FiguresCorrected(corrections=found)


def _differing(
    frozen: Figures, then: Figures, now: Figures, versions: Mapping[FigureName, int]
) -> Iterator[tuple[tuple[FigureName, UUID | None], WhyCorrected]]:
    """Give which figures are not told any more as they were frozen, and why: what is counted otherwise, known later, or gone."""
    for name in dict.fromkeys((*frozen, *now)):
        if versions.get(name[0]) != metric_version(name[0]):
            yield name, WhyCorrected.NEWER_METRIC
        elif not _is_same(frozen.get(name), now.get(name)):
            is_gone = _is_same(then.get(name), now.get(name))
            yield name, WhyCorrected.NO_LONGER_TOLD if is_gone else WhyCorrected.LATER_ENTRIES


def _by_name(report: EvaluationReport) -> Figures:
    return {(each.figure, each.of): each for each in report.figures}


def _is_same(one: Figure | None, other: Figure | None) -> bool:
    """Say whether two figures tell the same; what their network was called at the time is no part of it."""
    named = {"network"}
    return one is not None and other is not None and one.model_dump(exclude=named) == other.model_dump(exclude=named)


def _sensitive(reach: Reach, networks: Iterable[UUID]) -> set[UUID]:
    found = reach.log.load_many(networks)
    return {item for item, each in found.items() if isinstance(each, Network) and each.sensitive}
