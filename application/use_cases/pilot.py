"""Use cases of the rule book and the pilot."""

from collections.abc import Callable
from functools import partial
from itertools import count

from application import commands
from application.command_context import CommandContext, Outcome
from domain.pilot.baseline import Baseline, BaselineRecordedAlready
from domain.pilot.pilot import Pilot, PilotOpenedAlready, pilot_id
from domain.pilot.rule_book import RULE_BOOK, RuleBook
from domain.plans.founding_plan import FoundingPlan


def adopt_rules(context: CommandContext, command: commands.pilot.AdoptRules) -> Outcome:
    """Adopt rules; the first opens the rule book."""
    act = context.act_of_board(command.decided)
    rule_book = context.load(RuleBook, RULE_BOOK) or RuleBook.open(act)
    rule_book.adopt(
        act,
        rules_version=command.rules_version,
        network_type=command.network_type,
        valid_from=command.valid_from,
        rules=command.rules,
        origin=command.origin,
    )
    return [rule_book], commands.pilot.RulesAnswer(rules_version=command.rules_version, network_type=command.network_type)


def record_baseline(context: CommandContext, command: commands.pilot.RecordBaseline) -> Outcome:
    told = {name: getattr(command, name) for name in ("variable", "group", "shares", "counted", "reference_day", "origin")}
    return _new(context, partial(Baseline.record, context.act_in_role(), **told))


def count_party_members(context: CommandContext, command: commands.pilot.CountPartyMembers) -> Outcome:
    told = {name: getattr(command, name) for name in ("members", "reference_day", "origin")}
    return _new(context, partial(Baseline.count, context.act_in_role(), **told))


def _new(context: CommandContext, recorded: Callable[..., Baseline]) -> Outcome:
    """Record a baseline of a day: the first, or the next one where those before it were withdrawn."""
    for attempt in count(1):
        baseline = recorded(attempt=attempt)
        before = context.load(Baseline, baseline.id)
        if before is None:
            break
        if not before.withdrawn:
            raise BaselineRecordedAlready(reference_day=baseline.reference_day)
    return [baseline], commands.pilot.BaselineAnswer(baseline=baseline.id)


def open_pilot(context: CommandContext, command: commands.pilot.OpenPilot) -> Outcome:
    if context.load(Pilot, pilot_id(command.label)) is not None:
        raise PilotOpenedAlready(label=command.label)
    pilot = Pilot.open(
        context.act_of_board(command.decided),
        label=command.label,
        places=command.places,
        first_day=command.first_day,
        last_day=command.last_day,
    )
    return [pilot], commands.pilot.PilotAnswer(pilot=pilot.id)


def record_interest(context: CommandContext, command: commands.pilot.RecordInterest) -> Outcome:
    pilot = context.target(Pilot, command.pilot)
    group = context.new_id("group")
    pilot.record_interest(context.act_in_role(), group=group, theme=command.theme, network_type=command.network_type)
    return [pilot], commands.pilot.GroupAnswer(pilot=pilot.id, group=group)


def record_talk(context: CommandContext, command: commands.pilot.RecordTalk) -> Outcome:
    pilot = context.target(Pilot, command.pilot)
    pilot.record_talk(context.act_in_role(), group=command.group, outcome=command.outcome)
    return [pilot], commands.pilot.GroupAnswer(pilot=pilot.id, group=command.group)


def estimate_hours(context: CommandContext, command: commands.pilot.EstimateHours) -> Outcome:
    pilot = context.target(Pilot, command.pilot)
    pilot.estimate_hours(context.act_in_role(), month=command.month, hours=command.hours)
    return [pilot], commands.pilot.PilotAnswer(pilot=pilot.id)


def offer_place(context: CommandContext, command: commands.pilot.OfferPlace) -> Outcome:
    pilot = context.target(Pilot, command.pilot)
    plan = context.get(FoundingPlan, command.plan)
    pilot.offer_place(context.act_of_board(command.decided), plan=plan.id, out_of_order_because=command.out_of_order_because)
    return [pilot], commands.pilot.OfferAnswer(pilot=pilot.id, plan=plan.id)


def end_pilot(context: CommandContext, command: commands.pilot.EndPilot) -> Outcome:
    pilot = context.target(Pilot, command.pilot)
    pilot.end(context.act_of_board(command.decided))
    return [pilot], commands.pilot.PilotAnswer(pilot=pilot.id)
