"""Use cases of meetings: planned and recorded by the core group, or by the bureau."""

from dataclasses import replace

from pydantic import JsonValue

from application.command_context import CommandContext
from application.command_handler import Outcome, handles
from application.commands.meetings import CancelMeeting, HoldMeeting, MoveMeeting, PlanMeeting, RecordMeeting
from domain.kernel.acts import Act, Role
from domain.kernel.days import day_of
from domain.networks.meeting import Attendance, Meeting
from domain.networks.membership import Membership, NotAMember, membership_id
from domain.networks.network import Network


def answer(meeting: Meeting) -> dict[str, JsonValue]:
    """Tell which meeting of which network."""
    return {"meeting": str(meeting.id), "network": str(meeting.network), "version": meeting.version}


@handles(PlanMeeting)
def plan_meeting(context: CommandContext, command: PlanMeeting) -> Outcome:
    """Plan a meeting."""
    network = context.network(command.network)
    act = _act(context, network)
    meeting = Meeting.plan(
        act,
        meeting=context.new_id("meeting"),
        terms=network.meeting_terms(act.at, ahead=True),
        title=command.title,
        day=command.day,
        mode=command.mode,
        audience=command.audience,
    )
    return [meeting], answer(meeting)


@handles(RecordMeeting)
def record_meeting(context: CommandContext, command: RecordMeeting) -> Outcome:
    """Record a meeting that was held."""
    network = context.network(command.network)
    act = _act(context, network)
    meeting = Meeting.record(
        act,
        meeting=context.new_id("meeting"),
        terms=network.meeting_terms(act.at, ahead=False),
        title=command.title,
        mode=command.mode,
        audience=command.audience,
        attendance=_attendance(context, act, network, command),
    )
    return [meeting], answer(meeting)


@handles(MoveMeeting)
def move_meeting(context: CommandContext, command: MoveMeeting) -> Outcome:
    """Move a meeting."""
    meeting, network = context.meeting(command.meeting)
    act = _act(context, network)
    network.meeting_terms(act.at, ahead=True)
    meeting.move(act, day=command.day)
    return [meeting], answer(meeting)


@handles(CancelMeeting)
def cancel_meeting(context: CommandContext, command: CancelMeeting) -> Outcome:
    """Call a meeting off."""
    meeting, network = context.meeting(command.meeting)
    meeting.cancel(_act(context, network), reason=command.reason)
    return [meeting], answer(meeting)


@handles(HoldMeeting)
def hold_meeting(context: CommandContext, command: HoldMeeting) -> Outcome:
    """Record that a meeting was held; who names no day means the one that it was planned for, when that has come."""
    meeting, network = context.meeting(command.meeting)
    if command.at is None and command.on is None:
        day = min(meeting.day, day_of(context.now))
        context = replace(context, command=command.model_copy(update={"on": day}))
    act = _act(context, network)
    terms = network.meeting_terms(act.at, ahead=False)
    meeting.hold(act, terms=terms, attendance=_attendance(context, act, network, command))
    return [meeting], answer(meeting)


def _act(context: CommandContext, network: Network) -> Act:
    return context.act_of_member(None, network.id) if context.session.role is Role.CORE_GROUP else context.act_in_role()


def _attendance(context: CommandContext, act: Act, network: Network, command: RecordMeeting | HoldMeeting) -> Attendance:
    """
    Give how many were there, and who; naming somebody twice is naming them once.

    :raises NotAMember: if somebody was no member of the network then
    """
    references = set(command.attendees)
    found = context.load_many([membership_id(network.id, reference) for reference in references])
    members = [each for each in found.values() if isinstance(each, Membership) and each.holds_at(act.at)]
    if len(members) < len(references):
        raise NotAMember
    return Attendance(present=command.present, attendees=tuple(sorted(references)))
