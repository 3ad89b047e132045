"""Evaluations that were kept to the letter: which there are, what one says and what was said of it, and what changed since."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from uuid import UUID

from application.commands.evaluations import DecideNetworkFuture, FreezeEvaluation, PublishEvaluation, ReactToEvaluation
from application.language.evaluation.closing import closing
from application.language.evaluation.first_page import first_page
from application.language.evaluation.page import EvaluationPage
from application.language.evaluation.summary import in_short, opening, spread, standing_rows
from application.language.evaluation.words import NOTES, TITLES, VERDICTS, WHY_CORRECTED
from application.language.words import Words
from application.queries.auditing.record import History
from application.queries.evaluating.evaluation import Figure
from application.queries.evaluating.frozen_evaluations import (
    CorrectionsSinceFreezing,
    FigureCorrection,
    FrozenEvaluationDetails,
    FrozenEvaluationEntry,
    FrozenEvaluationPage,
    FrozenEvaluations,
    NetworkFutureTold,
    NetworkReaction,
)
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from infrastructure.tables import Table, TableColumn
from web.asking.possible import possible
from web.page import Facts, page
from web.pages.evaluation.evaluation import standings_table
from web.visit import Visit

EVALUATION_OF = Words("Evaluatie van {}", "Evaluation of {}")


class OfNetwork(NamedTuple):
    """A network in a frozen evaluation: what its core group said, what the board decided, and where both are done."""

    name: str
    reaction: NetworkReaction | None
    future: NetworkFutureTold | None
    figures: str
    react: str | None
    decide: str | None


@page("/evaluaties", Words("Bevroren evaluaties", "Frozen evaluations"))
def frozen_list(visit: Visit) -> Facts:
    """Every evaluation that was published; who works with them sees the others too."""
    columns = (
        TableColumn[FrozenEvaluationEntry](
            Words("Evaluatie", "Evaluation"),
            lambda each: called(visit, each),
            lambda each: visit.address_of("frozen_evaluation", each.frozen_evaluation),
        ),
        TableColumn[FrozenEvaluationEntry](Words("Bevroren op", "Frozen on"), lambda each: day_of(each.frozen_at)),
        TableColumn[FrozenEvaluationEntry](
            Words("Gepubliceerd op", "Published on"), lambda each: each.published_at and day_of(each.published_at)
        ),
    )
    found = list(visit.all_of(FrozenEvaluations()))[::-1]
    return {
        "found": visit.table(Words("Evaluaties", "Evaluations"), columns, found),
        "may_freeze": visit.may(FreezeEvaluation) and not visit.past,
    }


def called(visit: Visit, of: FrozenEvaluationEntry) -> str:
    return visit.tell(EVALUATION_OF).format(visit.tell(of.day))


@page("/evaluaties/{frozen_evaluation}", Words("Bevroren evaluatie", "Frozen evaluation"), is_paper=True)
def frozen(visit: Visit, frozen_evaluation: UUID) -> Facts:
    """What it says, then what the core groups, the researcher, others and the board say of it."""
    found = visit.ask(FrozenEvaluationDetails(frozen_evaluation=frozen_evaluation))
    report = EvaluationPage(found.report, visit.language)
    return {
        "title": called(visit, found),
        "found": found,
        "opening": list(opening(report)),
        "in_short": list(in_short(report)),
        "spread": list(spread(report)),
        "standings": standings_table(visit, standing_rows(report)),
        "questions": first_page(report),
        "closing": closing(report),
        "networks": list(networks_in(visit, found)),
        "possible": possible(visit, frozen_evaluation, main=(PublishEvaluation,)),
        "may_see_history": visit.may(History) and visit.session.role not in {Role.CORE_GROUP, Role.REQUESTER, Role.MEMBER},
        "can_react": can_react(visit, found),
    }


def can_react(visit: Visit, found: FrozenEvaluationPage) -> bool:
    """Say whether core groups can still react."""
    return found.published_at is None and visit.today <= found.reactions_until


def networks_in(visit: Visit, found: FrozenEvaluationPage) -> Iterator[OfNetwork]:
    """Give the networks in it, each with what was said and decided, and where who comes can do so."""
    reactions, futures = {each.network: each for each in found.reactions}, {each.network: each for each in found.futures}
    is_open = can_react(visit, found)
    for place, (name, network) in enumerate(zip(found.networks, found.network_ids, strict=True), start=1):
        own = visit.session.role is not Role.CORE_GROUP or visit.session.network == network
        at = f"/netwerken/{visit.network_addresses.get(network, network)}/evaluaties/{found.frozen_evaluation}"
        yield OfNetwork(
            name,
            reactions.get(name),
            futures.get(name),
            visit.address(f"/evaluaties/{found.frozen_evaluation}/cijfers", netwerk=str(place)),
            visit.address(f"{at}/reageren") if visit.may(ReactToEvaluation) and own and is_open and not visit.past else None,
            visit.address(f"{at}/besluit") if visit.may(DecideNetworkFuture) and not visit.past else None,
        )


@page("/evaluaties/{frozen_evaluation}/cijfers", Words("Cijfers in de evaluatie", "Figures in the evaluation"))
def frozen_figures(visit: Visit, frozen_evaluation: UUID) -> Facts:
    """Every figure of one network in it, or of all together."""
    found = visit.ask(FrozenEvaluationDetails(frozen_evaluation=frozen_evaluation))
    report = EvaluationPage(found.report, visit.language)
    asked = visit.query.get("netwerk", "")
    numbers = {str(place): each for place, each in enumerate(found.network_ids, start=1)}
    wanted = [each for each in report.all if each.of == numbers.get(asked)]
    names = [(str(place), name) for place, name in enumerate(found.networks, start=1)]
    return {
        "found": found,
        "names": names,
        "number": asked,
        "each": next((each for place, each in enumerate(networks_in(visit, found), start=1) if str(place) == asked), None),
        "can_react": can_react(visit, found),
        "figures": told_table(visit, report, wanted),
    }


def told_table(visit: Visit, report: EvaluationPage, wanted: Sequence[Figure]) -> Table[Figure]:
    """Tell figures as they were frozen."""
    columns = (
        TableColumn[Figure](Words("Cijfer", "Figure"), lambda each: visit.tell(TITLES[each.figure])),
        TableColumn[Figure](Words("Waarde", "Value"), report.told),
        TableColumn[Figure](Words("Geteld", "Counted"), lambda each: each.n),
        TableColumn[Figure](Words("Streven", "Target"), lambda each: each.norm),
        TableColumn[Figure](Words("Wat dit zegt", "What this says"), lambda each: meaning(visit, each)),
    )
    return visit.table(Words("Cijfers", "Figures"), columns, wanted)


def meaning(visit: Visit, of: Figure) -> str | None:
    """Say what a figure means beside its target, or why it has no value."""
    if of.verdict is not None:
        return visit.tell(VERDICTS[of.verdict])
    return None if of.note is None else visit.tell(NOTES[of.note])


@page("/evaluaties/{frozen_evaluation}/verbeteringen", Words("Wat nu anders bekend is", "What is known otherwise now"))
def corrections(visit: Visit, frozen_evaluation: UUID) -> Facts:
    """Each figure that is told otherwise now, and why; what was frozen stays as it was."""
    found = visit.ask(FrozenEvaluationDetails(frozen_evaluation=frozen_evaluation))
    corrected = visit.ask(CorrectionsSinceFreezing(frozen_evaluation=frozen_evaluation)).corrections
    report = EvaluationPage(found.report, visit.language)
    columns = (
        TableColumn[FigureCorrection](Words("Cijfer", "Figure"), lambda each: visit.tell(TITLES[each.either.figure])),
        TableColumn[FigureCorrection](Words("Netwerk", "Network"), lambda each: each.either.network),
        TableColumn[FigureCorrection](Words("In de evaluatie", "In the evaluation"), lambda each: value(report, each.then)),
        TableColumn[FigureCorrection](Words("Zoals nu bekend", "As known now"), lambda each: value(report, each.now)),
        TableColumn[FigureCorrection](Words("Waardoor", "Why"), lambda each: visit.tell(WHY_CORRECTED[each.why])),
    )
    return {"found": found, "corrected": visit.table(Words("Verbeteringen", "Corrections"), columns, corrected)}


def value(report: EvaluationPage, of: Figure | None) -> str | None:
    return None if of is None else report.told(of)
