"""Charts of the evaluation, one a page: how they are read, the drawing, a table that says the same, and why."""

from application.evaluation.figures import Topic
from application.language.evaluation.page import EvaluationPage
from application.language.words import Words
from application.queries.evaluating.evaluation import Evaluation
from web.page import Facts, page
from web.pages.evaluation import breadth, growth, rows
from web.pages.evaluation.drawing import Chart, Drawing, Drawn, why_address
from web.refusals import NOT_THERE, PageRefused
from web.visit import Visit

CHARTS = {
    each.name: each
    for each in (
        Chart(
            "kerngroepen",
            Topic.CORE_GROUPS,
            Words("Zijn de kerngroepen groot genoeg?", "Are the core groups large enough?"),
            Words(
                "De balk is het aantal mensen nu. De streep is hoeveel er minstens nodig zijn.",
                "The bar is the number of people now. The line is how many are needed at least.",
            ),
            rows.core_groups,
        ),
        Chart(
            "groei",
            Topic.MEMBERS,
            Words("Hoe groeiden de netwerken?", "How did the networks grow?"),
            Words(
                "De lijn is het aantal leden, maand na maand. De streep is het streven: vijftig leden.",
                "The line is the number of members, month after month. The dashes are the target: fifty members.",
            ),
            growth.growth,
        ),
        Chart(
            "vijftig",
            Topic.MEMBERS,
            Words("Hoe snel waren er vijftig leden?", "How soon were there fifty members?"),
            Words(
                "De balk is het aantal dagen sinds het begin, tot er vijftig leden waren. De streep is een jaar.",
                "The bar is the number of days from the start until there were fifty members. The line is a year.",
            ),
            growth.days_to_fifty,
        ),
        Chart(
            "landelijk",
            Topic.BREADTH,
            Words("Komen de leden uit het hele land?", "Do the members come from all over the country?"),
            Words(
                "De balk is hoeveel van de honderd leden anders wonen dan de partij. Tot de streep kan dat toeval zijn.",
                "The bar is how many of a hundred members live elsewhere than the party. Up to the line that can be chance.",
            ),
            breadth.breadth,
        ),
        Chart(
            "op-tijd",
            Topic.ADVICE,
            Words("Kwam het advies op tijd?", "Did the advice come in time?"),
            Words(
                "De balk is het aantal adviesvragen dat antwoord moest krijgen, geteld naar de eerst afgesproken dag.",
                "The bar is the number of requests that were to be answered, by the day that was agreed first.",
            ),
            rows.advice_in_time,
        ),
    )
}
"""By the name that the address has, in the order of the questions."""


@page("/evaluatie/grafieken/{chart}", Words("Grafieken", "Charts"), is_paper=True)
def charts(visit: Visit, chart: str) -> Facts:
    """One chart: in each row or picture a link to what it rests on."""
    if chart not in CHARTS:
        raise PageRefused(NOT_THERE)
    report = EvaluationPage(visit.ask(Evaluation()), visit.language)
    drawn = CHARTS[chart].draw(Drawing(visit, report))
    return {
        "title": visit.tell(CHARTS[chart].title),
        "here": CHARTS[chart],
        "charts": CHARTS.values(),
        "drawn": drawn,
        "table": drawn.table,
        "why": lambda figure: why_address(visit, figure),
    }


def drawn_charts(visit: Visit, report: EvaluationPage) -> list[tuple[Chart, Drawn]]:
    """Give every chart with its drawing, as the paper of the whole evaluation has them."""
    return [(each, each.draw(Drawing(visit, report))) for each in CHARTS.values()]


def charts_by_question() -> dict[int, list[Chart]]:
    """Give the charts of each question, by its number."""
    numbers = {topic: number for number, topic in enumerate(Topic, start=1)}
    found: dict[int, list[Chart]] = {number: [] for number in numbers.values()}
    for each in CHARTS.values():
        found[numbers[each.topic]].append(each)
    return found
