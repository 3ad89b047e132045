"""What follows in networks, plans, requests and offices: from a closing, a reopening, or the clock alone."""

from collections.abc import Iterable

from application.command_handler import CommandHandler
from application.commands.conversations import OpenConversation
from application.commands.party import EndMembership, LetTimePass
from application.parts import in_parts
from application.passing_time import derived
from application.policies.carrying_out import Given, PolicyQueries
from domain.kernel.days import end_of
from domain.networks.membership import MembershipEnding

AT_ONCE = 50
"""Items that are in memory together, each with its whole life."""


def whenever_a_network_closed_end_its_memberships(_: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """End what a closing ended, so that each history tells it; reads know it already."""
    for each in queries.memberships_of_closed_networks():
        at = max(each.begun_at, each.closed_at)
        ending, cause = MembershipEnding.NETWORK_CLOSED, each.closed_by
        command = EndMembership(network=each.network, reference=each.reference, ending=ending, cause=cause, at=at)
        yield command, derived("end-membership", each.begun_by, each.closed_by)


def whenever_a_network_was_reopened_let_its_memberships_go_on(_: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """Withdraw the endings that a closing caused which was taken back, as loading a membership does; others stand."""
    for each in queries.memberships_of_reopened_networks():
        yield LetTimePass(item=each.membership), derived("let-membership-go-on", each.ended_by, each.reopened_by)


def whenever_something_is_due_let_time_pass(handler: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """Record reminders, questions and ends on their day, also of what nobody gives a command about."""
    now = handler.clock()
    requests = (item for item, _ in queries.requests_due(now))
    for some in in_parts([*queries.where_time_works(), *requests], AT_ONCE):
        for each in handler.log.load_many(some).values():
            if each.next_due is not None and each.next_due <= now:
                yield LetTimePass(item=each.id), derived("let-time-pass", each.last_event)


def whenever_a_target_is_reached_or_the_year_over_open_a_conversation(
    handler: CommandHandler, queries: PolicyQueries
) -> Iterable[Given]:
    """Open what there is to talk about, at the moment it was so."""
    for each in queries.conversations_due(handler.clock()):
        command = OpenConversation(network=each.network, occasion=each.occasion, day=each.day, at=end_of(each.day))
        yield command, derived("open-conversation", each.network, each.occasion)


def whenever_a_network_closed_leave_its_requests_to_the_bureau(_: CommandHandler, queries: PolicyQueries) -> Iterable[Given]:
    """Let the bureau be next on what was asked of a network that is gone, as loading it does."""
    for each in queries.requests_of_closed_networks():
        yield LetTimePass(item=each.advice_request), derived("let-request-be-left", each.advice_request, each.closed_by)
