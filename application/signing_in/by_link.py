"""A requester's link: whoever has it follows one request, and passes it to a named colleague. Only its digest is kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from application.access.rights import right_of
from application.ports.calendar import Clock
from application.ports.event_log import EventLog
from application.ports.vault.contexts import OFFICE, PersonId
from application.ports.vault.sessions import IssuedToken, RequestLink, Session
from application.ports.vault.vault import Vault
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Role

FOLLOW = "vraag/volgen"
"""Where a link leads to first; from there to a clean address."""
LINK_DAYS = 400
"""An advice is followed from the question to what was done with it."""


@dataclass(frozen=True)
class RequestLinks:
    """Makes, lists and ends the links of requests."""

    log: EventLog
    vault: Vault
    clock: Clock

    def make(self, request: UUID, *, named: str | None = None, proven: bool = False) -> str | None:
        """
        Make a link to a request for its requester, or for a colleague whom they name; None when nobody is there any more.

        :param proven: whether the requester's mailbox was shown in this browser, as a closed request asks
        """
        person = self.requester_of(request)
        if person is None:
            return None
        return self.vault.issue_token(
            Role.REQUESTER, person=person, days=LINK_DAYS, link=RequestLink(request, proven), named=named
        )

    def requester_of(self, request: UUID) -> PersonId | None:
        """Give who asked, None when they were erased."""
        found = self.log.load(AdviceRequest, request)
        if found is None:
            return None
        return next(iter(self.vault.whose(OFFICE, [found.requester]).values()), None)

    def needs_link(self, person: PersonId) -> bool:
        """Say whether a requester has no office with which they could sign in."""
        session = Session(person=person, role=Role.REQUESTER, network=None)
        return right_of(session, self.vault.known(person), self.log, self.clock()).lacks is not None

    def of(self, request: UUID) -> Sequence[IssuedToken]:
        """Give the links of a request that still open it, the first first."""
        now = self.clock()
        return [
            each
            for each in self.vault.issued_tokens()
            if each.link is not None and each.link.request == request and each.ended_at is None and each.expires_at > now
        ]

    def end(self, request: UUID, number: int) -> None:
        """End a link of a request for good; that of another is left alone."""
        if any(each.number == number for each in self.of(request)):
            self.vault.end_token(number)
