"""What a figure rests on, in sentences: the figure itself, each event behind it, and why an event keeps something out of it."""

from collections.abc import Mapping

from application.language.evaluation.page import EvaluationPage
from application.language.evaluation.words import TITLES
from application.language.formatting import capitalized, format_value
from application.language.words import Language, Words
from application.queries.auditing.reasons import ReasonLine, Reasons
from application.queries.evaluating.evaluation import WhyLeftOut

OF_ITEM: Mapping[str, Words] = {
    "members": Words("aantal leden", "number of members"),
    "joined": Words("aangemeld", "joined"),
    "left": Words("vertrokken", "left"),
    "core-group": Words("kerngroep", "core group"),
    "days-to-target": Words("dagen tot het streefaantal", "days to the target"),
    "status": Words("stand", "status"),
    "places-taken": Words("bezette plekken", "places taken"),
}
"""What a number or status on the page of an item is called."""
WHY: Mapping[WhyLeftOut, Words] = {
    WhyLeftOut.LEFT: Words("Dit lid meldde zich af.", "This member left."),
    WhyLeftOut.PARTY_MEMBERSHIP_ENDED: Words("Dit lid is geen partijlid meer.", "This member is no longer a party member."),
    WhyLeftOut.NETWORK_CLOSED: Words("Het netwerk stopte.", "The network ended."),
    WhyLeftOut.STEPPED_DOWN: Words("Dit lid ging uit de kerngroep.", "This member stepped down from the core group."),
    WhyLeftOut.STRUCK: Words("De regel is doorgehaald. Het is dus niet gebeurd.", "The line was struck. So it did not happen."),
    WhyLeftOut.JOINED_LATER: Words("Dit lid kwam er later bij.", "This member joined later."),
    WhyLeftOut.TOO_RECENT: Words("Er is nog te weinig tijd voorbij.", "Not enough time has passed yet."),
    WhyLeftOut.DECLINED: Words("De kerngroep nam de vraag niet in behandeling.", "The core group did not take on the request."),
    WhyLeftOut.REQUEST_WITHDRAWN: Words("De vraag is ingetrokken.", "The request was withdrawn."),
    WhyLeftOut.UNCLARIFIED: Words("Er kwam geen uitleg bij de vraag.", "The request was never clarified."),
    WhyLeftOut.LAPSED: Words("Het is vervallen.", "It lapsed."),
    WhyLeftOut.REJECTED: Words("Het bestuur wees het plan af.", "The board rejected the plan."),
    WhyLeftOut.PLAN_WITHDRAWN: Words("De groep trok het plan in.", "The group withdrew the plan."),
    WhyLeftOut.CALLED_OFF: Words("De bijeenkomst ging niet door.", "The meeting was called off."),
}
NOT_COUNTED = Words("Telt niet mee. {why}", "Is not counted. {why}")
NOT_TOLD = Words("Deze regel is niet voor u te lezen.", "This line is not for you to read.")
FIGURE = Words("{name}: {value}.", "{name}: {value}.")
OF_NETWORK = Words("{name}, {network}: {value}.", "{name}, {network}: {value}.")


def figure_sentence(reasons: Reasons, language: Language) -> str:
    """Say what a figure is, of which network, and what its value is or why there is none."""
    if reasons.report is None:
        name, value = OF_ITEM[reasons.figure].in_language(language), format_value(reasons.value, language)
        return capitalized(FIGURE.in_language(language).format(name=name, value=value))
    page = EvaluationPage(reasons.report, language)
    (figure,) = page.all
    told = {"name": TITLES[figure.figure].in_language(language), "network": figure.network, "value": page.told(figure)}
    return capitalized((FIGURE if figure.network is None else OF_NETWORK).in_language(language).format(**told))


def line_sentence(line: ReasonLine, told: str | None, language: Language) -> str:
    """Say what happened, as far as it is for who asks, and why it keeps something out of the figure."""
    first = NOT_TOLD.in_language(language) if told is None else told
    if line.why is None:
        return first
    return f"{first} {NOT_COUNTED.in_language(language).format(why=WHY[line.why].in_language(language))}"
