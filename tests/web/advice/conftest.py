"""People of a party in their browsers, before the pages on advice."""

from collections.abc import Callable
from uuid import UUID

import pytest

from application.ports.vault import Session
from netwerkpartij.wiring import Opened
from tests.application.party import FOUNDERS, Party
from tests.web.signing_in.conftest import (
    Browser,
    _no_settings_from_outside,
    begun,
    browser,
    mailbox,
    other_browser,
    party,
    service,
    sqlite_copy,
)
from web.hats import HAT_COOKIE
from web.shell import SESSION_COOKIE

__all__ = ["_no_settings_from_outside", "begun", "browser", "mailbox", "other_browser", "party", "service", "sqlite_copy"]

POLITICIAN = "Wilma Voorbeeld"
Enter = Callable[[Session], Browser]


@pytest.fixture
def network(party: Party) -> UUID:
    return party.founded()


@pytest.fixture
def asked(party: Party, network: UUID) -> UUID:
    """An open request of a politician."""
    return party.asked(network, by=POLITICIAN)


@pytest.fixture
def enter(service: Opened) -> Enter:
    """Give the browser of somebody who is signed in, in one of their roles."""

    def entered(session: Session) -> Browser:
        assert session.person is not None
        inside = Browser(service)
        inside.cookies.set(SESSION_COOKIE, service.door.begin(session.person))
        hat = session.role.value if session.network is None else f"{session.role.value}.{session.network}"
        inside.cookies.set(HAT_COOKIE, hat)
        return inside

    return entered


@pytest.fixture
def core_group(party: Party, network: UUID) -> Session:
    return party.core_group(FOUNDERS[0], network)
