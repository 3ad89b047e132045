"""The eight questions of page one, answered in sentences that say what is known and no more."""

from datetime import date
from typing import Any

import pytest

from application.evaluation import details
from application.evaluation.figures import FigureName
from application.evaluation.standing import ConversationTold, DecisionTold, PlanWaiting, Renewal, Standing, WhatHappened
from application.language.evaluation.closing import closing
from application.language.evaluation.first_page import first_page
from application.language.evaluation.page import EvaluationPage
from application.language.evaluation.summary import in_short
from application.language.words import Language
from application.queries.evaluating.evaluation import Figure, Note, Verdict
from domain.networks.conversation import ConversationOutcome, Occasion
from tests.application.language.evaluation.reports import CARE, SCHOOLS, WATER, figure, report, stands

NL, EN = Language.NL, Language.EN


def answer(number: int, *figures: Figure, language: Language = NL, **more: Any) -> list[str]:
    return first_page(EvaluationPage(report(*figures, **more), language))[number - 1][1]


def short(*figures: Figure, language: Language = NL, **more: Any) -> list[str]:
    return list(in_short(EvaluationPage(report(*figures, **more), language)))


def below(heading: str, *figures: Figure, language: Language = NL, **more: Any) -> list[str]:
    return dict(closing(EvaluationPage(report(*figures, **more), language)))[heading]


def test_of_nothing_nothing_is_told():
    nothing = ["Daar is nog niets over te zeggen."]
    assert [answer(number) for number in range(1, 9)] == [
        *[nothing] * 4,
        ["Van geen enkel netwerk is een bijeenkomst vastgelegd. Misschien waren die er wel."],
        ["Er is geen adviesvraag vastgelegd."],
        ["Dat leggen wij nog niet vast.", "Wij weten dus ook niet of er niets kwam."],
        ["Het partijbureau schatte zijn uren niet."],
    ]
    assert short() == ["Er is nog geen netwerk begonnen."]


# One line sums up


def test_in_short_counts_who_could_be_measured_and_who_not_yet():
    after = FigureName.MEMBERS_AFTER_12_MONTHS
    figures = (
        figure(after, 157, of=SCHOOLS),
        figure(after, 41, of=CARE),
        figure(after, None, of=WATER, note=Note.NOT_YET_MEASURABLE),
        figure(FigureName.ADVICE_OUTCOMES, {"answered": 2, "open": 1}, of=SCHOOLS),
        figure(FigureName.ADVICE_USE, {}, of=SCHOOLS, detail=uses(known=1)),
    )
    networks = (stands(SCHOOLS), stands(CARE, Standing.SUSPENDED), stands(WATER))
    assert short(*figures, networks=networks) == [
        "Van de drie netwerken zijn er twee actief.",
        "Van twee netwerken met een heel jaar had er één vijftig leden of meer.",
        "Van één netwerk is dat nog niet te meten.",
        "Op twee van de drie adviesvragen kwam antwoord.",
        "Van één antwoord is bekend wat ermee is gedaan.",
    ]
    assert short(*figures, networks=networks, language=EN) == [
        "Of three networks two are active.",
        "Of two networks with a whole year one had fifty members or more.",
        "Of one network this cannot be measured yet.",
        "Of three requests for advice, two were answered.",
        "Of one answer we know what was done with it.",
    ]


# 1. Which networks started?


