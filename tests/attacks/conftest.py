"""What attacks begin with: a party on a log and a vault of the test's own."""

from tests.application.conftest import _no_settings_from_outside, begun, party, sqlite_copy

__all__ = ["_no_settings_from_outside", "begun", "party", "sqlite_copy"]
