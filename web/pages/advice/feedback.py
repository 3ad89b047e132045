"""What was done with an advice: for each recommendation, or for the whole of it, one of four answers and a line about it."""

from collections.abc import Iterator, Mapping
from typing import Any

from application.commands.advice import ReportUse
from application.language.words import Words
from application.queries.advice import AdviceRequestDetails, AdviceRequestPage
from domain.advice.values import AdviceUse
from web.asking.deed import Attempt, deed
from web.pages.advice.deeds import question_of

CHOOSE = Words("Kies wat u met het advies deed", "Choose what you did with the advice")
CHOOSE_FOR = Words("Kies wat u met aanbeveling {n} deed", "Choose what you did with recommendation {n}")
SHORTER = Words("Gebruik hooguit 500 tekens", "Use at most 500 characters")
LONGEST = 500


def rows_of(request: AdviceRequestPage) -> list[tuple[str, str | None]]:
    """Give the number and the words of each recommendation; of an advice without any one row for the whole."""
    said = request.delivery.recommendations if request.delivery is not None else ()
    return [(str(number), each.text) for number, each in enumerate(said, 1)] or [("0", None)]


def uses_told(attempt: Attempt) -> tuple[Mapping[str, Any], ...]:
    """Give what was chosen; what was not chosen is said beside its row."""
    return tuple(_uses(attempt))


def _uses(attempt: Attempt) -> Iterator[Mapping[str, Any]]:
    given, tell = attempt.given, attempt.visit.tell
    for number, _ in rows_of(attempt.about):
        use, remark = given.text(f"use-{number}"), given.text(f"remark-{number}")
        if use not in set(AdviceUse):
            given.errors[f"use-{number}"] = tell(CHOOSE) if number == "0" else tell(CHOOSE_FOR).format(n=number)
        elif len(remark) > LONGEST:
            given.errors[f"remark-{number}"] = tell(SHORTER)
        else:
            yield {"number": int(number) or None, "use": use, "remark": " ".join(remark.split()) or None}


def _before(request: AdviceRequestPage) -> Mapping[str, str]:
    """Give what was told before: told again, the newest holds."""
    told = {str(each.number or 0): each for each in request.uses_reported}
    uses = {f"use-{number}": each.use.value for number, each in told.items()}
    return uses | {f"remark-{number}": (each.remark and each.remark.text) or "" for number, each in told.items()}


report_use = deed(
    ReportUse,
    at="/adviesvragen/{advice_request}/terugkoppeling",
    about=lambda advice_request: AdviceRequestDetails(advice_request=advice_request),
    quote=question_of,
    says={"uses": uses_told},
    starts=_before,
    then="/adviesvragen/{advice_request}",
    done=Words("U liet weten wat u met het advies deed. Dank u wel.", "You told what you did with the advice. Thank you."),
    next=Words(
        "De kerngroep leest het. U kunt daarna kiezen of alle leden het mogen lezen.",
        "The core group reads it. After that you can choose whether all members may read it.",
    ),
    button=Words("Laat het netwerk dit weten", "Tell the network"),
    template="pages/advice/feedback.html",
)
