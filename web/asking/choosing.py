"""People who can be chosen by name: of the board by who records its decisions, of a network by its own core group."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from application.commands import advice, meetings, networks
from application.commands.base import Command
from application.errors import AccessDenied
from application.forms.fields import FieldChoice, FormField, Kind
from application.language.words import Words
from application.ports.vault.contexts import OFFICE, PersonId, in_network
from application.ports.vault.looks import LookPurpose
from application.queries.auditing.record import BoardMembers
from application.queries.networks import MemberEntry, MembersOfNetwork, NetworkDetails
from domain.kernel.acts import Reference, Role

if TYPE_CHECKING:
    from web.visit import Visit

MOST = 500
TAKING_PART = "taking_part"
SEATED: Mapping[tuple[type[Command], str], bool | None] = {
    (networks.AppointCoreGroupMember, "person"): False,
    (networks.AppointChair, "person"): True,
    (meetings.HoldMeeting, "attendees"): None,
    (meetings.RecordMeeting, "attendees"): None,
    (advice.InviteExpert, "expert"): None,
}
"""Where a core group names members of its own network: those in the core group, those who are not, or all."""


class Candidates(NamedTuple):
    """Who can be chosen: by how they are known in a context, each with the words that tell them apart."""

    context: str
    names: Mapping[Reference, str]


def with_people(visit: "Visit", field: FormField, command: type[Command]) -> FormField:
    """Give a field for somebody with whom can be chosen by name in it, where that is known: nobody then has to be looked up."""
    if field.kind is Kind.PARTS:
        return replace(field, fields=tuple(with_people(visit, each, command) for each in field.fields))
    found = candidates(visit, field, command)
    if found is None or not found.names:
        return field
    listed = sorted(found.names.items(), key=lambda each: each[1].casefold())
    return replace(field, choices=tuple(FieldChoice(reference, Words(name, name)) for reference, name in listed))


def chosen_people(visit: "Visit", field: FormField, chosen: tuple[str, ...]) -> tuple[PersonId, ...]:
    """Give who was chosen: of those who were offered, and nobody else."""
    offered = {each.value for each in field.choices}
    context = OFFICE if field.name == TAKING_PART else in_network(visit.session.network) if visit.session.network else ""
    people = visit.service.vault.whose(context, [each for each in chosen if each in offered])
    return tuple(people[each] for each in chosen if each in people)


def candidates(visit: "Visit", field: FormField, command: type[Command]) -> Candidates | None:
    """Give who can be chosen in a field; None where people are looked up or marked."""
    if field.kind is not Kind.PERSON:
        return None
    if field.name == TAKING_PART:
        board = visit.now.ask_if_allowed(BoardMembers())
        return None if board is None else Candidates(OFFICE, {each.reference: each.name for each in board.members if each.name})
    network = visit.session.network
    if visit.session.role is not Role.CORE_GROUP or network is None or (command, field.name) not in SEATED:
        return None
    if field.several and visit.now.ask(NetworkDetails(network=network)).sensitive:
        return None  # who came is noted of nobody there
    seated = SEATED[command, field.name]
    members = [each for each in _members(visit, network) if seated is None or each.in_core_group is seated]
    return Candidates(in_network(network), _told_apart(members))


def _members(visit: "Visit", network: object) -> tuple[MemberEntry, ...]:
    """Give the members of one's own network: the look is kept, as that at the list."""
    question = MembersOfNetwork.model_validate({"network": network, "limit": MOST})
    try:
        return visit.service.query(question, session=visit.session, purpose=LookPurpose.NETWORK_WORK).items
    except AccessDenied:
        return ()


def _told_apart(members: list[MemberEntry]) -> Mapping[Reference, str]:
    """Name each; two of one name by since when they are members."""
    names = [each.name for each in members]
    return {
        each.reference: each.name if names.count(each.name) == 1 else f"{each.name} ({each.joined_at:%d-%m-%Y})"
        for each in members
        if each.name
    }