def test_from_groups_to_plans_to_networks_with_exceptions_and_refusals_and_why():
    told = WhatHappened(
        groups=16,
        plans_begun=11,
        beyond_places=(DecisionTold(name="Netwerk zorg", day=date(2023, 1, 1), reasons="Het kon niet wachten.", of=CARE[1]),),
        rejected=(DecisionTold(name="Netwerk geld", day=date(2023, 1, 17), reasons="Te breed.", of=WATER[1]),),
        lapsed_conditions=1,
        waiting=(PlanWaiting(name="Netwerk EU", days=40, of=WATER[1]), PlanWaiting(name="Netwerk armoede", days=229, of=CARE[1])),
    )
    founded = details.NetworksFounded(by_type={"theme-network": 2, "community-network": 1}, brought_in=1)
    lead = details.PlanLeadTime.of([22, 49], net=details.Spread.of([22, 30]))
    figures = (
        figure(FigureName.NETWORKS_FOUNDED, 3, norm=5, detail=founded),
        figure(FigureName.PLAN_OUTCOMES, {"founded": 6, "rejected": 1, "waiting": 2}, n=9),
        figure(FigureName.PLAN_LEAD_TIME, 35.5, n=2, detail=lead),
    )
    assert answer(1, *figures, happened=told) == [
        "Er zijn drie netwerken begonnen: twee themanetwerken en één doelgroepnetwerk.",
        "Daarvan bestond er één al langer.",
        "De pilot begon met vijf plekken.",
        "Voor Netwerk zorg maakte het bestuur een uitzondering op het aantal plekken. De reden: “Het kon niet wachten.”",
        "Er wilden 16 groepen een netwerk.",
        "Er werden elf plannen geschreven.",
        "Er zijn negen plannen ingediend: zes werden een netwerk, één is afgewezen en twee staan op de wachtlijst.",
        "Het plan voor Netwerk geld is afgewezen: “Te breed.”",
        "Vervallen is één voorwaarde van het bestuur.",
        "Een goedgekeurd plan kreeg na 22 tot 49 dagen een besluit.",
        "Het langst wacht nu het plan voor Netwerk armoede, al 229 dagen.",
    ]
    assert answer(1, *figures, happened=told, language=EN)[6:10] == [
        "So far nine plans have been submitted: six became networks, one was rejected and two are on the waiting list.",
        "The plan for Netwerk geld was rejected: “Te breed.”",
        "Of the conditions of the board one lapsed.",
        "An approved plan was decided 22 to 49 days after it was submitted.",
    ]


def test_of_one_plan_no_half_is_told():
    lead = details.PlanLeadTime.of([22], net=details.Spread.of([22]))
    assert answer(1, figure(FigureName.PLAN_LEAD_TIME, 22, n=1, detail=lead)) == ["Goedgekeurd is één plan, na 22 dagen."]


# 2. Are the core groups large enough?


def held(days: int, enough: int) -> details.Continuity:
    return details.Continuity(days=days, days_with_enough=enough, seats=5, seats_ended=0, with_membership=0)


def test_a_core_group_that_missed_one_day_was_not_always_large_enough():
    continuity = FigureName.CORE_GROUP_CONTINUITY
    figures = (
        figure(continuity, 1.0, of=SCHOOLS, verdict=Verdict.REACHED, detail=held(100, 100)),
        figure(continuity, 0.9997, of=CARE, verdict=Verdict.NOT_REACHED, detail=held(3000, 2999)),
        figure(continuity, None, of=WATER, note=Note.SENSITIVE),
        figure(FigureName.CORE_GROUP_SIZE, 3, of=CARE, norm=4),
        figure(FigureName.CORE_GROUP_MIX, 2, of=SCHOOLS, detail=details.MixStated(stated_on=date(2023, 6, 20))),
    )
    networks = (stands(CARE, too_small_since=date(2024, 10, 20), repair_by=date(2024, 12, 19)),)
    assert answer(2, *figures, networks=networks) == [
        "Altijd groot genoeg: Onderwijsnetwerk.",
        (
            "Netwerk zorg: groot genoeg op 2.999 van de 3.000 dagen. Te klein sinds 20 oktober 2024: nu drie mensen, "
            "en er zijn er 4 nodig. De tijd om dat te herstellen was op 19 december 2024 voorbij."
        ),
        "Opgegeven in juni 2023: mensen met en zonder bestuurlijke ervaring bij Onderwijsnetwerk.",
        "Extra beschermd, dus zonder aantallen: Netwerk water.",
    ]


# 3. How many members do they have?


