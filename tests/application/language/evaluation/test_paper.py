"""An evaluation on paper: eight questions answered in sentences, a page for each network, and every figure in an appendix."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from application.evaluation import details
from application.evaluation.details import Detail
from application.evaluation.figures import FigureName
from application.language.evaluation.first_page import first_page
from application.language.evaluation.page import EvaluationPage
from application.language.evaluation.paper import paper
from application.language.words import Language
from application.queries.evaluation import EvaluationReport, Figure, Note, Verdict

SCHOOLS, CARE = ("Onderwijsnetwerk", UUID(int=1)), ("Netwerk zorg", UUID(int=2))
DAY = date(2025, 3, 3)
NOTHING = {Language.NL: "Daar is nog niets over te zeggen.", Language.EN: "Nothing can be said about that yet."}


def figure(
    name: FigureName,
    value: Any = None,
    *,
    of: tuple[str, UUID] | None = None,
    n: int | None = None,
    norm: float | None = None,
    verdict: Verdict | None = None,
    note: Note | None = None,
    detail: Detail | None = None,
) -> Figure:
    network, item = of or (None, None)
    told: dict[str, Any] = {"n": n, "norm": norm, "verdict": verdict, "note": note, "detail": detail}
    return Figure(figure=name, network=network, of=item, value=value, unit=name.unit, events=(), ground=(), **told)


def report(*figures: Figure) -> EvaluationReport:
    return EvaluationReport(on=DAY, known_at=datetime(2025, 3, 4, tzinfo=UTC), figures=figures)


def answers(language: Language, *figures: Figure) -> list[list[str]]:
    """Give the answers to the eight questions."""
    return [lines for _, lines in first_page(EvaluationPage(report(*figures), language))]


def answer(place: int, *figures: Figure) -> dict[Language, list[str]]:
    """Give the answer to one question in both languages, and see that nothing else is answered but what always is."""
    told = {language: answers(language, *figures) for language in Language}
    empty = {language: answers(language) for language in Language}
    for language in Language:
        others = [lines for number, lines in enumerate(told[language], 1) if number != place]
        assert others == [lines for number, lines in enumerate(empty[language], 1) if number != place]
    return {language: told[language][place - 1] for language in Language}


def test_of_nothing_nothing_is_told():
    assert answers(Language.NL) == [
        *[[NOTHING[Language.NL]]] * 5,
        ["Er is nog geen advies gevraagd."],
        [
            "Wat leden inbrengen, en wat zij terughoorden, wordt in dit systeem nog niet vastgelegd.",
            "Daarom kan hier niets over worden gezegd: ook niet dat er niets kwam.",
        ],
        [NOTHING[Language.NL]],
    ]
    assert answers(Language.EN)[5] == ["No advice has been asked yet."]


# 1. Which networks started?


def test_networks_that_began_are_counted_and_named_only_where_their_members_are():
    assert [
        *answers(
            Language.NL,
            figure(
                FigureName.NETWORKS_FOUNDED,
                3,
                norm=10,
                detail=details.NetworksFounded(by_type={"theme-network": 2, "imported": 1}, brought_in=1),
            ),
            figure(FigureName.MEMBERS, 7, of=SCHOOLS),
            figure(FigureName.MEMBERS, 1, of=CARE),
        )[0]
    ] == [
        "3 begonnen (themanetwerk: 2, overgenomen netwerk: 1), waarvan 1 ingebracht. De pilot begon met 10 plekken.",
        "Dit zijn: Onderwijsnetwerk, Netwerk zorg.",
    ]


def test_a_pilot_in_which_none_began_says_how_many_places_it_had():
    none = details.NetworksFounded(by_type={}, brought_in=0)
    assert answer(1, figure(FigureName.NETWORKS_FOUNDED, 0, norm=10, detail=none)) == {
        Language.NL: ["Er is nog geen netwerk begonnen. De pilot begon met 10 plekken."],
        Language.EN: ["No network has started yet. The pilot began with 10 places."],
    }
    assert answer(1, figure(FigureName.NETWORKS_FOUNDED, 0, detail=none))[Language.EN] == ["No network has started yet."]


def test_plans_are_told_by_where_they_stand_how_long_it_took_and_who_waits():
    net = details.Spread(median=5.5, max=8, each=(3, 8))
    told = answer(
        1,
        figure(FigureName.PLAN_OUTCOMES, {"approved": 2, "undecided": 1}, n=3, detail=details.PlanOutcomes(shares={})),
        figure(FigureName.PLAN_LEAD_TIME, 9, detail=details.PlanLeadTime(median=9, max=40, each=(4, 9, 40), net=net)),
        figure(FigureName.WAITING_LIST, 1, n=1, detail=details.Spread(median=1, max=1, each=(1,))),
    )
    assert told == {
        Language.NL: [
            "Van de 3 ingediende plannen: 2 goedgekeurd, 1 nog niet besloten.",
            "Van indienen tot instemmen duurde het meestal 9 dagen (het langst 40); zonder de dagen bij de initiatiefnemers 5,5.",
            "Plannen die wachten op een plek: 1; het langste wachten duurde één dag.",
        ],
        Language.EN: [
            "Of the 3 plans handed in: 2 approved, 1 not decided yet.",
            "From handing in to agreement it mostly took 9 days (at most 40); without the days with the initiators 5.5.",
            "Plans that wait for a place: 1; the longest wait took one day.",
        ],
    }


def test_nothing_is_told_of_plans_where_there_are_none():
    assert answer(1, figure(FigureName.PLAN_OUTCOMES, {}, n=0), figure(FigureName.WAITING_LIST, 0, n=0)) == {
        language: [sentence] for language, sentence in NOTHING.items()
    }


# 2. Do their core groups stand?


def test_a_core_group_is_told_with_what_is_asked_how_long_it_stood_and_of_how_many_kinds_it_is():
    held = details.Continuity(days=100, days_with_enough=95, seats=5, seats_ended=1, with_membership=5)
    stated = details.MixStated(stated_on=DAY)
    assert answer(
        2,
        figure(FigureName.CORE_GROUP_SIZE, 4, of=SCHOOLS, norm=4),
        figure(FigureName.CORE_GROUP_CONTINUITY, 0.955, of=SCHOOLS, detail=held),
        figure(FigureName.CORE_GROUP_MIX, 2, of=SCHOOLS, detail=stated),
        figure(FigureName.CORE_GROUP_SIZE, "0-9", of=CARE),
        figure(FigureName.CORE_GROUP_CONTINUITY, None, of=CARE),
        figure(FigureName.CORE_GROUP_MIX, 1, of=CARE, detail=stated),
    ) == {
        Language.NL: [
            (
                "Onderwijsnetwerk: 4 in de kerngroep (gevraagd: 4); groot genoeg op 95,5 % van de dagen; "
                "mensen met en zonder bestuurlijke ervaring."
            ),
            "Netwerk zorg: 0-9 in de kerngroep; allemaal met, of allemaal zonder, bestuurlijke ervaring.",
        ],
        Language.EN: [
            (
                "Onderwijsnetwerk: 4 in the core group (asked: 4); large enough on 95.5 % of the days; "
                "people with and without administrative experience."
            ),
            "Netwerk zorg: 0-9 in the core group; all with, or all without, administrative experience.",
        ],
    }


def test_of_a_core_group_only_its_size_need_be_known():
    told = answer(2, figure(FigureName.CORE_GROUP_SIZE, 3, of=CARE), figure(FigureName.CORE_GROUP_MIX, None, of=CARE))
    assert told[Language.NL] == ["Netwerk zorg: 3 in de kerngroep."]


# 3. How many members do they have?


@pytest.mark.parametrize(
    ("fifty", "dutch", "english"),
    [
        (figure(FigureName.DAYS_TO_FIFTY, 200, of=SCHOOLS), "; vijftig na 200 dagen", "; fifty after 200 days"),
        (
            figure(FigureName.DAYS_TO_FIFTY, None, of=SCHOOLS, detail=details.DaysToFifty(not_yet_after=1)),
            "; nog geen vijftig na één dag",
            "; not fifty yet after one day",
        ),
        (figure(FigureName.DAYS_TO_FIFTY, None, of=SCHOOLS, note=Note.SENSITIVE), "", ""),
        (figure(FigureName.DAYS_TO_FIFTY, 3, of=CARE), "", ""),
    ],
)
def test_members_are_told_with_the_days_to_fifty(fifty: Figure, dutch: str, english: str):
    members = figure(FigureName.MEMBERS, 51, of=SCHOOLS)
    assert answers(Language.NL, members, fifty)[2] == [f"Onderwijsnetwerk: 51 leden{dutch}."]
    assert answers(Language.EN, members, fifty)[2] == [f"Onderwijsnetwerk: 51 members{english}."]


def test_one_member_is_one():
    assert answers(Language.NL, figure(FigureName.MEMBERS, 1, of=CARE))[2] == ["Netwerk zorg: één lid."]
    assert answers(Language.EN, figure(FigureName.MEMBERS, 1, of=CARE))[2] == ["Netwerk zorg: one member."]


def test_reach_and_overlap_are_shares_of_the_party():
    assert answer(3, figure(FigureName.REACH, 0.0125, n=310), figure(FigureName.OVERLAP, 0.1)) == {
        Language.NL: [
            "Ongeveer 310 mensen zijn lid van een netwerk: 1,2 % van de partij.",
            "Van hen is 10 % lid van meer dan één netwerk.",
        ],
        Language.EN: [
            "About 310 people are members of a network: 1.2 % of the party.",
            "Of them 10 % are members of more than one network.",
        ],
    }


# 4. Do they look like the party?


def test_likeness_says_how_many_would_live_elsewhere_and_whom_we_miss():
    known: dict[str, Any] = {"told_of": date(2024, 12, 31), "deviation": 0.2, "limit": 0.3, "chance": 0.05}
    missing = details.Likeness(**known, to_move=8, missing=("NL-ZE", "noord"))
    whole = details.Likeness(**known, to_move=2, missing=())
    assert answer(
        4,
        figure(FigureName.LIKENESS, 0.8, of=SCHOOLS, n=40, verdict=Verdict.ATTENTION, detail=missing),
        figure(FigureName.LIKENESS, 0.9, of=CARE, n=20, detail=whole),
    ) == {
        Language.NL: [
            (
                "Onderwijsnetwerk: let op: 8 van de 40 leden op 31 december 2024 zouden ergens anders moeten wonen "
                "om op de partij te lijken. We missen nog: Zeeland, het noorden."
            ),
            "Netwerk zorg: 2 van de 20 leden op 31 december 2024 zouden ergens anders moeten wonen om op de partij te lijken.",
        ],
        Language.EN: [
            (
                "Onderwijsnetwerk: attention: 8 of the 40 members on 31 December 2024 would have to live elsewhere to look "
                "like the party. We still miss: Zeeland, the north."
            ),
            "Netwerk zorg: 2 of the 20 members on 31 December 2024 would have to live elsewhere to look like the party.",
        ],
    }


def test_why_a_likeness_is_not_known_is_told():
    assert answer(4, figure(FigureName.LIKENESS, note=Note.TOO_FEW, of=CARE), figure(FigureName.LIKENESS, of=SCHOOLS)) == {
        Language.NL: ["Netwerk zorg: te weinig mensen om te laten zien.", "Onderwijsnetwerk: -."],
        Language.EN: ["Netwerk zorg: too few people to show.", "Onderwijsnetwerk: -."],
    }


# 5. Did they meet?


def test_meetings_are_told_with_who_came_and_what_was_called_off():
    assert answer(
        5,
        figure(FigureName.MEETINGS_HELD, [], of=SCHOOLS, n=7),
        figure(FigureName.ATTENDANCE, 0.335, of=SCHOOLS, detail=details.PresentAtMeetings(present=67, members=200)),
        figure(FigureName.MEETINGS_CANCELLED, 0.125, of=SCHOOLS, detail=details.MeetingsCancelled(cancelled=1)),
        figure(FigureName.MEETINGS_HELD, [], of=CARE, n=0),
        figure(FigureName.MEETINGS_CANCELLED, None, of=CARE, detail=details.MeetingsCancelled(cancelled=0)),
    ) == {
        Language.NL: [
            "Onderwijsnetwerk: kwam 7 keer bij elkaar; gemiddeld was 33,5 % van de leden er; één keer afgezegd.",
            "Netwerk zorg: kwam niet bij elkaar.",
        ],
        Language.EN: [
            "Onderwijsnetwerk: met 7 times; on average 33.5 % of the members were there; called off once.",
            "Netwerk zorg: met zero times.",
        ],
    }


# 6. Was advice asked, given in time, and used?


def test_advice_is_added_up_over_networks_and_told_of_each_that_was_asked_or_should_be():
    asked = details.RequestsAsked(by_requester={}, brought_here=0, members=10, per_hundred_members=None, offered_unasked=0)
    days = details.ResponseTime(median=12.5, p90=20, max=20, each=(5, 20), open=1)
    assert answer(
        6,
        figure(FigureName.ADVICE_REQUESTS, 3, of=SCHOOLS, detail=asked),
        figure(FigureName.ADVICE_REQUESTS, 0, of=CARE, detail=asked, norm=1),
        figure(FigureName.ADVICE_REQUESTS, 0, of=("Netwerk wonen", UUID(int=3)), detail=asked),
        figure(FigureName.ADVICE_OUTCOMES, {"answered": 2, "open": 1}, of=SCHOOLS),
        figure(FigureName.ADVICE_OUTCOMES, None, of=CARE),
        figure(FigureName.ADVICE_ON_TIME, 0.5, of=SCHOOLS, detail=details.OnTime(on_time=1, days_late=(4,), not_answered=1)),
        figure(FigureName.ADVICE_RESPONSE_TIME, 12.5, of=SCHOOLS, detail=days),
        figure(FigureName.ADVICE_RESPONSE_TIME, None, of=CARE),
        figure(FigureName.ADVICE_USE, {"not": 1, "adopted": 2}, of=SCHOOLS),
        figure(FigureName.ADVICE_USE, {"adopted": 1}, of=CARE),
    ) == {
        Language.NL: [
            "Er is 3 keer om advies gevraagd; 2 vragen zijn beantwoord, 1 op de eerst afgesproken dag of eerder.",
            "Wat er met adviezen en aanbevelingen is gedaan: 3 overgenomen, 1 niet overgenomen.",
            "Onderwijsnetwerk: 3 keer gevraagd; een antwoord duurde meestal 12,5 dagen.",
            "Netwerk zorg: niet gevraagd.",
        ],
        Language.EN: [
            "Advice was asked 3 times; 2 requests were answered, 1 on the day that was agreed first or before.",
            "What was done with advice and recommendations: 3 adopted, 1 not adopted.",
            "Onderwijsnetwerk: asked 3 times; an answer mostly took 12.5 days.",
            "Netwerk zorg: asked zero times.",
        ],
    }


# 8. What did it ask of the party bureau?


def test_what_it_asked_of_the_bureau_is_told_in_days_hours_and_entries():
    lay = details.BureauDays(median=3, max=9, each=(1, 3, 9), times=3)
    assert answer(
        8,
        figure(FigureName.BUREAU_DAYS, 3, n=3, detail=lay),
        figure(FigureName.ADVICE_DAYS_WITH_BUREAU, 3, of=SCHOOLS, n=2, detail=lay),
        figure(FigureName.ADVICE_DAYS_WITH_BUREAU, None, of=CARE, n=0),
        figure(
            FigureName.BUREAU_HOURS, [{"month": "2025-01", "hours": 40}], n=1, detail=details.BureauHours(total=40, median=40)
        ),
        figure(FigureName.CORRECTIONS, 2, of=SCHOOLS),
        figure(FigureName.CORRECTIONS, 3, of=CARE),
    ) == {
        Language.NL: [
            "Een plan lag meestal 3 dagen bij het partijbureau (het langst 9).",
            "Adviesvragen die bij het partijbureau lagen omdat hun netwerk stopte: 2 (het langst 9 dagen).",
            "Het bureau schat dat de netwerken 40 uren vroegen, meestal 40 in een maand (maanden geschat: 1).",
            "Vermeldingen in netwerken die later zijn verbeterd of ingetrokken: 5.",
        ],
        Language.EN: [
            "A plan mostly lay with the party bureau for 3 days (at most 9).",
            "Requests that lay with the party bureau because their network closed: 2 (at most 9 days).",
            "The bureau estimates that the networks took 40 hours, mostly 40 in a month (months estimated: 1).",
            "Entries in networks that were corrected or withdrawn later: 5.",
        ],
    }


# The paper as a whole


def lessons() -> Figure:
    told = (
        details.QuotedLesson(half_year="2024-H2", what_worked="Samen eten.", what_did_not=None, what_to_change="Eerder bellen."),
        details.QuotedLesson(half_year="2025-H1", what_worked=None, what_did_not="Te laat.", what_to_change=None),
    )
    return figure(FigureName.LESSONS, 2, of=SCHOOLS, detail=details.LessonsQuoted(told=told))


def own_page(language: Language, *figures: Figure) -> list[str]:
    _, own, _ = paper(report(*figures), language).split("\f")
    *lines, end = own.splitlines()
    assert end == ""
    return lines


def test_a_network_has_a_page_with_its_figures_and_what_its_core_group_told():
    assert own_page(
        Language.NL,
        figure(FigureName.MEMBERS, 51, of=SCHOOLS, n=51, norm=50, verdict=Verdict.REACHED),
        figure(FigureName.ADVICE_USE, {"adopted": 2, "not": 1}, of=SCHOOLS),
        figure(FigureName.ADVICE_ROUTES, {}, of=SCHOOLS),
        figure(FigureName.ATTENDANCE, 0.335, of=SCHOOLS),
        lessons(),
    ) == [
        "Onderwijsnetwerk, stand aan het einde van 03-03-2025",
        "",
        f"   {'leden':<46} 51  gehaald  norm 50  n = 51",
        f"   {'wat er met de adviezen is gedaan':<46} overgenomen: 2, niet overgenomen: 1",
        f"   {'hoe de adviesvragen binnenkwamen':<46} -",
        f"   {'aanwezig bij bijeenkomsten voor alle leden':<46} 33,5 %",
        f"   {'halfjaren met geleerde lessen':<46} 2",
        "      tweede half jaar van 2024:",
        "         Wat werkte: “Samen eten.”",
        "         Wat moet de partij veranderen: “Eerder bellen.”",
        "      eerste half jaar van 2025:",
        "         Wat werkte niet: “Te laat.”",
    ]


def test_a_figure_of_each_quarter_has_a_line_for_each():
    quarters = [
        {"quarter": "2024-Q4", "members": 12, "share": 0.25, "meanMembers": 12.5},
        {"quarter": "2025-Q1", "members": 0, "share": None, "meanMembers": 3.0},
    ]
    assert own_page(Language.EN, figure(FigureName.CHURN_PER_QUARTER, quarters, of=CARE)) == [
        "Netwerk zorg, as it stood at the end of 2025-03-03",
        "",
        f"   {'leaving each quarter':<46} 2 lines",
        "      quarter 2024-Q4, members 12, part that left 25 %, members on average 12.5",
        "      quarter 2025-Q1, members 0, part that left -, members on average 3",
    ]


def test_lessons_that_are_not_shown_are_a_number():
    assert own_page(Language.EN, figure(FigureName.LESSONS, 2, of=CARE))[2:] == [f"   {'half years with lessons':<46} 2"]


def test_the_paper_begins_with_the_questions_and_ends_with_every_figure():
    first, own, appendix = paper(
        report(figure(FigureName.OVERLAP, 0.1, n=30, norm=2.0), figure(FigureName.MEMBERS, 7, of=CARE))
    ).split("\f")
    lines = first.splitlines()
    assert lines[:4] == [
        "EVALUATIE VAN DE PARTIJNETWERKEN",
        "Stand aan het einde van 03-03-2025",
        "",
        "1. Welke netwerken zijn begonnen?",
    ]
    assert [line for line in lines if line[1:2] == "."] == [
        "1. Welke netwerken zijn begonnen?",
        "2. Staan hun kerngroepen?",
        "3. Hoeveel leden hebben ze, en vijftig na een jaar?",
        "4. Lijken ze op de partij, en wie missen we nog?",
        "5. Kwamen ze bij elkaar?",
        "6. Is er advies gevraagd, op tijd gegeven en gebruikt?",
        "7. Is er inbreng gegeven en beantwoord?",
        "8. Wat vroeg het van het partijbureau?",
    ]
    assert own.startswith("Netwerk zorg, stand aan het einde van 03-03-2025")
    assert appendix.splitlines() == [
        "BIJLAGE: elk cijfer (docs/figures.md zegt wat het is)",
        "",
        f"{'cijfer':<46} {'netwerk':<34} {'waarde':<40}      n   norm  dag",
        f"{'deel in meer dan één netwerk':<46} {'alle samen':<34} {'10 %':<40}     30      2  03-03-2025",
        f"{'leden':<46} {'Netwerk zorg':<34} {'7':<40}      -      -  03-03-2025",
    ]
