"""People of a party in their browsers."""

from tests.web.advice.conftest import (
    _no_settings_from_outside,
    begun,
    browser,
    core_group,
    enter,
    mailbox,
    network,
    other_browser,
    party,
    service,
    sqlite_copy,
)

__all__ = [
    "_no_settings_from_outside",
    "begun",
    "browser",
    "core_group",
    "enter",
    "mailbox",
    "network",
    "other_browser",
    "party",
    "service",
    "sqlite_copy",
]