def test_who_had_fifty_is_congratulated_and_who_ended_is_not_judged():
    after = FigureName.MEMBERS_AFTER_12_MONTHS
    talk: dict[str, Any] = {"occasion": Occasion.TARGET_REACHED, "agreed": None}
    talks = (
        ConversationTold(
            network=SCHOOLS[0], outcome=ConversationOutcome.CONTINUE, held_on=date(2023, 4, 24), of=SCHOOLS[1], **talk
        ),
        ConversationTold(network=CARE[0], outcome=None, held_on=None, of=CARE[1], **talk),
    )
    reach = details.PartyReach(party_members=25_060, counted_on=date(2022, 7, 1))
    assert answer(
        3,
        figure(after, 157, of=SCHOOLS, norm=50),
        figure(after, 41, of=CARE, norm=50),
        figure(after, 0, of=WATER, norm=50, note=Note.NETWORK_CLOSED),
        figure(FigureName.REACH, 0.0104, n=260, detail=reach),
        figure(FigureName.OVERLAP, 0.65, n=260),
        happened=WhatHappened(conversations=talks),
    ) == [
        "Vijftig leden na een jaar is een streven en geen eis.",
        "Gefeliciteerd met vijftig leden of meer na een jaar: Onderwijsnetwerk (157).",
        "Geen vijftig na een jaar: Netwerk zorg (41).",
        "Geen heel jaar: Netwerk water.",
        "Van het gesprek met Onderwijsnetwerk kwam dit: het netwerk gaat door.",
        "Nog te houden: het gesprek over het aantal leden met Netwerk zorg.",
        (
            "Ongeveer 260 mensen zijn lid van een netwerk. Op 1 juli 2022 telde de partij 25.060 leden: "
            "het is ongeveer 1 procent daarvan."
        ),
        "Van wie in een netwerk zit, zit ongeveer 65 procent in meer dan één.",
    ]


# 4. Whom do we still miss?


def likeness(**more: Any) -> details.Likeness:
    plain: dict[str, Any] = {"told_of": date(2024, 12, 31), "deviation": 0.2, "to_move": 8, "limit": 0.3, "chance": 0.05}
    people: dict[str, Any] = {"missing": (), "missing_people": {}, "could_tell": ("noord", "oost", "west", "zuid")}
    return details.Likeness(**{**plain, **people, **more})


def test_whom_we_miss_is_told_with_numbers_of_people():
    detail = likeness(missing=("noord",), missing_people={"noord": 20})
    missed = figure(FigureName.LIKENESS, 0.8, of=SCHOOLS, n=140, verdict=Verdict.ATTENTION, detail=detail)
    assert answer(4, missed) == [
        (
            "Onderwijsnetwerk verschilde op 31 december 2024 meer van de partij dan door toeval kan komen. "
            "Om gelijk te zijn zouden acht leden van de 140 elders wonen."
        ),
        "Wie missen wij bij Onderwijsnetwerk? Leden uit het noorden (ongeveer 20 te weinig).",
        "Wij vergelijken alleen in welke provincie leden wonen, dus niet leeftijd of achtergrond.",
    ]


@pytest.mark.parametrize(
    ("could_tell", "said"),
    [
        (
            ("west",),
            (
                "Wij konden niet zien dat er te weinig leden komen uit het westen, bij Netwerk zorg (38 leden). "
                "Voor andere streken zijn dat te weinig leden om iets te zeggen."
            ),
        ),
        ((), "Wie wij missen, is met zo weinig leden niet te zeggen: Netwerk zorg (38 leden)."),
        (("noord", "oost", "west", "zuid"), "Wij konden geen streek aanwijzen waaruit te weinig leden komen bij Netwerk zorg."),
    ],
)
def test_of_whom_so_few_people_cannot_tell_it_is_said(could_tell: tuple[str, ...], said: str):
    found = figure(FigureName.LIKENESS, 0.9, of=CARE, n=38, verdict=Verdict.BROAD, detail=likeness(could_tell=could_tell))
    assert answer(4, found)[:2] == [
        "Op 31 december 2024 was het verschil met de partij niet te onderscheiden van toeval bij Netwerk zorg.",
        said,
    ]


def test_why_networks_are_not_compared_is_told_once_for_each_reason():
    few = [figure(FigureName.LIKENESS, note=Note.TOO_FEW, of=of) for of in (SCHOOLS, CARE)]
    assert answer(4, *few) == ["Niet te vergelijken: Onderwijsnetwerk en Netwerk zorg (te weinig mensen om te publiceren)."]


# 5. Did they meet?


