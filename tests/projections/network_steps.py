"""What people try with networks, seats and memberships. Nobody checks that they agree: commits may come in any order."""

from collections.abc import Iterable
from datetime import date

from domain.kernel.acts import CLOCK, Role
from domain.kernel.entries import Mistake
from domain.kernel.errors import NothingDue
from domain.kernel.events import Aggregate
from domain.networks.membership import JoiningTerms, Membership, MembershipEnding, membership_id
from domain.networks.network import Agreements, Network
from domain.pilot.rules import AdoptedRules, NetworkRules, NetworkType
from tests.projections.stories import Step, Story, act, can, moment, network_of, own_events, person_of

NETWORK_STEPS = (
    "join",
    "join",
    "join_again",
    "join_again",
    "leave",
    "leave",
    "end_membership",
    "correct_membership",
    "correct_membership",
    "withdraw_membership",
    "withdraw_double",
    "restore_double",
    "appoint",
    "appoint",
    "step_down",
    "step_down",
    "appoint_chair",
    "state_mix",
    "state_mix",
    "change_agreements",
    "mark_sensitive",
    "suspend",
    "resume",
    "renew",
    "close",
    "merge",
    "reopen",
    "reopen",
    "end_by_closing",
    "go_on",
    "rename",
    "correct_name",
    "correct_network",
    "withdraw_seat",
    "let_time_pass",
    "let_time_pass",
)
RULES = AdoptedRules(
    rules_version="story",
    network_type=NetworkType.THEME,
    valid_from=date(2022, 1, 1),
    rules=NetworkRules(
        core_group_minimum=2,
        core_group_grace_days=4,
        core_group_reminder_days=2,
        renewal_notice_days=2,
        required_parts=(),
        target_members=50,
    ),
)
"""Terms that are short enough for a story of twelve days."""


def _terms(step: Step) -> JoiningTerms:
    return JoiningTerms(network=network_of(step), purpose_version=1, sensitive=False, minimum_age=None)


