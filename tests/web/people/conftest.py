"""The bureau in its browser, before a network that people signed a list for."""

from tests.web.advice.conftest import (
    Enter,
    _no_settings_from_outside,
    begun,
    browser,
    enter,
    mailbox,
    network,
    other_browser,
    party,
    service,
    sqlite_copy,
)

__all__ = [
    "Enter",
    "_no_settings_from_outside",
    "begun",
    "browser",
    "enter",
    "mailbox",
    "network",
    "other_browser",
    "party",
    "service",
    "sqlite_copy",
]