def test_no_meeting_recorded_is_not_the_same_as_none_held():
    assert answer(
        5,
        figure(FigureName.MEETINGS_HELD, [], of=SCHOOLS, n=7),
        figure(FigureName.ATTENDANCE, 0.335, of=SCHOOLS, detail=details.PresentAtMeetings(present=67, members=200)),
        figure(FigureName.MEETINGS_CANCELLED, 0.125, of=SCHOOLS, detail=details.MeetingsCancelled(cancelled=1)),
        figure(FigureName.MEETINGS_HELD, [], of=CARE, n=0),
    ) == [
        "Er zijn zeven bijeenkomsten vastgelegd: Onderwijsnetwerk 7.",
        "Gemiddeld kwam dit deel van de leden: Onderwijsnetwerk 34 procent.",
        "Er is één bijeenkomst afgezegd.",
        "Geen bijeenkomst vastgelegd: Netwerk zorg. Misschien waren die er wel.",
    ]


# 6. Advice


def uses(*, known: int, **advices: int) -> details.UsesReported:
    return details.UsesReported(reported=3, known=known, advices=advices, shares={})


def on_time(number: int, not_answered: int = 0) -> details.OnTime:
    return details.OnTime(on_time=number, days_late=(), not_answered=not_answered)


def test_each_outcome_of_advice_is_told_and_what_is_not_known():
    outcomes = {"answered": 5, "declined": 1, "withdrawn": 1, "open": 1}
    reasons = details.AdviceOutcomes(overdue=0, reasons={"outside-purpose": 1}, shares={})
    figures = (
        figure(FigureName.ADVICE_REQUESTS, 8, of=SCHOOLS, norm=1),
        figure(FigureName.ADVICE_REQUESTS, 0, of=CARE, norm=1),
        figure(FigureName.ADVICE_REQUESTS, 0, of=WATER),
        figure(FigureName.ADVICE_OUTCOMES, outcomes, of=SCHOOLS, detail=reasons),
        figure(FigureName.ADVICE_ON_TIME, 0.6, of=SCHOOLS, detail=on_time(3, not_answered=1)),
        figure(FigureName.ADVICE_ON_TIME_AS_AGREED_LAST, 0.8, of=SCHOOLS, detail=on_time(4)),
        figure(FigureName.ADVICE_USE, {"adopted": 1, "partly": 1}, of=SCHOOLS, detail=uses(known=2, **{"not": 1, "pending": 1})),
    )
    assert answer(6, *figures) == [
        "Er is acht keer om advies gevraagd: vijf beantwoord, één niet in behandeling genomen, één ingetrokken en één nog open.",
        "Waarom niet: past niet bij het doel van het netwerk.",
        "Op tijd, dus uiterlijk op de eerst afgesproken dag: drie van de vijf antwoorden.",
        "Geteld naar de laatst afgesproken dag: vier.",
        "Van één vraag is de dag voorbij zonder antwoord.",
        "Aanbevelingen: één overgenomen en één voor een deel overgenomen.",
        "Adviezen als geheel: één niet overgenomen en één nog niet bekend.",
        "Van drie van de vijf antwoorden weten wij niet wat ermee is gedaan.",
        "Geen adviesvraag vastgelegd: Netwerk zorg.",
    ]


# 8. The bureau


def test_waiting_for_the_board_is_not_the_bureau_s_time():
    lay = details.PlanDays.of([0, 1, 3, 9], times=4, waited_for_board=details.Spread.of([22]))
    rows = [{"month": "2025-01", "hours": 40}]
    assert answer(
        8,
        figure(FigureName.BUREAU_DAYS, 2, n=4, detail=lay),
        figure(FigureName.BUREAU_HOURS, rows, n=1, detail=details.BureauHours(total=40, median=40)),
        figure(FigureName.CORRECTIONS, 2, of=SCHOOLS),
        figure(FigureName.LATE_ENTRIES, 0.1, of=SCHOOLS, n=30, detail=details.EntriesLate(late=3, late_ones=())),
    ) == [
        "De helft van de vier plannen lag hooguit twee dagen bij het partijbureau. Het langst was negen dagen.",
        "Een plan wachtte hooguit 22 dagen op het bestuur. Die tijd is niet van het bureau.",
        "Het partijbureau schatte zijn uren: januari 2025 40 uur. Voor andere maanden is er geen schatting.",
        "In de administratie van de netwerken is twee keer iets verbeterd of doorgehaald.",
        "Later dan veertien dagen vastgelegd: drie van de 30 regels.",
    ]


