"""An evaluation on paper: page one, a page for each network, and every figure explained in an appendix."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.evaluation.standing import NetworkStanding, Standing, WhatHappened
from application.language.evaluation.explained import EXPLAINED
from application.language.evaluation.page import EvaluationPage
from application.language.evaluation.paper import paper
from application.language.words import Language
from application.queries.evaluating.evaluation import Figure, Note, Verdict
from tests.application.language.evaluation.reports import CARE, DAY, SCHOOLS, WATER, Network, figure, report, stands

A_PAGE = 110
"""Lines that page one may have, whatever there is to tell."""


def size(of: Network, value: object = 51, note: Note | None = None) -> Figure:
    return figure(FigureName.MEMBERS, value, of=of, note=note)


def page_one(*figures: Figure, language: Language = Language.NL, **more: object) -> list[str]:
    return paper(report(*figures, **more), language).split("\f")[0].splitlines()  # type: ignore[arg-type]


# How it opens


def test_it_opens_with_party_pilot_day_and_when_it_was_known():
    happened = WhatHappened(first_day=date(2024, 1, 1), last_day=date(2025, 12, 31))
    assert page_one(party="Voorbeeldpartij", happened=happened)[:3] == [
        "EVALUATIE VAN DE PARTIJNETWERKEN",
        "Voorbeeldpartij. Pilot van 1 januari 2024 tot en met 31 december 2025. Stand op 3 maart 2025, zoals bekend op 4 maart",
        "2025 om 09.00 uur.",
    ]


def test_an_evaluation_of_a_day_to_come_says_so():
    lines = page_one(on=date(2026, 1, 1), language=Language.EN)
    assert " ".join(lines[1:3]) == (
        "As of 1 January 2026, as known on 4 March 2025 at 09:00. Please note: 1 January 2026 is still to come. "
        "Everything was counted up to and including 3 March 2025."
    )


ENDED = stands(WATER, Standing.MERGED, into="Netwerk zorg", since=date(2024, 6, 13), members_then=76, reason="Samen verder.")


def test_status_comes_first_for_each_network_and_one_line_sums_up():
    small: dict[str, Any] = {"too_small_since": date(2025, 1, 1), "repair_by": date(2025, 3, 1)}
    lines = page_one(
        size(SCHOOLS),
        size(CARE, "50-99", Note.SENSITIVE),
        size(WATER, 0),
        figure(FigureName.MEMBERS_AFTER_12_MONTHS, 157, of=SCHOOLS, norm=50, verdict=Verdict.REACHED),
        figure(FigureName.MEMBERS_AFTER_12_MONTHS, None, of=CARE, note=Note.SENSITIVE),
        figure(FigureName.MEMBERS_AFTER_12_MONTHS, 0, of=WATER, note=Note.NETWORK_CLOSED),
        figure(FigureName.CORE_GROUP_SIZE, 3, of=SCHOOLS, norm=4),
        networks=(stands(SCHOOLS, **small), stands(CARE, sensitive=True), ENDED),
    )
    text = " ".join(lines[2:6])
    assert "Kort. Van de drie netwerken zijn er twee actief." in text
    assert "Van één netwerk met een heel jaar had er één vijftig leden of meer. Binnen een jaar eindigde één netwerk." in text
    table = [line for line in lines if "sinds" in line or line.startswith("Netwerk")]
    assert [" ".join(line.split()) for line in table[:4]] == [
        "Netwerk Status Leden Vijftig na een jaar Kerngroep",
        "Netwerk zorg (extra beschermd) actief sinds 1 januari 2024 50 tot 99 zeggen wij niet zeggen wij niet",
        "Onderwijsnetwerk actief sinds 1 januari 2024 51 ja (157) 3, minstens 4 nodig",
        "Netwerk water opgegaan in Netwerk zorg, 13 juni 2024 toen 76 geen heel jaar geen meer",
    ]
    assert "Netwerk water is opgegaan in Netwerk zorg: “Samen verder.”" in lines


@pytest.mark.parametrize(
    ("standing", "dutch", "english"),
    [
        (Standing.SUSPENDED, "stilgelegd sinds 1 januari 2024", "suspended since 1 January 2024"),
        (Standing.DORMANT, "slapend sinds 1 januari 2024", "dormant since 1 January 2024"),
        (Standing.CLOSED, "opgeheven, 1 januari 2024", "closed, 1 January 2024"),
    ],
)
def test_how_a_network_stands_is_said_in_words(standing: Standing, dutch: str, english: str):
    for language, said in ((Language.NL, dutch), (Language.EN, english)):
        assert said in "\n".join(page_one(size(CARE), networks=(stands(CARE, standing),), language=language))


# Many networks


def many(number: int) -> tuple[list[Figure], tuple[NetworkStanding, ...]]:
    """So many networks, each of them with all that page one tells of a network."""
    names = [(f"Netwerk nummer {each}", UUID(int=each + 1)) for each in range(number)]
    continuity = details.Continuity(days=100, days_with_enough=99, seats=4, seats_ended=1, with_membership=0)
    figures = [
        each
        for place, of in enumerate(names)
        for each in (
            size(of, place),
            figure(FigureName.MEMBERS_AFTER_12_MONTHS, place, of=of, norm=50, verdict=Verdict.REACHED),
            figure(FigureName.CORE_GROUP_SIZE, 3, of=of, norm=4),
            figure(FigureName.CORE_GROUP_CONTINUITY, 0.99, of=of, n=100, verdict=Verdict.NOT_REACHED, detail=continuity),
            figure(FigureName.MEETINGS_HELD, [], of=of, n=place),
            figure(FigureName.LESSONS, 1, of=of, detail=lessons()),
            figure(FigureName.CHURN_PER_QUARTER, [], of=of),
        )
    ]
    return figures, tuple(stands(of, too_small_since=date(2025, 1, 1), repair_by=date(2025, 2, 1)) for of in names)


def test_page_one_stays_a_page_with_257_networks():
    figures, networks = many(257)
    lines = page_one(*figures, networks=networks)
    assert len(lines) < A_PAGE
    text = " ".join(lines)
    assert "Hoe zij ervoor staan: 257 actief." in text
    assert "De helft van de 257 netwerken die er nu zijn, heeft 128 leden of minder. Het grootste heeft er 256." in text
    assert "Deze vragen nu het eerst aandacht:" in lines
    assert sum(line.startswith("Netwerk nummer") and "minstens 4 nodig" in line for line in lines) == 10
    assert "Niet altijd groot genoeg: 257 netwerken." in text


def test_nothing_recorded_for_any_is_one_line():
    figures, networks = many(257)
    appendix = paper(report(*figures, networks=networks)).split("\f")[-1].splitlines()
    place = appendix.index("Vertrokken leden per kwartaal")
    assert appendix[place + 1 : place + 4][-1] == "   voor geen enkel netwerk is iets vastgelegd"


# A page for each network


def lessons() -> details.LessonsQuoted:
    told = (
        details.QuotedLesson(
            half_year="2024-H2",
            what_worked="Samen eten.",
            what_did_not=None,
            what_to_change="Eerder bellen.",
            answer="Dat doen wij.",
        ),
        details.QuotedLesson(half_year="2025-H1", what_worked=None, what_did_not="Te laat.", what_to_change=None),
    )
    return details.LessonsQuoted(told=told)


def own_page(language: Language, *figures: Figure) -> list[str]:
    _, own, _ = paper(report(*figures), language).split("\f")
    *lines, end = own.splitlines()
    assert end == ""
    return lines


def test_a_network_has_a_page_with_its_figures_and_what_its_core_group_told():
    held = details.Continuity(days=273, days_with_enough=272, seats=4, seats_ended=0, with_membership=0)
    stated = details.MixStated(stated_on=DAY)
    assert own_page(
        Language.NL,
        figure(FigureName.MEMBERS_AFTER_12_MONTHS, 51, of=SCHOOLS, n=51, norm=50, verdict=Verdict.REACHED),
        figure(FigureName.CORE_GROUP_CONTINUITY, 0.9963, of=SCHOOLS, n=273, norm=1, verdict=Verdict.NOT_REACHED, detail=held),
        figure(FigureName.CORE_GROUP_MIX, 2, of=SCHOOLS, n=4, norm=2, verdict=Verdict.REACHED, detail=stated),
        figure(FigureName.ADVICE_USE, {"adopted": 2, "partly": 0, "not": 1}, of=SCHOOLS),
        figure(FigureName.ADVICE_ROUTES, {}, of=SCHOOLS),
        figure(FigureName.ATTENDANCE, 0.335, of=SCHOOLS),
        figure(FigureName.LESSONS, 2, of=SCHOOLS, detail=lessons()),
    ) == [
        "Onderwijsnetwerk, stand op 3 maart 2025",
        "",
        f"   {'leden na twaalf maanden':<46} 51; gehaald; streefaantal 50",
        f"   {'dagen dat de kerngroep groot genoeg was':<46} meer dan 99%; niet gehaald; gevraagd: elke dag; geteld uit 273",
        f"   {'met en zonder bestuurlijke ervaring':<46} met en zonder; gehaald; gevraagd: allebei; geteld uit 4",
        f"   {'wat er met de aanbevelingen is gedaan':<46} overgenomen: 2, niet overgenomen: 1",
        f"   {'hoe de adviesvragen binnenkwamen':<46} nog niets vastgelegd",
        f"   {'opkomst bij bijeenkomsten voor alle leden':<46} 34%",
        f"   {'halfjaren waarover lessen zijn verteld':<46} 2",
        "      Tweede halfjaar van 2024:",
        "         Wat werkte: “Samen eten.”",
        "         Wat moet de partij veranderen: “Eerder bellen.”",
        "         Het bestuur antwoordde: “Dat doen wij.”",
        "      Eerste halfjaar van 2025:",
        "         Wat werkte niet: “Te laat.”",
    ]


def test_a_figure_of_each_quarter_has_a_line_for_each_that_is_not_empty_in_words():
    quarters = [
        {"quarter": "2024-Q3", "left": 0, "share": None},
        {"quarter": "2024-Q4", "left": 3, "share": 0.25, "meanMembers": 12.5},
        {"quarter": "2025-Q1", "left": 9, "share": None, "meanMembers": 3.0},
    ]
    detail = details.MembershipsEnded(ended=12)
    assert own_page(Language.NL, figure(FigureName.CHURN_PER_QUARTER, quarters, of=CARE, detail=detail))[2:] == [
        f"   {'vertrokken leden per kwartaal':<46} twaalf keer vertrokken",
        "      vierde kwartaal van 2024, afgemeld: 3, vertrokken: 25%, gemiddeld aantal leden: 12,5",
        "      eerste kwartaal van 2025, afgemeld: 9, vertrokken: niet te zeggen, gemiddeld aantal leden: 3",
    ]


def test_lessons_that_are_not_shown_are_a_number():
    assert own_page(Language.EN, figure(FigureName.LESSONS, 2, of=CARE))[2:] == [f"   {'half years with lessons told':<46} 2"]


# The appendix


def test_the_appendix_explains_each_figure_in_the_language_of_its_reader():
    assert set(EXPLAINED) == set(FigureName)
    found = (figure(FigureName.OVERLAP, 0.1, n=30), size(CARE, 7), size(SCHOOLS, None, Note.SENSITIVE))
    _, *_, appendix = paper(report(*found), Language.EN).split("\f")
    assert appendix.splitlines() == [
        "APPENDIX: all figures, as of 3 March 2025",
        "",
        "Members in more than one network",
        "   Of the people in a network the part that are in more than one, counted in tens.",
        f"   {'all networks':<46} 10%; counted from 30",
        "",
        "Members",
        "   People who are members now.",
        f"   {'Netwerk zorg':<46} 7",
        f"   {'Onderwijsnetwerk':<46} network with extra protection, so without numbers",
    ]


def test_networks_without_anything_for_one_reason_share_a_line():
    found = [figure(FigureName.ATTENDANCE, None, of=of) for of in (CARE, WATER)]
    _, *_, appendix = paper(report(figure(FigureName.ATTENDANCE, 0.5, of=SCHOOLS), *found)).split("\f")
    assert appendix.splitlines()[-2:] == [
        f"   {'Onderwijsnetwerk':<46} 50%",
        "   voor de andere netwerken: nog niets vastgelegd",
    ]


# Numbers


@pytest.mark.parametrize(
    ("share", "said"), [(1, "100%"), (0.9999, "meer dan 99%"), (0.994, "99%"), (0.001, "minder dan 1%"), (0.0, "0%")]
)
def test_nearly_all_is_not_all_and_hardly_any_is_not_none(share: float, said: str):
    assert EvaluationPage(report(), Language.NL).percentage(share) == said


def test_of_numbers_counted_in_tens_no_decimal_is_told():
    page = EvaluationPage(report(), Language.NL)
    assert page.told(figure(FigureName.REACH, 0.0114, n=1_260)) == "1%"
    assert page.told(figure(FigureName.ATTENDANCE, 0.0114, of=CARE, n=1_260)) == "1,1%"
