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
            "Wat leden zelf inbrengen, en of zij antwoord kregen, leggen wij nog niet vast.",
            "Wij weten dus ook niet of er niets kwam.",
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
        (
            "Er zijn drie netwerken begonnen (themanetwerk: 2, netwerk uit een bestand: 1). Daarvan bestond er één al langer. "
            "De pilot begon met tien plekken."
        ),
        "Dit zijn Onderwijsnetwerk en Netwerk zorg.",
    ]


def test_a_pilot_in_which_none_began_says_how_many_places_it_had():
    none = details.NetworksFounded(by_type={}, brought_in=0)
    assert answer(1, figure(FigureName.NETWORKS_FOUNDED, 0, norm=10, detail=none)) == {
        Language.NL: ["Er is nog geen netwerk begonnen. De pilot begon met tien plekken."],
        Language.EN: ["No network has started yet. The pilot began with ten places."],
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
            "Er zijn drie plannen ingediend. Zo staat het ermee: goedgekeurd (2) en nog geen besluit (1).",
            (
                "De helft van de goedgekeurde plannen kreeg binnen negen dagen een besluit. Het langst duurde 40 dagen. "
                "Zonder de tijd die de groep zelf nodig had: zes dagen."
            ),
            "Op de wachtlijst staat één goedgekeurd plan. Het langst dat een plan wachtte, is één dag.",
        ],
        Language.EN: [
            "So far three plans have been submitted. Where they stand: approved (2) and no decision yet (1).",
            (
                "Half of the approved plans were decided within nine days. The longest took 40 days. "
                "Without the time that the group itself needed: six days."
            ),
            "On the waiting list there is one approved plan. The longest that a plan waited is one day.",
        ],
    }


def test_nothing_is_told_of_plans_where_there_are_none():
    assert answer(1, figure(FigureName.PLAN_OUTCOMES, {}, n=0), figure(FigureName.WAITING_LIST, 0, n=0)) == {
        language: [sentence] for language, sentence in NOTHING.items()
    }


# 2. Are the core groups large enough?


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
                "Onderwijsnetwerk: vier mensen in de kerngroep (minstens 4 nodig). De kerngroep was 96 procent van de tijd groot "
                "genoeg. Er zijn mensen met en zonder bestuurlijke ervaring."
            ),
            (
                "Netwerk zorg: 0-9 mensen in de kerngroep. "
                "Er zijn alleen mensen met, of alleen mensen zonder bestuurlijke ervaring."
            ),
        ],
        Language.EN: [
            (
                "Onderwijsnetwerk: four people in the core group (at least 4 needed). "
                "The core group was large enough for 96 per cent "
                "of the time. There are people with and without experience in public office."
            ),
            (
                "Netwerk zorg: 0-9 people in the core group. "
                "There are only people with, or only people without, experience in public office."
            ),
        ],
    }


def test_of_a_core_group_only_its_size_need_be_known():
    told = answer(2, figure(FigureName.CORE_GROUP_SIZE, 3, of=CARE), figure(FigureName.CORE_GROUP_MIX, None, of=CARE))
    assert told[Language.NL] == ["Netwerk zorg: drie mensen in de kerngroep."]


@pytest.mark.parametrize(("number", "name"), [(2, FigureName.CORE_GROUP_SIZE), (3, FigureName.MEMBERS)])
def test_of_a_core_group_or_members_that_are_not_told_it_is_said_why(number: int, name: FigureName):
    assert answer(number, figure(name, None, of=CARE, norm=4, note=Note.SENSITIVE)) == {
        Language.NL: ["Netwerk zorg: extra beschermd netwerk, alleen ruwe aantallen."],
        Language.EN: ["Netwerk zorg: network with extra protection, rough numbers only."],
    }


# 3. How many members do they have?


@pytest.mark.parametrize(
    ("fifty", "dutch", "english"),
    [
        (
            figure(FigureName.DAYS_TO_FIFTY, 200, of=SCHOOLS),
            " Na 200 dagen waren het er vijftig.",
            " After 200 days there were fifty.",
        ),
        (
            figure(FigureName.DAYS_TO_FIFTY, None, of=SCHOOLS, detail=details.DaysToFifty(not_yet_after=1)),
            " Na één dag waren het er geen vijftig.",
            " After one day there were not fifty.",
        ),
        (figure(FigureName.DAYS_TO_FIFTY, None, of=SCHOOLS, note=Note.SENSITIVE), "", ""),
        (figure(FigureName.DAYS_TO_FIFTY, 3, of=CARE), "", ""),
    ],
)
def test_members_are_told_with_the_days_to_fifty(fifty: Figure, dutch: str, english: str):
    members = figure(FigureName.MEMBERS, 51, of=SCHOOLS)
    assert answers(Language.NL, members, fifty)[2] == [f"Onderwijsnetwerk: 51 leden.{dutch}"]
    assert answers(Language.EN, members, fifty)[2] == [f"Onderwijsnetwerk: 51 members.{english}"]


