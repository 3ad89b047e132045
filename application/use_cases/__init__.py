"""Load, decide, save: importing this makes every use case known to application.handling."""

from application.use_cases import (
    conversations,
    decisions,
    lessons,
    meetings,
    memberships,
    networks,
    party,
    plans,
    rules_and_pilot,
)

__all__ = ["conversations", "decisions", "lessons", "meetings", "memberships", "networks", "party", "plans", "rules_and_pilot"]
