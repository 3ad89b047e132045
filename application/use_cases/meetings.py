"""Use cases of meetings: planned and recorded by the core group, or by the bureau."""

from dataclasses import replace

from pydantic import JsonValue

from application.command_context import Work
from application.command_handler import Outcome, handles
from application.commands import meetings as c
from domain.kernel.acts import Act, Role
from domain.kernel.days import day_of
from domain.networks.meeting import Attendance, Meeting
from domain.networks.membership import Membership, NotAMember, membership_id
from domain.networks.network import Network


def answer(meeting: Meeting) -> dict[str, JsonValue]:
    """Tell which meeting of which network."""
    return {"meeting": str(meeting.id), "network": str(meeting.network), "version": meeting.version}


@handles(c.PlanMeeting)
def plan_meeting(work: Work, command: c.PlanMeeting) -> Outcome:
    """Plan a meeting."""
    network = work.network(command.network)
    act = _act(work, network)
    meeting = Meeting.plan(
        act,
        meeting=work.new_id("meeting"),
        terms=network.meeting_terms(act.at, ahead=True),
        title=command.title,
        day=command.day,
        mode=command.mode,
        audience=command.audience,
    )
    return [meeting], answer(meeting)


@handles(c.RecordMeeting)
def record_meeting(work: Work, command: c.RecordMeeting) -> Outcome:
    """Record a meeting that was held."""
    network = work.network(command.network)
    act = _act(work, network)
    meeting = Meeting.record(
        act,
        meeting=work.new_id("meeting"),
        terms=network.meeting_terms(act.at, ahead=False),
        title=command.title,
        mode=command.mode,
        audience=command.audience,
        attendance=_attendance(work, act, network, command),
    )
    return [meeting], answer(meeting)


@handles(c.MoveMeeting)
def move_meeting(work: Work, command: c.MoveMeeting) -> Outcome:
    """Move a meeting."""
    meeting, network = work.meeting(command.meeting)
    act = _act(work, network)
    network.meeting_terms(act.at, ahead=True)
    meeting.move(act, day=command.day)
    return [meeting], answer(meeting)


@handles(c.CancelMeeting)
def cancel_meeting(work: Work, command: c.CancelMeeting) -> Outcome:
    """Call a meeting off."""
    meeting, network = work.meeting(command.meeting)
    meeting.cancel(_act(work, network), reason=command.reason)
    return [meeting], answer(meeting)


@handles(c.HoldMeeting)
def hold_meeting(work: Work, command: c.HoldMeeting) -> Outcome:
    """Record that a meeting was held; who names no day means the one that it was planned for, when that has come."""
    meeting, network = work.meeting(command.meeting)
    if command.at is None and command.on is None:
        day = min(meeting.day, day_of(work.now))
        work = replace(work, command=command.model_copy(update={"on": day}))
    act = _act(work, network)
    terms = network.meeting_terms(act.at, ahead=False)
    meeting.hold(act, terms=terms, attendance=_attendance(work, act, network, command))
    return [meeting], answer(meeting)


def _act(work: Work, network: Network) -> Act:
    return work.act_of_member(None, network.id) if work.session.role is Role.CORE_GROUP else work.act_in_role()


def _attendance(work: Work, act: Act, network: Network, command: c.RecordMeeting | c.HoldMeeting) -> Attendance:
    """
    Give how many were there, and who; naming somebody twice is naming them once.

    :raises NotAMember: if somebody was no member of the network then
    """
    references = set(command.attendees)
    found = work.load_many([membership_id(network.id, reference) for reference in references])
    members = [each for each in found.values() if isinstance(each, Membership) and each.holds_at(act.at)]
    if len(members) < len(references):
        raise NotAMember
    return Attendance(present=command.present, attendees=tuple(sorted(references)))
