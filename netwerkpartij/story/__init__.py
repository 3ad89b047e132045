"""
The story of the demo: a year and a half of the Voorbeeldpartij, a party that does not exist, with people who do not exist.

It is told by commands alone, each in the session of whoever gives it, at the time of the story.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from application.begin import Adoption, Beginning, begin
from application.rule_books import RULE_BOOKS
from domain.kernel.acts import Role
from domain.party.service_parts import ServicePart
from netwerkpartij.background import settle
from netwerkpartij.story import (
    advising,
    changing,
    ending,
    evaluating,
    founding,
    founding_2023,
    joining,
    meeting,
    mending,
    mistakes,
    people,
    plans,
    privacy,
    summer_2022,
    turns,
)
from netwerkpartij.story.clock import DAYS, FIRST_DAY, LAST_DAY, StoryClock, at
from netwerkpartij.story.telling import Chapter, Story, tell_side_by_side, weeks
from netwerkpartij.wiring import Opened

__all__ = ["DAYS", "PARTY", "StoryClock", "Told", "tell"]

PARTY: Final = "Voorbeeldpartij"

CHAPTERS: Final = (
    summer_2022.offices,
    summer_2022.party_members,
    summer_2022.a_baseline,
    summer_2022.talks,
    summer_2022.rules_of_the_pilot,
    founding.the_light_way,
    founding.an_existing_network,
    founding.returned_and_amended,
    founding.a_conflict_and_conditions,
    founding.a_race_for_the_last_place,
    founding_2023.beyond_the_places,
    founding_2023.rejected_and_followed,
    founding_2023.started_by_the_board,
    founding_2023.given_up,
    joining.education,
    joining.care,
    joining.climate,
    joining.family,
    joining.young,
    joining.lhbtiq,
    joining.farming,
    joining.coming_back,
    changing.a_chair_and_a_fifth_seat,
    changing.who_is_in_a_core_group,
    changing.a_conversation,
    changing.a_new_purpose,
    changing.a_suspension,
    changing.a_renewal,
    changing.a_merger,
    changing.stepping_down,
    changing.a_change_in_the_board,
    mending.left_by_phone,
    mending.the_wrong_person,
    mending.the_wrong_day,
    mending.no_longer_in_the_party,
    mending.still_in_the_party,
    meeting.education,
    meeting.climate,
    meeting.care,
    meeting.lhbtiq,
    meeting.lessons,
    advising.small_schools,
    advising.heat_pumps,
    advising.by_phone,
    advising.too_late,
    advising.not_taken_on,
    advising.in_confidence,
    advising.unasked,
    turns.brought_to_another,
    turns.never_answered,
    turns.never_explained,
    turns.without_a_network,
    turns.a_network_outside_the_pilot,
    turns.registered_twice,
    turns.a_decision_at_another_hour,
    mistakes.a_count_without_a_nought,
    mistakes.a_place_for_another,
    mistakes.an_offer_that_was_not_given,
    mistakes.lessons_told_twice,
    mistakes.a_talk_with_another,
    mistakes.an_evening_of_another,
    mistakes.a_receipt_of_another,
    mistakes.an_observation_typed_twice,
    mistakes.two_taken_for_one,
    mistakes.the_wrong_merger,
    privacy.a_message_every_week,
    privacy.known_to_members,
    privacy.what_is_kept_of_me,
    privacy.another_province,
    privacy.forgotten,
    privacy.whose_name,
    privacy.an_auditor_reads,
    privacy.an_auditor_comes_back,
    evaluating.half_way,
    weeks,
    ending.a_network_closes,
    ending.hours_of_the_bureau,
    ending.the_pilot_ends,
)

PEOPLE: Final[Mapping[Role, str]] = {
    Role.MEMBER: "Quirijn Verzonnen",
    Role.CORE_GROUP: people.CORE_GROUPS["education"][0],
    Role.PARTY_BUREAU: people.COORDINATOR,
    Role.NATIONAL_BOARD: people.BOARD[0],
    Role.REQUESTER: people.REQUESTER,
    Role.PRIVACY_OFFICER: people.PRIVACY_OFFICER,
    Role.AUDITOR: people.AUDITOR,
    Role.ADMINISTRATOR: people.ADMINISTRATOR,
}
"""For each role somebody to try it as; the member is in no network yet."""

CAST: Final[Mapping[Role, Sequence[str]]] = {
    **{role: [name for name, held in people.OFFICES if held is role] for role in PEOPLE},
    Role.MEMBER: [PEOPLE[Role.MEMBER], "Rosa Fictief", "Teun Bedacht"],
    Role.CORE_GROUP: [names[0] for names in people.CORE_GROUPS.values()],
}
"""Who else can be looked through the eyes of, by role."""


@dataclass(frozen=True)
class WorthTrying:
    """Something to look at: what it shows, in whose role, where."""

    shows: str
    role: Role
    path: str


@dataclass(frozen=True)
class Told:
    """Who is in the story and what is worth trying, once it is told."""

    people: Mapping[Role, str]
    core_group_network: str
    networks: Mapping[str, UUID]
    plans: Mapping[str, UUID]
    worth_trying: tuple[WorthTrying, ...]


def tell(service: Opened, clock: StoryClock, progress: Callable[[int], None]) -> Told:
    """
    Tell the whole story into a demo log that was just begun.

    :param clock: the clock that the service was opened with
    :param progress: told after each day how many of ``DAYS`` are done
    """
    story = Story(service, clock)
    adoption = Adoption(RULE_BOOKS["netwerkpartij-2022"], FIRST_DAY)
    beginning = Beginning(PARTY, administrator=people.ADMINISTRATOR, adoption=adoption, parts=tuple(ServicePart))
    begin(service.log, service.vault, clock(), beginning)
    tell_side_by_side([*(chapter(story) for chapter in CHAPTERS), _days(progress)], clock)
    settle(service, nightly=True)
    progress(DAYS)
    return Told(
        people=PEOPLE,
        core_group_network=plans.EDUCATION,
        networks=story.networks,
        plans=story.plans,
        worth_trying=_worth_trying(story),
    )


def _days(progress: Callable[[int], None]) -> Chapter:
    for done in range(1, DAYS):
        yield at(f"{FIRST_DAY + timedelta(days=done)} 00:00")
        progress(done)


def _worth_trying(story: Story) -> tuple[WorthTrying, ...]:
    education, care = story.networks[plans.EDUCATION], story.networks[plans.CARE]
    waiting, rejected = story.plans[plans.POVERTY], story.plans[plans.FINANCE]
    return (
        WorthTrying("the networks, as they were in the spring of 2023", Role.MEMBER, "/v1/networks?on=2023-04-01"),
        WorthTrying("the members of your own network", Role.CORE_GROUP, f"/v1/networks/{education}/memberships"),
        WorthTrying("everything that happened to a network, in sentences", Role.PARTY_BUREAU, f"/v1/networks/{care}/history"),
        WorthTrying("a rejection with its reasons", Role.PARTY_BUREAU, f"/v1/founding-plans/{rejected}"),
        WorthTrying(
            "a plan that waits; the pilot has ended, so its network can be founded",
            Role.NATIONAL_BOARD,
            f"/v1/founding-plans/{waiting}",
        ),
        WorthTrying("what was asked, by which day, and what was done with it", Role.REQUESTER, "/v1/advice-requests"),
        WorthTrying("what core groups learned", Role.NATIONAL_BOARD, "/v1/lessons"),
        WorthTrying(
            "the evaluation of the pilot, each figure with its events",
            Role.NATIONAL_BOARD,
            f"/v1/evaluations/{story.pilot}?on={LAST_DAY}",
        ),
        WorthTrying(
            "every decision: who, on which version, under which rules, recorded by whom", Role.PARTY_BUREAU, "/v1/decisions"
        ),
    )
