"""
Registers that were sent by a page: the file, and how far it is, each encrypted; gone an hour later.

A change of state is a new row at the end, and a claim or a note is written in a place of one width (tables).
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from pydantic import TypeAdapter
from sqlalchemy import Connection, delete, insert, select, update

from application.ports.register_uploads import CLAIMED_FOR, KEPT_FOR, RegisterUpload, UploadState, UploadTold
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.tables import register_files, register_imports

TOLD: TypeAdapter[UploadTold] = TypeAdapter(UploadTold)
NOTHING_DONE = 1_000
"""To which parts of a thousand are added, so that the number keeps its width."""
WORK = (UploadState.TO_READ, UploadState.TO_TAKE)

_of = register_imports.c


class StoredRegisterUploads:
    """Implements RegisterUploads (application.ports)."""

    def __init__(self, database: Database, master: MasterKeys, clock: Callable[[], datetime]) -> None:
        self._database, self._master, self._clock = database, master, clock

    def keep(self, file: bytes, told: UploadTold) -> UUID:
        upload, now = uuid4(), self._now()
        content = self._master.wrap(file, file_place(upload.bytes))
        with self._database.in_turn() as connection:
            connection.execute(insert(register_files).values(mark=upload.bytes, content=content, asked_at=now))
            self._insert(connection, upload, UploadState.TO_READ, told, asked_at=now)
        return upload

    def of(self, upload: UUID) -> RegisterUpload | None:
        with self._database.reading() as connection:
            row = connection.execute(select(register_imports).where(_of.mark == upload.bytes, _of.asked_at > self._old())).first()
        return None if row is None else self._opened(row)

    def all(self) -> Sequence[RegisterUpload]:
        query = select(register_imports).where(_of.asked_at > self._old()).order_by(_of.asked_at.desc(), _of.number.desc())
        with self._database.reading() as connection:
            return [self._opened(row) for row in connection.execute(query).all()]

    def put(self, upload: UUID, state: UploadState, told: UploadTold, *, was: UploadState) -> bool:
        this = (_of.mark == upload.bytes) & (_of.state == was.value)
        with self._database.in_turn() as connection:
            asked_at = connection.scalar(select(_of.asked_at).where(this))
            if asked_at is None:
                return False
            connection.execute(delete(register_imports).where(this))
            self._insert(connection, upload, state, told, asked_at=asked_at)
        return True

    def file(self, upload: UUID) -> bytes | None:
        with self._database.reading() as connection:
            content = connection.scalar(select(register_files.c.content).where(register_files.c.mark == upload.bytes))
        return None if content is None else self._master.unwrap(content, file_place(upload.bytes))

    # Work

    def claim(self) -> RegisterUpload | None:
        now = self._now()
        free = _of.claimed_at <= now - int(CLAIMED_FOR.total_seconds())
        waits = (_of.state.in_([each.value for each in WORK]), _of.asked_at > self._old(), free)
        with self._database.reading() as connection:
            if connection.scalar(select(_of.number).where(*waits).limit(1)) is None:
                return None
        with self._database.in_turn() as connection:
            row = connection.execute(select(register_imports).where(*waits).order_by(_of.number).limit(1)).first()
            if row is not None:
                connection.execute(update(register_imports).where(_of.number == row.number).values(claimed_at=now))
        return None if row is None else self._opened(row)

    def note(self, upload: UUID, per_mille: int) -> bool:
        this = update(register_imports).where(_of.mark == upload.bytes)
        with self._database.in_turn() as connection:
            done = connection.execute(this.values(progress=NOTHING_DONE + per_mille, claimed_at=self._now()))
            return done.rowcount > 0

    # Forgetting

    def drop(self, upload: UUID) -> None:
        with self._database.in_turn() as connection:
            for table in (register_files, register_imports):
                connection.execute(delete(table).where(table.c.mark == upload.bytes))
        self._database.wipe()

    def drop_file(self, upload: UUID) -> None:
        with self._database.in_turn() as connection:
            connection.execute(delete(register_files).where(register_files.c.mark == upload.bytes))
        self._database.wipe()

    def drop_old(self) -> None:
        tables = (register_files, register_imports)
        with self._database.reading() as connection:
            if not any(connection.scalar(select(each.c.number).where(each.c.asked_at <= self._old())) for each in tables):
                return
        with self._database.in_turn() as connection:
            for table in tables:
                connection.execute(delete(table).where(table.c.asked_at <= self._old()))
        self._database.wipe()

    # Rows

    def _insert(self, connection: Connection, upload: UUID, state: UploadState, told: UploadTold, *, asked_at: int) -> None:
        content = self._master.wrap(TOLD.dump_json(told), import_place(upload.bytes))
        unclaimed = asked_at - int(CLAIMED_FOR.total_seconds())
        row = {"mark": upload.bytes, "state": state.value, "content": content, "asked_at": asked_at, "claimed_at": unclaimed}
        connection.execute(insert(register_imports).values(progress=NOTHING_DONE, **row))

    def _opened(self, row: Any) -> RegisterUpload:  # noqa: ANN401  # a row of register_imports
        told = TOLD.validate_json(self._master.unwrap(row.content, import_place(row.mark)))
        return RegisterUpload(UUID(bytes=row.mark), UploadState(row.state), told, row.progress - NOTHING_DONE)

    def _now(self) -> int:
        return int(self._clock().timestamp())

    def _old(self) -> int:
        return int((self._clock() - KEPT_FOR).timestamp())


def import_place(mark: bytes) -> str:
    """Give the place to which what is known of a register that was sent is bound."""
    return f"register-import|{mark.hex()}"


def file_place(mark: bytes) -> str:
    """Give the place to which the file of a register is bound."""
    return f"register-file|{mark.hex()}"