@pytest.mark.parametrize(
    ("each", "said"),
    [
        ([5], "Bij het partijbureau lag één plan hooguit vijf dagen."),
        ([0, 0, 0, 8], "De helft van de vier plannen lag geen hele dag bij het partijbureau. Het langst was acht dagen."),
    ],
)
def test_of_few_plans_no_half_is_told(each: list[int], said: str):
    lay = details.PlanDays.of(each, times=1, waited_for_board=details.Spread.of([]))
    assert answer(8, figure(FigureName.BUREAU_DAYS, lay.median, n=len(each), detail=lay))[0] == said


# Below the questions


def told(answer: str | None) -> tuple[Figure, ...]:
    """Give what one core group told, and one that told nothing."""
    said = {"what_worked": "Samen eten.", "what_did_not": None, "what_to_change": "Bel eerder."}
    lesson = details.QuotedLesson(half_year="2025-H1", answer=answer, **said)
    of_schools = figure(FigureName.LESSONS, 1, of=SCHOOLS, detail=details.LessonsQuoted(told=(lesson,)))
    return of_schools, figure(FigureName.LESSONS, 0, of=CARE)


def test_lessons_are_quoted_with_what_the_board_answered():
    figures = told("Wij bellen voortaan op maandag.")
    assert below("Wat de kerngroepen leerden", *figures) == [
        (
            "Onderwijsnetwerk. Wat werkte: “Samen eten.” Wat moet de partij veranderen: “Bel eerder.” "
            "Het bestuur antwoordde: “Wij bellen voortaan op maandag.”"
        ),
        "De andere kerngroepen vertelden nog geen lessen.",
    ]
    assert "Gevraagd aan het bestuur" not in dict(closing(EvaluationPage(report(*figures), Language.NL)))


def test_the_board_is_asked_for_an_answer_as_long_as_there_is_none():
    assert below("Wat de kerngroepen leerden", *told(None))[0].endswith("Wat moet de partij veranderen: “Bel eerder.”")
    assert below("Gevraagd aan het bestuur", *told(None)) == ["Wat antwoordt u op de lessen van Onderwijsnetwerk?"]


def test_what_cannot_be_said_what_was_decided_and_what_is_asked():
    renewed: dict[str, Any] = {"day": date(2025, 1, 1), "reasons": None}
    told = WhatHappened(
        ended_on=date(2025, 3, 1),
        renewed=(Renewal(name=SCHOOLS[0], ends_on=date(2026, 12, 31), of=SCHOOLS[1], **renewed),),
        waiting=(PlanWaiting(name="Netwerk EU", days=40, of=WATER[1]),),
    )
    figures = (
        figure(FigureName.MEMBERS_AFTER_12_MONTHS, None, of=WATER, note=Note.NOT_YET_MEASURABLE),
        figure(FigureName.ADVICE_OUTCOMES, {"answered": 5}, of=SCHOOLS),
        figure(FigureName.ADVICE_USE, {}, of=SCHOOLS, detail=uses(known=2)),
    )
    more: dict[str, Any] = {
        "happened": told,
        "networks": (stands(CARE, too_small_since=date(2024, 1, 1), repair_by=date(2024, 3, 1)),),
    }
    assert below("What we cannot say yet", *figures, language=EN, **more) == [
        "Whether these will have fifty members after a year: Netwerk water.",
        "What was done with three of five answers to requests for advice.",
        "Whether members are satisfied, what it cost, and what working groups did.",
    ]
    assert below("Besloten", *figures, **more) == [
        "Op 1 maart 2025 beëindigde het bestuur de pilot: er is geen maximum meer.",
        "Onderwijsnetwerk is verlengd tot en met 31 december 2026.",
    ]
    assert below("Gevraagd aan het bestuur", *figures, **more) == [
        "Richt u deze netwerken op? Het plan is goedgekeurd en wacht: Netwerk EU.",
        "Hoe gaan deze netwerken verder, met een te kleine kerngroep: Netwerk zorg?",
        "Wilt u adviesvragers vragen te melden wat zij met een advies doen?",
    ]
