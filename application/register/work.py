"""The work on registers that were sent: comparing and recording, beside the service and never in a request."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from io import BytesIO
from typing import BinaryIO, Final

from application.language.errors import error_sentence
from application.language.words import Language
from application.pending import settle
from application.ports.calendar import Clock
from application.ports.errors import StoreError
from application.ports.event_log import EventLog
from application.ports.register_uploads import (
    RegisterUpload,
    RegisterUploads,
    SaidMistake,
    UploadState,
    UploadTold,
)
from application.ports.vault.vault import Vault
from application.register.comparing import ProvinceOf
from application.register.desk import MOST_LINES
from application.register.file import (
    RegisterFileEmpty,
    RegisterFileRefused,
    RegisterOutcomeChanged,
    RegisterRow,
    RegisterRows,
    RegisterTooLong,
    RowMistake,
)
from application.register.importing import ImportAnswers, days_to_undo, import_register
from application.register.outcome import RegisterImported
from application.register.reading import Line, read_register
from domain.kernel.errors import Coded, DomainError

ALL: Final = 1_000
"""Parts of a thousand."""


class WorkGivenUp(Exception):  # no error: nobody waits for it any more
    """What was sent was given up, or the process ends."""


@dataclass(frozen=True)
class RegisterWork:
    """
    Does what registers that were sent wait for.

    :param cells_in: reads the lines of a file
    :param stored: checks lines against each other and keeps them for a while
    :param most_ended: which per cent of the members a file may end without anybody saying so
    :param stopped: asked again and again: whether the process ends
    """

    uploads: RegisterUploads
    log: EventLog
    vault: Vault
    clock: Clock
    cells_in: Callable[[BinaryIO], Iterable[Line]]
    stored: Callable[[Iterable[RegisterRow | RowMistake]], AbstractContextManager[RegisterRows]]
    province_of: ProvinceOf
    most_ended: float
    stopped: Callable[[], bool] = lambda: False

    def run(self) -> int:
        """Do what waits, one after the other, forget what is old, and give how much was done."""
        self.uploads.drop_old()
        done = 0
        while (upload := self.uploads.claim()) is not None:
            self._do(upload)
            done += 1
        return done

    def _do(self, upload: RegisterUpload) -> None:
        file = self.uploads.file(upload.id)
        if file is None:
            self.uploads.drop(upload.id)
            return
        try:
            self._compare_or_record(upload, file)
        except WorkGivenUp:
            return
        except RegisterOutcomeChanged:
            again = replace(upload.told, found=None, many_may_end=False, differs=True)
            self.uploads.put(upload.id, UploadState.TO_READ, again, was=upload.state)
        except RegisterFileRefused as refused:
            said = [_said(each.line, each.refusal) for each in refused.mistakes]
            self._refuse(upload, replace(upload.told, refused=said, mistakes=refused.count))
        except (DomainError, StoreError) as refusal:
            self._refuse(upload, replace(upload.told, refused=[_said(None, refusal)], mistakes=1))

    def _refuse(self, upload: RegisterUpload, told: UploadTold) -> None:
        self.uploads.drop_file(upload.id)
        self.uploads.put(upload.id, UploadState.REFUSED, told, was=upload.state)

    def _compare_or_record(self, upload: RegisterUpload, file: bytes) -> None:
        takes = upload.state is UploadState.TO_TAKE
        with self.stored(read_register(self._lines(file), upload.told.day)) as rows:
            if not len(rows):
                raise RegisterFileEmpty
            found = self._imported(upload, rows, takes=takes)
        told = replace(upload.told, found=found)
        if takes:
            self.uploads.drop_file(upload.id)
        self.uploads.put(upload.id, UploadState.TAKEN if takes else UploadState.READ, told, was=upload.state)

    def _lines(self, file: bytes) -> Iterable[Line]:
        for count, line in enumerate(self.cells_in(BytesIO(file))):
            if count > MOST_LINES:
                raise RegisterTooLong(most=MOST_LINES)
            if count % ALL == 0 and self.stopped():
                raise WorkGivenUp
            yield line

    def _imported(self, upload: RegisterUpload, rows: RegisterRows, *, takes: bool) -> RegisterImported:
        now, told = self.clock(), upload.told
        settle(self.log, self.vault, now)
        return import_register(
            rows,
            log=self.log,
            vault=self.vault,
            now=now,
            said=answers_of(told, rows),
            province_of=self.province_of,
            days_to_undo=days_to_undo(self.log, now),
            most_ended=self.most_ended,
            dry_run=not takes,
            only=told.found.digest if takes and told.found is not None else None,
            progress=lambda done: self._note(upload, done * ALL // len(rows)),
        )

    def _note(self, upload: RegisterUpload, per_mille: int) -> None:
        """Note how far it is; what was given up is worked at no longer."""
        if self.stopped() or not self.uploads.note(upload.id, per_mille):
            raise WorkGivenUp


def answers_of(told: UploadTold, rows: RegisterRows) -> ImportAnswers:
    """Give what was said of lines as it is said of their member numbers."""
    said = told.answers
    lines = {*said.same, *said.somebody_else, *said.back}
    numbers = {row.line: row.number for row in rows if row.line in lines} if lines else {}
    return ImportAnswers(
        day=told.day,
        same={numbers[line]: person for line, person in said.same.items() if line in numbers},
        somebody_else=frozenset(numbers[line] for line in said.somebody_else if line in numbers),
        back=frozenset(numbers[line] for line in said.back if line in numbers),
        many_may_end=told.many_may_end,
        entered_by=told.entered_by,
    )


def _said(line: int | None, refusal: Coded) -> SaidMistake:
    dutch, english = (error_sentence(refusal.code, getattr(refusal, "facts", {}), each) for each in (Language.NL, Language.EN))
    return SaidMistake(line, refusal.code, (dutch.text, dutch.next), (english.text, english.next))