def test_one_member_is_one():
    assert answers(Language.NL, figure(FigureName.MEMBERS, 1, of=CARE))[2] == ["Netwerk zorg: één lid."]
    assert answers(Language.EN, figure(FigureName.MEMBERS, 1, of=CARE))[2] == ["Netwerk zorg: one member."]


def test_reach_and_overlap_are_shares_of_the_party():
    assert answer(3, figure(FigureName.REACH, 0.0125, n=310), figure(FigureName.OVERLAP, 0.1)) == {
        Language.NL: [
            "Ongeveer 310 partijleden zijn lid van een netwerk. Dat is 1 procent van de partij.",
            "Van deze leden zit 10 procent in meer dan één netwerk.",
        ],
        Language.EN: [
            "About 310 party members are in a network. That is 1 per cent of the party.",
            "Of these members 10 per cent are in more than one network.",
        ],
    }


# 4. Do the members come from all over the country?


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
            "Wij vergelijken alleen in welke provincie leden wonen, dus niet leeftijd of achtergrond.",
            (
                "Onderwijsnetwerk: wijkt iets af van de partij. Peildag: 31 december 2024, 40 leden. Om precies op de partij te "
                "lijken moeten acht leden in een andere provincie wonen. Uit Zeeland en het noorden komen te weinig leden."
            ),
            (
                "Netwerk zorg: Peildag: 31 december 2024, 20 leden. Om precies op de partij te lijken moeten twee leden in een "
                "andere provincie wonen. Wij konden geen streek aanwijzen waaruit te weinig leden komen."
            ),
        ],
        Language.EN: [
            "We compare only in which province members live, not their age or background.",
            (
                "Onderwijsnetwerk: differs somewhat from the party. Reference day: 31 December 2024, 40 members. To be exactly "
                "like the party eight members have to live in another province. Too few members come from Zeeland and the north."
            ),
            (
                "Netwerk zorg: Reference day: 31 December 2024, 20 members. To be "
                "exactly like the party two members have to live "
                "in another province. We could not name a part of the country with too few."
            ),
        ],
    }


def test_why_a_likeness_is_not_known_is_told():
    assert answer(4, figure(FigureName.LIKENESS, note=Note.TOO_FEW, of=CARE), figure(FigureName.LIKENESS, of=SCHOOLS)) == {
        Language.NL: ["Netwerk zorg: te weinig mensen om te publiceren.", "Onderwijsnetwerk: niet bekend."],
        Language.EN: ["Netwerk zorg: too few people to publish.", "Onderwijsnetwerk: not known."],
    }


# 5. How often did they meet?


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
            (
                "Onderwijsnetwerk: zeven bijeenkomsten vastgelegd. Gemiddeld kwam 34 procent van de leden. "
                "Er is één bijeenkomst afgezegd."
            ),
            "Netwerk zorg: geen bijeenkomst vastgelegd.",
        ],
        Language.EN: [
            "Onderwijsnetwerk: seven meetings recorded. On average 34 per cent of the members came. Called off: one meeting.",
            "Netwerk zorg: no meeting recorded.",
        ],
    }


# 6. Was advice asked? Did it come in time, and was it used?


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
            (
                "Er is drie keer om advies gevraagd. Op twee vragen kwam antwoord. "
                "Daarvan kwam er één op tijd: op de eerst afgesproken dag of eerder."
            ),
            "Van de antwoorden en aanbevelingen is dit bekend: overgenomen (3) en niet overgenomen (1).",
            "Onderwijsnetwerk: drie keer om advies gevraagd. De helft van de antwoorden kwam binnen 13 dagen.",
            "Netwerk zorg: geen adviesvraag.",
        ],
        Language.EN: [
            "Advice was asked three times. There were two answers. Of these one came in time: by the day that was agreed first.",
            "Of the answers and recommendations this is known: adopted (3) and not adopted (1).",
            "Onderwijsnetwerk: asked for advice three times. Half of the answers came within 13 days.",
            "Netwerk zorg: no request.",
        ],
    }


