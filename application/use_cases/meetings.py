"""Use cases of meetings: planned and recorded by the core group, or by the bureau."""

from dataclasses import replace
from uuid import UUID

from application.command_context import CommandContext, Outcome
from application.commands.meetings import CancelMeeting, HoldMeeting, MeetingAnswer, MoveMeeting, PlanMeeting, RecordMeeting
from domain.kernel.acts import Act
from domain.kernel.days import day_of
from domain.networks.meeting import Appointment, Attendance, Meeting
from domain.networks.membership import Membership, NotAMember, membership_id
from domain.networks.network import Network


def answer(meeting: Meeting) -> MeetingAnswer:
    return MeetingAnswer(meeting=meeting.id, network=meeting.network, version=meeting.version)


def plan_meeting(context: CommandContext, command: PlanMeeting) -> Outcome:
    network = context.network(command.network)
    act, item = context.act_of_network(network.id), context.new_id("meeting")
    meeting = Meeting.plan(
        act,
        meeting=item,
        terms=network.meeting_terms(act.at, ahead=True, day=command.day),
        title=command.title,
        day=command.day,
        mode=command.mode,
        audience=command.audience,
        appointment=_appointment(context, item, command, "MeetingPlanned"),
    )
    return [meeting], answer(meeting)


def record_meeting(context: CommandContext, command: RecordMeeting) -> Outcome:
    network = context.network(command.network)
    act = context.act_of_network(network.id)
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


def move_meeting(context: CommandContext, command: MoveMeeting) -> Outcome:
    meeting, network = context.meeting(command.meeting)
    act = context.act_of_network(network.id)
    network.meeting_terms(act.at, ahead=True, day=command.day)
    meeting.move(act, day=command.day, appointment=_appointment(context, meeting.id, command, "MeetingMoved"))
    return [meeting], answer(meeting)


def cancel_meeting(context: CommandContext, command: CancelMeeting) -> Outcome:
    meeting, network = context.meeting(command.meeting)
    meeting.cancel(context.act_of_network(network.id), reason=command.reason)
    return [meeting], answer(meeting)


def hold_meeting(context: CommandContext, command: HoldMeeting) -> Outcome:
    """Record that a meeting was held; who names no day means the one that it is planned for."""
    meeting, network = context.meeting(command.meeting)
    if command.at is None and command.on is None:
        day = meeting.day_that_has_come(day_of(context.now))
        context = replace(context, command=command.model_copy(update={"on": day}))
    act = context.act_of_network(network.id)
    terms = network.meeting_terms(act.at, ahead=False)
    meeting.hold(act, terms=terms, attendance=_attendance(context, act, network, command))
    return [meeting], answer(meeting)


def _appointment(context: CommandContext, meeting: UUID, command: PlanMeeting | MoveMeeting, event_type: str) -> Appointment:
    """Give when and where it is, the link sealed: the log is read by more people than may come."""
    link = None if command.link is None else context.closed(command.link, dossier=meeting, event_type=event_type, field="link")
    return Appointment(command.begins, command.place, link)


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
