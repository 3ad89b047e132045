"""Load, decide, save: importing this makes every use case known to application.command_handler."""

from application.use_cases import (
    addresses,
    advice_experts,
    advice_requests,
    conversations,
    decisions,
    lessons,
    meetings,
    memberships,
    mending,
    networks,
    party,
    pilot,
    plans,
)

__all__ = [
    "addresses",
    "advice_experts",
    "advice_requests",
    "conversations",
    "decisions",
    "lessons",
    "meetings",
    "memberships",
    "mending",
    "networks",
    "party",
    "pilot",
    "plans",
]