@can
def begin_network(story: Story, step: Step) -> Iterable[Aggregate]:
    story.must_be_new(network_of(step))
    begun = Network.bring_in(
        act(step.when // 4),
        network=network_of(step),
        name=f"Netwerk {step.one % 3}",
        network_type=NetworkType.IMPORTED if step.other == 0 else NetworkType.THEME,
        label=None,
        agreements=Agreements(purpose="Samen leren", ends_on=date(2024, 1, 1)),
        sensitive=step.other == 1,
        existed_since=date(2020, 1, 1),
        pilot=None,
    )
    return [begun]


def _network(story: Story, step: Step) -> Network:
    return story.find(Network, network_of(step))


@can
def join(story: Story, step: Step) -> Iterable[Aggregate]:
    story.must_be_new(membership_id(network_of(step), person_of(step)))
    _network(story, step)
    who = act(step.when, person_of(step), Role.MEMBER)
    return [Membership.join(who, reference=person_of(step), terms=_terms(step), purpose_version=1)]


@can
def join_again(story: Story, step: Step) -> Iterable[Aggregate]:
    membership = story.membership(step)
    membership.join_again(act(step.when), terms=_terms(step), purpose_version=1)
    return [membership]


@can
def leave(story: Story, step: Step) -> Iterable[Aggregate]:
    membership = story.membership(step)
    membership.leave(act(step.when))
    return [membership]


@can
def end_membership(story: Story, step: Step) -> Iterable[Aggregate]:
    membership = story.membership(step)
    membership.end(act(step.when), MembershipEnding.PARTY_MEMBERSHIP_ENDED)
    return [membership]


@can
def correct_membership(story: Story, step: Step) -> Iterable[Aggregate]:
    membership = story.membership(step)
    of = own_events(membership, step)
    membership.correct_entry(act(step.when), of=of, at=moment(step.one * 3), mistake=Mistake.WRONG_DAY)
    return [membership]


@can
def withdraw_membership(story: Story, step: Step) -> Iterable[Aggregate]:
    membership = story.membership(step)
    membership.withdraw_entry(act(step.when), of=own_events(membership, step), mistake=Mistake.ENTERED_TWICE)
    return [membership]


@can
def withdraw_double(story: Story, step: Step) -> Iterable[Aggregate]:
    membership = story.membership(step)
    membership.withdraw_double(act(step.when, CLOCK, Role.CLOCK))
    return [membership]


@can
def restore_double(story: Story, step: Step) -> Iterable[Aggregate]:
    membership = story.membership(step)
    membership.restore_double(act(step.when, CLOCK, Role.CLOCK))
    return [membership]


@can
def appoint(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    network.appoint(act(step.when), reference=person_of(step))
    return [network]


@can
def step_down(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    network.step_down(act(step.when), reference=person_of(step), rules=RULES if step.other % 2 else None)
    return [network]


@can
def appoint_chair(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    network.appoint_chair(act(step.when), reference=person_of(step))
    return [network]


@can
def state_mix(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    network.state_core_group_mix(act(step.when), with_experience=step.other % 4)
    return [network]


@can
def change_agreements(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    purpose = f"Samen leren, wending {step.other}"
    ends_on = date(2023, 1, 4 + step.one % 4) if step.other % 2 else date(2024, 1, 1)
    network.change_agreements(act(step.when), agreements=Agreements(purpose=purpose, ends_on=ends_on), rules=RULES)
    return [network]


@can
def mark_sensitive(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    network.mark_sensitive(act(step.when))
    return [network]


@can
def suspend(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    network.suspend(act(step.when), reason="Onrust", rules=None)
    return [network]


@can
def resume(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    network.resume(act(step.when))
    return [network]


@can
def renew(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    network.renew(act(step.when), ends_on=date(2024 + step.other, 6, 1))
    return [network]


@can
def let_time_pass(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    due = network.next_due
    if due is None or due > moment(step.when):
        raise NothingDue
    network.time_passes(act(step.when).model_copy(update={"at": due}))
    return [network]


@can
def close(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    network.close(act(step.when), reason="Het is af")
    return [network]


@can
def merge(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    other = story.find(Network, network_of(step._replace(one=step.other)))
    network.merge_into(act(step.when), other, reason="Samen verder")
    return [network, other]


@can
def reopen(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    received = None if network.merged_into is None else story.find(Network, network.merged_into)
    network.reopen(act(step.when), reason="Een vergissing", rules=RULES if step.other % 2 else None)
    if received is None:
        return [network]
    received.withdraw_merger(act(step.when), merged=network.id)
    return [network, received]


@can
def end_by_closing(story: Story, step: Step) -> Iterable[Aggregate]:
    network, membership = _network(story, step), story.membership(step)
    if network.closed_at is None:
        raise NothingDue
    ended = act(step.when).model_copy(update={"at": network.closed_at, "cause": network.closed_by})
    membership.end(ended, MembershipEnding.NETWORK_CLOSED)
    return [membership]


@can
def go_on(story: Story, step: Step) -> Iterable[Aggregate]:
    membership = story.membership(step)
    membership.go_on(act(step.when, CLOCK, Role.CLOCK), of=own_events(membership, step))
    return [membership]


@can
def rename(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    network.rename(act(step.when), name=f"Anders {step.other}")
    return [network]


@can
def correct_name(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    network.correct_name(act(step.when), name=f"Beter {step.other}", mistake=Mistake.WRONG_WORDS)
    return [network]


@can
def correct_network(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    of = network.closed_by if network.closed_by and step.other % 2 else own_events(network, step)
    network.correct_entry(act(step.when), of=of, at=moment(step.other * 3), mistake=Mistake.WRONG_DAY)
    return [network]


@can
def withdraw_seat(story: Story, step: Step) -> Iterable[Aggregate]:
    network = _network(story, step)
    network.withdraw_entry(act(step.when), of=own_events(network, step), mistake=Mistake.WRONG_PERSON)
    return [network]
