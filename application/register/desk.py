"""A register that is sent by a page or a program: first it is shown what would come of it, then it is taken in."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from application.access.scopes import Reach
from application.access.table import Asked
from application.errors import InTheFuture
from application.ports.calendar import Clock
from application.ports.event_log import EventLog
from application.ports.register_uploads import LineAnswers, RegisterUpload, RegisterUploads, UploadState, UploadTold
from application.ports.vault.contexts import OFFICE
from application.ports.vault.sessions import Session
from application.ports.vault.vault import Vault
from application.queries.register import RegisterImportDetails
from application.register.file import (
    ManyWouldEnd,
    RegisterFileMissing,
    RegisterImportGone,
    RegisterImportNotReady,
    RegisterTooLong,
    RegisterUploadTooLarge,
)
from application.register.outcome import RegisterChange
from domain.kernel.days import day_of, start_of

LARGEST: int = 10_000_000
"""Bytes: some hundred thousand people as text."""
MOST_LINES: int = 200_000
READS: Asked = RegisterImportDetails
"""Whoever may see what would come of a register may send one."""


@dataclass(frozen=True)
class RegisterDesk:
    """Takes in what whoever keeps the register sends; the work itself is done beside it (application.register.work)."""

    uploads: RegisterUploads
    log: EventLog
    vault: Vault
    clock: Clock

    def send(self, file: bytes, *, session: Session, day: date | None = None) -> UUID:
        """
        Keep a file and let it be compared with what is known: nothing is recorded yet.

        :param day: of which the file tells; None: today
        :raises RegisterFileMissing: if there is nothing in it
        :raises RegisterUploadTooLarge, RegisterTooLong: if it is too large
        :raises InTheFuture: if that day has not come
        """
        entered_by = self._reach(session).reference(OFFICE)
        if not file:
            raise RegisterFileMissing
        if len(file) > LARGEST:
            raise RegisterUploadTooLarge(most=LARGEST // 1_000_000)
        if file.count(b"\n") > MOST_LINES:  # of a sheet it is known when it is read
            raise RegisterTooLong(most=MOST_LINES)
        today = day_of(self.clock())
        if day is not None and day > today:
            raise InTheFuture(at=start_of(day))
        self.uploads.drop_old()
        return self.uploads.keep(file, UploadTold(day=day or today, entered_by=entered_by))

    def answer(self, upload: UUID, answers: LineAnswers, *, session: Session) -> None:
        """
        Say of lines that wait who they are, and let it be shown anew what would come of the file.

        :raises RegisterImportGone, RegisterImportNotReady: if it cannot be said (any more)
        """
        found = self._of(upload, session)
        told = replace(found.told, answers=answers, found=None, differs=False)
        self._put(found, UploadState.TO_READ, told)

    def take_in(self, upload: UUID, *, session: Session, many_may_end: bool = False) -> None:
        """
        Let be recorded what was shown, and nothing else.

        :raises ManyWouldEnd: if so many end that it is asked, and nobody said that they may
        :raises RegisterImportGone, RegisterImportNotReady: if it cannot be taken in (any more)
        """
        found = self._of(upload, session)
        if found.told.found is None:
            raise RegisterImportNotReady
        if found.told.found.asks and not many_may_end:
            ended, members = found.told.found.counts[RegisterChange.ENDED], found.told.found.members_before
            raise ManyWouldEnd(ended=ended, members=members)
        self._put(found, UploadState.TO_TAKE, replace(found.told, many_may_end=many_may_end))

    def give_up(self, upload: UUID, *, session: Session) -> None:
        """Forget what was sent; what was given up before stays so."""
        self._reach(session)
        self.uploads.drop(upload)

    def _put(self, found: RegisterUpload, state: UploadState, told: UploadTold) -> None:
        if not self.uploads.put(found.id, state, told, was=UploadState.READ):
            raise RegisterImportNotReady

    def _of(self, upload: UUID, session: Session) -> RegisterUpload:
        self._reach(session)
        found = self.uploads.of(upload)
        if found is None:
            raise RegisterImportGone
        return found

    def _reach(self, session: Session) -> Reach:
        """Check that a session may bring in a register, and give its reach."""
        reach = Reach(READS, session, self.log, self.vault, self.clock())
        reach.must_hold_right()
        if not reach.scope:
            raise reach.denied()
        return reach