# 8. How much work was it for the party bureau?


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
            "De helft van de plannen lag hooguit drie dagen bij het partijbureau. Het langst was negen dagen.",
            "Omdat hun netwerk stopte, lagen twee adviesvragen bij het partijbureau. Het langst was negen dagen.",
            "Het partijbureau schatte zijn uren voor één maand: samen 40 uur.",
            "In de administratie van de netwerken is vijf keer iets verbeterd of doorgehaald.",
        ],
        Language.EN: [
            "Half of the plans were with the party bureau for at most three days. The longest was nine days.",
            "Because their network closed, two requests were with the party bureau. The longest was nine days.",
            "The party bureau estimated its hours for one month: 40 in all.",
            "In the record of the networks five lines were corrected or struck.",
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
        "Onderwijsnetwerk, stand op 3 maart 2025",
        "",
        f"   {'leden':<46} 51  gehaald  streefaantal 50  n = 51",
        f"   {'wat er met de adviezen is gedaan':<46} overgenomen: 2, niet overgenomen: 1",
        f"   {'hoe de adviesvragen binnenkwamen':<46} -",
        f"   {'opkomst bij bijeenkomsten voor alle leden':<46} 34%",
        f"   {'halfjaren waarover lessen zijn verteld':<46} 2",
        "      Tweede halfjaar van 2024:",
        "         Wat werkte: “Samen eten.”",
        "         Wat moet de partij veranderen: “Eerder bellen.”",
        "      Eerste halfjaar van 2025:",
        "         Wat werkte niet: “Te laat.”",
    ]


def test_a_figure_of_each_quarter_has_a_line_for_each():
    quarters = [
        {"quarter": "2024-Q4", "members": 12, "share": 0.25, "meanMembers": 12.5},
        {"quarter": "2025-Q1", "members": 0, "share": None, "meanMembers": 3.0},
    ]
    assert own_page(Language.EN, figure(FigureName.CHURN_PER_QUARTER, quarters, of=CARE)) == [
        "Netwerk zorg, as of 3 March 2025",
        "",
        f"   {'members who left per quarter':<46} lines: 2",
        "      quarter 2024-Q4, members 12, left (per cent) 25%, members on average 12.5",
        "      quarter 2025-Q1, members 0, left (per cent) -, members on average 3",
    ]


def test_lessons_that_are_not_shown_are_a_number():
    assert own_page(Language.EN, figure(FigureName.LESSONS, 2, of=CARE))[2:] == [f"   {'half years with lessons told':<46} 2"]


def test_the_paper_begins_with_the_questions_and_ends_with_every_figure():
    first, own, appendix = paper(
        report(figure(FigureName.OVERLAP, 0.1, n=30, norm=2.0), figure(FigureName.MEMBERS, 7, of=CARE))
    ).split("\f")
    lines = first.splitlines()
    assert lines[:4] == [
        "EVALUATIE VAN DE PARTIJNETWERKEN",
        "Stand op 3 maart 2025",
        "",
        "1. Welke netwerken zijn begonnen?",
    ]
    assert [line for line in lines if line[1:2] == "."] == [
        "1. Welke netwerken zijn begonnen?",
        "2. Zijn de kerngroepen groot genoeg?",
        "3. Hoeveel leden hebben ze? Waren het er na een jaar vijftig?",
        "4. Komen de leden uit het hele land, en wie missen we nog?",
        "5. Hoe vaak kwamen ze bij elkaar?",
        "6. Is er advies gevraagd? Kwam het op tijd, en is er iets mee gedaan?",
        "7. Wat brachten leden zelf in, en kregen zij antwoord?",
        "8. Hoeveel werk was het voor het partijbureau?",
    ]
    assert own.startswith("Netwerk zorg, stand op 3 maart 2025")
    assert appendix.splitlines() == [
        "BIJLAGE: alle cijfers",
        "",
        f"{'cijfer':<46} {'netwerk':<34} {'waarde':<40}      n streefaantal  dag",
        f"{'leden in meer dan één netwerk':<46} {'alle netwerken':<34} {'10%':<40}     30            2  3 maart 2025",
        f"{'leden':<46} {'Netwerk zorg':<34} {'7':<40}      -            -  3 maart 2025",
    ]
