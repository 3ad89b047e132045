"""Use cases of the rule book and the pilot."""

from application.command_context import Work
from application.command_handler import Outcome, handles
from application.commands import pilot as c
from domain.pilot.baseline import Baseline, BaselineRecordedAlready
from domain.pilot.pilot import Pilot, PilotOpenedAlready, pilot_id
from domain.pilot.rule_book import RULE_BOOK, RuleBook
from domain.plans.founding_plan import FoundingPlan


@handles(c.AdoptRules)
def adopt_rules(work: Work, command: c.AdoptRules) -> Outcome:
    """Adopt rules; the first opens the rule book."""
    act = work.act_of_board()
    rule_book = work.load(RuleBook, RULE_BOOK) or RuleBook.open(act)
    rule_book.adopt(
        act,
        rules_version=command.rules_version,
        network_type=command.network_type,
        valid_from=command.valid_from,
        rules=command.rules,
        origin=command.origin,
    )
    return [rule_book], {"rulesVersion": command.rules_version, "networkType": command.network_type}


@handles(c.RecordBaseline)
def record_baseline(work: Work, command: c.RecordBaseline) -> Outcome:
    """Record with whom the members of networks are compared."""
    baseline = Baseline.record(
        work.act_in_role(),
        variable=command.variable,
        group=command.group,
        shares=command.shares,
        counted=command.counted,
        reference_day=command.reference_day,
        origin=command.origin,
    )
    return _new(work, baseline)


@handles(c.CountPartyMembers)
def count_party_members(work: Work, command: c.CountPartyMembers) -> Outcome:
    """Record of how many party members those in networks are a part."""
    act = work.act_in_role()
    baseline = Baseline.count(act, members=command.members, reference_day=command.reference_day, origin=command.origin)
    return _new(work, baseline)


def _new(work: Work, baseline: Baseline) -> Outcome:
    if work.load(Baseline, baseline.id) is not None:
        raise BaselineRecordedAlready(reference_day=baseline.reference_day)
    return [baseline], {"baseline": str(baseline.id)}


@handles(c.OpenPilot)
def open_pilot(work: Work, command: c.OpenPilot) -> Outcome:
    """Begin a pilot."""
    if work.load(Pilot, pilot_id(command.label)) is not None:
        raise PilotOpenedAlready(label=command.label)
    pilot = Pilot.open(
        work.act_of_board(),
        label=command.label,
        places=command.places,
        first_day=command.first_day,
        last_day=command.last_day,
    )
    return [pilot], {"pilot": str(pilot.id)}


@handles(c.RecordInterest)
def record_interest(work: Work, command: c.RecordInterest) -> Outcome:
    """Put a group on the list of talks."""
    pilot = work.target(Pilot, command.pilot)
    group = work.new_id("group")
    pilot.record_interest(work.act_in_role(), group=group, theme=command.theme, network_type=command.network_type)
    return [pilot], {"pilot": str(pilot.id), "group": str(group)}


@handles(c.RecordTalk)
def record_talk(work: Work, command: c.RecordTalk) -> Outcome:
    """Record a talk and its outcome."""
    pilot = work.target(Pilot, command.pilot)
    pilot.record_talk(work.act_in_role(), group=command.group, outcome=command.outcome)
    return [pilot], {"pilot": str(pilot.id), "group": str(command.group)}


@handles(c.EstimateHours)
def estimate_hours(work: Work, command: c.EstimateHours) -> Outcome:
    """Estimate the hours of a month."""
    pilot = work.target(Pilot, command.pilot)
    pilot.estimate_hours(work.act_in_role(), month=command.month, hours=command.hours)
    return [pilot], {"pilot": str(pilot.id)}


@handles(c.OfferPlace)
def offer_place(work: Work, command: c.OfferPlace) -> Outcome:
    """Offer a free place to a waiting plan."""
    pilot = work.target(Pilot, command.pilot)
    plan = work.get(FoundingPlan, command.plan)
    pilot.offer_place(work.act_of_board(), plan=plan.id, out_of_order_because=command.out_of_order_because)
    return [pilot], {"pilot": str(pilot.id), "plan": str(plan.id)}


@handles(c.EndPilot)
def end_pilot(work: Work, command: c.EndPilot) -> Outcome:
    """End a pilot."""
    pilot = work.target(Pilot, command.pilot)
    pilot.end(work.act_of_board())
    return [pilot], {"pilot": str(pilot.id)}
