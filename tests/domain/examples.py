"""People, days, rules and texts of the examples. Numbers are those of the founding document."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from application.rule_books import RULE_PAGE_V1, RULES_2022_06_28, WrittenRules
from domain.kernel.acts import NATIONAL_BOARD, PARTY_BUREAU, Act, Decided, DecisionForm, Doer, Reference, Role
from domain.kernel.days import AMSTERDAM, day_of
from domain.kernel.log import PROJECT, Log
from domain.kernel.text import Sealed, Writing
from domain.networks.lessons import Lesson
from domain.networks.meeting import MeetingTerms
from domain.networks.membership import JoiningTerms
from domain.networks.network import Agreements
from domain.pilot.baseline import BaselineGroup, BaselineVariable, ShareOf
from domain.pilot.frozen_evaluation import FrozenNetwork, MetricVersion, NetworkFuture
from domain.pilot.rules import AdoptedRules, NetworkRules, NetworkType
from domain.plans.content import Condition, ConditionOwner, PlanContent

# People


def person(number: int) -> Reference:
    return f"r{number:032x}"


PEOPLE = tuple(person(number) for number in range(1, 13))
FOUR, FIVE = PEOPLE[:4], PEOPLE[:5]
BOARD_MEMBER, BUREAU_WORKER, STRANGER = person(101), person(102), person(999)
OTHER_BOARD_MEMBER = person(103)

# Days: drafted, handed in, decided, then a life; what a test decides itself happens today


def noon(month: int, day: int, year: int = 2023) -> datetime:
    return datetime(year, month, day, 12, tzinfo=AMSTERDAM)


BEGIN = noon(6, 28, 2022)
DRAFTED, SUBMITTED, APPROVED = noon(1, 10), noon(2, 1), noon(5, 25)
TODAY = noon(9, 1)
DAY = timedelta(days=1)
COMMAND = UUID(int=1)


def an_id(name: str) -> UUID:
    return uuid5(PROJECT, f"example/{name}")


def an_act(
    at: datetime = TODAY,
    by: Doer = PARTY_BUREAU,
    role: Role = Role.PARTY_BUREAU,
    entered_by: Doer | None = None,
    decided: Decided | None = None,
) -> Act:
    return Act(by=by, role=role, at=at, entered_by=entered_by, command=COMMAND, decided=decided)


def a_meeting(*taking_part: Reference) -> Decided:
    """Give the meeting of the board today; who took part was not noted where nobody is named."""
    return Decided(form=DecisionForm.MEETING, day=day_of(TODAY), taking_part=taking_part or None)


def a_log() -> Log:
    return Log.open(an_act(), log=an_id("log"), demo=True)


def board(at: datetime = TODAY, entered_by: Doer | None = None, decided: Decided | None = None) -> Act:
    return an_act(at, NATIONAL_BOARD, Role.NATIONAL_BOARD, entered_by, decided)


def member(at: datetime = TODAY, by: Doer = PEOPLE[0]) -> Act:
    return an_act(at, by, Role.MEMBER)


def sealed(letter: str = "a") -> Sealed:
    return Sealed(key=letter * 32, value=letter * 32, commitment=letter * 64, box=letter * 40)


# Rules


def as_adopted(written: WrittenRules) -> AdoptedRules:
    return AdoptedRules(
        rules_version=written.rules_version,
        network_type=written.network_type,
        valid_from=written.valid_from,
        rules=written.rules,
    )


def rules_of_2022() -> AdoptedRules:
    return as_adopted(RULES_2022_06_28[0])


def rules_of_the_page() -> AdoptedRules:
    return as_adopted(RULE_PAGE_V1[0])


def rules_that(**differ: Any) -> AdoptedRules:
    """The rules of 2022, but for what differs."""
    rules = NetworkRules.model_validate(rules_of_2022().rules.model_dump() | differ)
    return rules_of_2022().model_copy(update={"rules": rules, "rules_version": "other-rules"})


# Plans

PLAN, NETWORK, PILOT = an_id("plan"), an_id("network"), an_id("pilot")


def content(**differs: Any) -> PlanContent:
    short_plan = PlanContent(
        name="Netwerk Duurzaamheid en klimaat",
        network_type=NetworkType.THEME,
        purpose="Leden met kennis van het klimaat denken mee over de agenda van morgen.",
        organisation="De kerngroep komt maandelijks bijeen en organiseert momenten voor alle leden.",
        duration_months=24,
    )
    return PlanContent.model_validate(short_plan.model_dump() | differs)


HARD = Condition(text="Zoek een vijfde lid uit het noorden.", owner=ConditionOwner.CORE_GROUP, due=date(2023, 8, 1))
HARD_LATER = HARD.model_copy(update={"due": date(2023, 11, 1)})
SOFT = Condition(text="Stuur na een half jaar een verslag.", owner=ConditionOwner.CORE_GROUP, due=date(2023, 8, 1), hard=False)
SOFT_LATER = SOFT.model_copy(update={"due": date(2023, 11, 1)})


FIRST, SECOND, THIRD = an_id("first-plan"), an_id("second-plan"), an_id("third-plan")


# The party, to compare with

BASELINE: dict[str, Any] = {
    "variable": BaselineVariable.PROVINCE,
    "group": BaselineGroup.PARTY_MEMBERS,
    "shares": (ShareOf(value="NL-GE", share=0.6), ShareOf(value="NL-UT", share=0.4)),
    "counted": 25_000,
    "reference_day": date(2023, 1, 1),
    "origin": "De ledenadministratie.",
}


FROZEN: dict[str, Any] = {
    "pilot": an_id("pilot"),
    "day": date(2023, 8, 1),
    "known_at": noon(8, 2),
    "metric_versions": (MetricVersion(figure="members", version=1),),
    "redaction": "everybody-1",
    "networks": (
        FrozenNetwork(network=an_id("network"), name="Netwerk Duurzaamheid en klimaat", sensitive=False),
        FrozenNetwork(network=an_id("another-network"), name="Veelkleurig netwerk", sensitive=True),
    ),
    "digest": "d" * 64,
    "document": "{}",
}
OUTSIDE_RESULT: dict[str, Any] = {
    "result": "Meer dan de helft van de deelnemers koos voor armoede en klimaat.",
    "origin": "Vervolg ledennetwerken, een bericht van de partij.",
    "result_day": date(2022, 8, 29),
    "counted": None,
}
GOES_ON: dict[str, Any] = {"future": NetworkFuture.GO_ON, "ground": "Het netwerk groeit.", "digest": "d" * 64}


# Networks and members

AGREEMENTS = Agreements(
    purpose="Leden met kennis van het klimaat denken mee.",
    organisation="De kerngroep komt maandelijks bijeen.",
    ends_on=date(2025, 5, 25),
)


CLOSED = noon(8, 1)


def terms(**differ: Any) -> JoiningTerms:
    ordinary = JoiningTerms(network=NETWORK, purpose_version=1, sensitive=False, minimum_age=16)
    return JoiningTerms.model_validate(ordinary.model_dump() | differ)


# Advice

REQUEST, REQUESTER = an_id("advice-request"), person(201)
ASKED, DUE = noon(6, 1), date(2023, 9, 15)
OTHER_NETWORK = an_id("other-network")


def text(words: str = "Een tekst.") -> Writing:
    return Writing(text=words)


def requester(at: datetime = TODAY) -> Act:
    return an_act(at, REQUESTER, Role.REQUESTER)


def core_group(at: datetime = TODAY) -> Act:
    return an_act(at, PEOPLE[0], Role.CORE_GROUP)


JOINED, LEFT, RETURNED = noon(6, 1), noon(7, 1), noon(8, 1)


# Meetings and lessons

MEETING = an_id("meeting")
PLANNED, MEETING_DAY = noon(8, 1), date(2023, 9, 1)


def meeting_terms(*, sensitive: bool = False) -> MeetingTerms:
    return MeetingTerms(network=NETWORK, sensitive=sensitive)


LESSON = Lesson(what_worked="Korte avonden.", what_did_not=None, what_to_change="Een vaste zaal.")


FINAL_ON = date(2023, 8, 15)
LAST_DAY = date(2023, 8, 16)


def a_place_holder(number: int) -> UUID:
    return an_id(f"place-holder-{number}")
