"""What people try with the pilot, rules, roles and party memberships."""

from collections.abc import Iterable
from datetime import date
from uuid import uuid5

from domain.kernel.acts import CLOCK, Role
from domain.kernel.days import day_of
from domain.kernel.events import Aggregate
from domain.kernel.log import PROJECT
from domain.party.office import Office, office_id
from domain.party.party_membership import PartyMembership, party_membership_id
from domain.pilot.pilot import Pilot, TalkOutcome
from domain.pilot.rule_book import RULE_BOOK, RuleBook
from domain.pilot.rules import NetworkType
from tests.projections.plan_steps import PILOT, PLANS, RULES, the_pilot
from tests.projections.stories import Step, Story, act, can, moment, person_of

PILOT_STEPS = (
    "show_interest",
    "talk",
    "talk",
    "estimate_hours",
    "estimate_hours",
    "offer_place",
    "give_role",
    "end_role",
    "start_in_party",
    "announce_end",
    "undo_end",
    "end_in_party",
    "withdraw_double_in_party",
    "restore_double_in_party",
    "adopt_rules",
)
GROUPS = tuple(uuid5(PROJECT, f"story/group/{number}") for number in range(2))


@can
def open_pilot(story: Story, _: Step) -> Iterable[Aggregate]:
    story.must_be_new(PILOT)
    return [Pilot.open(act(0), label="story", places=1, first_day=date(2023, 1, 1), last_day=date(2023, 12, 31))]


@can
def show_interest(story: Story, step: Step) -> Iterable[Aggregate]:
    pilot = the_pilot(story)
    group = GROUPS[step.one % len(GROUPS)]
    pilot.record_interest(act(step.when), group=group, theme="Wonen", network_type=NetworkType.THEME)
    return [pilot]


@can
def talk(story: Story, step: Step) -> Iterable[Aggregate]:
    pilot = the_pilot(story)
    outcomes = tuple(TalkOutcome)
    group = GROUPS[step.one % len(GROUPS)]
    pilot.record_talk(act(step.when), group=group, outcome=outcomes[step.other % len(outcomes)])
    return [pilot]


@can
def estimate_hours(story: Story, step: Step) -> Iterable[Aggregate]:
    pilot = the_pilot(story)
    pilot.estimate_hours(act(step.when), month=f"2023-0{1 + step.one % 2}", hours=step.other)
    return [pilot]


@can
def offer_place(story: Story, step: Step) -> Iterable[Aggregate]:
    pilot = the_pilot(story)
    pilot.offer_place(act(step.when), plan=PLANS[step.one % len(PLANS)], out_of_order_because="Haast")
    return [pilot]


@can
def give_role(story: Story, step: Step) -> Iterable[Aggregate]:
    known = story.aggregates.get(office_id(person_of(step), Role.AUDITOR))
    if known is None:
        return [Office.give(act(step.when), reference=person_of(step), role=Role.AUDITOR)]
    office = story.find(Office, known.id)
    office.give_again(act(step.when))
    return [office]


@can
def end_role(story: Story, step: Step) -> Iterable[Aggregate]:
    office = story.find(Office, office_id(person_of(step), Role.AUDITOR))
    office.end(act(step.when))
    return [office]


def _party(story: Story, step: Step) -> PartyMembership:
    return story.find(PartyMembership, party_membership_id(person_of(step)))


@can
def start_in_party(story: Story, step: Step) -> Iterable[Aggregate]:
    if party_membership_id(person_of(step)) not in story.aggregates:
        return [PartyMembership.start(act(step.when), reference=person_of(step))]
    party = _party(story, step)
    party.start_again(act(step.when))
    return [party]


@can
def withdraw_double_in_party(story: Story, step: Step) -> Iterable[Aggregate]:
    party = _party(story, step)
    party.withdraw_double(act(step.when, CLOCK, Role.CLOCK))
    return [party]


@can
def restore_double_in_party(story: Story, step: Step) -> Iterable[Aggregate]:
    party = _party(story, step)
    party.restore_double(act(step.when, CLOCK, Role.CLOCK))
    return [party]


@can
def announce_end(story: Story, step: Step) -> Iterable[Aggregate]:
    party = _party(story, step)
    party.announce_end(act(step.when), final_on=day_of(moment(step.when + step.other)))
    return [party]


@can
def undo_end(story: Story, step: Step) -> Iterable[Aggregate]:
    party = _party(story, step)
    party.undo_end(act(step.when))
    return [party]


@can
def end_in_party(story: Story, step: Step) -> Iterable[Aggregate]:
    party = _party(story, step)
    party.time_passes(act(step.when))
    return [party]


@can
def adopt_rules(story: Story, step: Step) -> Iterable[Aggregate]:
    known = story.aggregates.get(RULE_BOOK)
    rule_book = RuleBook.open(act(0)) if known is None else story.find(RuleBook, RULE_BOOK)
    valid_from = day_of(moment(max(step.when, step.other * 3)))  # what is adopted after the fact has a test of its own
    rules = RULES.rules.model_copy(update={"core_group_minimum": step.one})
    rule_book.adopt(
        act(step.when),
        rules_version=f"rules-{step.when}",
        network_type=NetworkType.THEME,
        valid_from=valid_from,
        rules=rules,
        origin="Een besluit",
    )
    return [rule_book]
