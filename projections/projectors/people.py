"""From events to facts: rules, baselines, party memberships and roles."""

from domain.kernel.events import DomainEvent
from domain.party.office import Office
from domain.party.party_membership import PartyMembership
from domain.pilot.baseline import Baseline
from domain.pilot.rule_book import RuleBook
from projections.projectors.registry import tells
from projections.projectors.row_writer import Facts
from projections.store.instants import micros
from projections.store.tables import baselines, offices, party_counts, party_memberships, rules


@tells(RuleBook.RulesAdopted)
def rules_adopted(facts: Facts, event: RuleBook.RulesAdopted) -> None:
    """Rules hold from a day on."""
    facts.add(
        rules,
        rules_version=event.rules_version,
        network_type=event.network_type,
        valid_from=event.valid_from.isoformat(),
        rules=event.rules.model_dump(mode="json"),
        origin=event.origin,
    )


@tells(Baseline.RepresentationBaselineRecorded)
def baseline_recorded(facts: Facts, event: Baseline.RepresentationBaselineRecorded) -> None:
    """The party says with whom members are compared."""
    facts.add(
        baselines,
        variable=event.variable,
        group=event.group,
        shares={each.value: each.share for each in event.shares},
        counted=event.counted,
        reference_day=event.reference_day.isoformat(),
        origin=event.origin,
    )


@tells(Baseline.PartyMembersCounted)
def party_members_counted(facts: Facts, event: Baseline.PartyMembersCounted) -> None:
    """The party says how many members it has."""
    day = event.reference_day.isoformat()
    facts.add(party_counts, members=event.members, reference_day=day, origin=event.origin)


@tells(PartyMembership.PartyMembershipStarted)
def started(facts: Facts, event: PartyMembership.PartyMembershipStarted) -> None:
    """Somebody is a member of the party."""
    facts.add(
        party_memberships,
        reference=event.reference,
        state="active",
        final_on=None,
    )


@tells(
    PartyMembership.PartyMembershipEndAnnounced,
    PartyMembership.PartyMembershipEndUndone,
    PartyMembership.PartyMembershipEnded,
    PartyMembership.PartyMembershipStartedAgain,
)
def changed(facts: Facts, event: DomainEvent) -> None:
    """A party membership waits for its end, ended, or holds after all."""
    pending = isinstance(event, PartyMembership.PartyMembershipEndAnnounced)
    ended = isinstance(event, PartyMembership.PartyMembershipEnded)
    row = facts.only(party_memberships)
    facts.change(
        party_memberships,
        row,
        state="pending" if pending else "ended" if ended else "active",
        final_on=event.final_on.isoformat() if isinstance(event, PartyMembership.PartyMembershipEndAnnounced) else None,
    )


@tells(Office.RoleGiven)
def role_given(facts: Facts, event: Office.RoleGiven) -> None:
    """Somebody holds a role."""
    facts.add(
        offices,
        reference=event.reference,
        role=event.held_role,
        held=True,
        held_since=micros(event.act.at),
    )


@tells(Office.RoleEnded)
def role_ended(facts: Facts, _: Office.RoleEnded) -> None:
    """Somebody holds a role no longer."""
    facts.change(offices, facts.only(offices), held=False)


@tells(Office.RoleGivenAgain)
def role_given_again(facts: Facts, event: Office.RoleGivenAgain) -> None:
    """Somebody holds a role again."""
    facts.change(
        offices,
        facts.only(offices),
        held=True,
        held_since=micros(event.act.at),
    )
