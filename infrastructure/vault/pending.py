"""
What commands write before they have their receipt (docs/decisions/0025): kept apart, so that nobody meets it anywhere else.

Each row is one write of one attempt at a command. Whoever writes about the same subject meanwhile writes the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Annotated, Final, Literal, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from sqlalchemy import ColumnElement, Connection, func, insert, select

from application.ports.vault.pending import PendingCommand
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.tables import pending

AT_ONCE: Final = 1_000
"""Rows that are opened together."""


class Write(BaseModel):
    """Something that a command writes."""

    model_config = ConfigDict(frozen=True, ser_json_bytes="hex", val_json_bytes="hex")


class PersonWrite(Write):
    """Somebody new: what stands in their row, their wrapped keys by purpose, and their encrypted address."""

    kind: Literal["person"] = "person"
    id: UUID
    row: dict[str, bytes | None]
    keys: dict[str, bytes]
    address: bytes | None
    address_index: bytes | None
    by_register: "RegisterBoxes | None" = None


class RegisterBoxes(Write):
    """What the register said of somebody in the file of a day, encrypted with their keys."""

    said: bytes
    said_statistics: bytes | None


class CorrectionWrite(Write):
    """What was typed wrongly about somebody, encrypted, as it should be: the columns that change, and when that was known."""

    kind: Literal["correction"] = "correction"
    person: UUID
    at: datetime
    row: dict[str, bytes]


class AddressWrite(Write):
    """Another encrypted address of somebody, or none."""

    kind: Literal["address"] = "address"
    person: UUID
    address: bytes | None
    address_index: bytes | None
    at: datetime


class RegisterWrite(Write):
    """What the register said of somebody, encrypted, in the file of a day."""

    kind: Literal["register"] = "register"
    person: UUID
    number_index: bytes
    boxes: RegisterBoxes


class ErasedNumberWrite(Write):
    """The file of a day still names somebody who was erased; no day: they became a member again."""

    kind: Literal["erased-number"] = "erased-number"
    number_index: bytes
    day: date | None


class RefusalWrite(Write):
    """The address of somebody was refused."""

    kind: Literal["refusal"] = "refusal"
    person: UUID
    at: datetime


class ErasureWrite(Write):
    """Somebody is erased; what stood of them, and after which day it ends."""

    kind: Literal["erasure"] = "erasure"
    person: UUID
    standing: tuple[tuple[str, str], ...]
    after: date


class NoStatisticsWrite(Write):
    """Of somebody no statistics are kept any more."""

    kind: Literal["no-statistics"] = "no-statistics"
    person: UUID


class DossierWrite(Write):
    """The wrapped key of a dossier."""

    kind: Literal["dossier"] = "dossier"
    dossier: UUID
    wrapped: bytes


class MergerWrite(Write):
    """Somebody was found to be somebody else; in these contexts the person goes on under the reference of the merged one."""

    kind: Literal["merger"] = "merger"
    merged: UUID
    survivor: UUID
    contexts: tuple[str, ...]


class SplitWrite(Write):
    """A merger was undone."""

    kind: Literal["split"] = "split"
    merged: UUID


W = TypeVar("W", bound=Write)
AnyWrite = (
    PersonWrite
    | CorrectionWrite
    | AddressWrite
    | RefusalWrite
    | ErasureWrite
    | NoStatisticsWrite
    | DossierWrite
    | MergerWrite
    | SplitWrite
    | RegisterWrite
    | ErasedNumberWrite
)
WRITES: TypeAdapter[AnyWrite] = TypeAdapter(Annotated[AnyWrite, Field(discriminator="kind")])


class PendingRows:
    """The writes of all commands that have no receipt yet, by what they are about."""

    def __init__(self, database: Database, master: MasterKeys) -> None:
        self._database, self._master = database, master

    def person(self, external: str) -> bytes:
        """Give as which subject somebody new is pending who will be known by an outside reference."""
        return self._master.external_index(external)

    def correction(self, person: UUID) -> bytes:
        """Give as which subject what is corrected about somebody is pending."""
        return self._master.pending_index(f"correction|{person}")

    def about_person(self, person: UUID) -> tuple[bytes, ...]:
        """Give as which subjects something can be pending about somebody who is known."""
        known = self.correction(person), self.address(person), self.erasure(person), self.register_entry(person)
        return *known, self.no_statistics(person)

    def register_entry(self, person: UUID) -> bytes:
        """Give as which subject what the register says of somebody is pending."""
        return self._master.pending_index(f"register|{person}")

    def erased_number(self, number_index: bytes) -> bytes:
        """Give as which subject it is pending that a number of somebody who was erased was met."""
        return self._master.pending_index(f"erased-number|{number_index.hex()}")

    def erasure(self, person: UUID) -> bytes:
        """Give as which subject the erasure of somebody is pending."""
        return self._master.pending_index(f"erasure|{person}")

    def no_statistics(self, person: UUID) -> bytes:
        """Give as which subject it is pending that no statistics of somebody are kept any more."""
        return self._master.pending_index(f"no-statistics|{person}")

    def merger(self) -> bytes:
        """Give as which subject a merger is pending: one at a time, whoever is merged."""
        return self._master.pending_index("merger")

    def address(self, person: UUID) -> bytes:
        """Give as which subject the address of somebody is pending."""
        return self._master.pending_index(f"address|{person}")

    def dossier(self, dossier: UUID) -> bytes:
        """Give as which subject the key of a dossier is pending."""
        return self._master.pending_index(f"dossier|{dossier}")

    def about(self, subjects: Iterable[bytes], kind: type[W]) -> dict[bytes, W]:
        """Give what is pending about some subjects, whichever command writes it."""
        query = select(pending.c.subject, pending.c.content).order_by(pending.c.number)
        found = {
            row.subject: self.opened(row.subject, row.content) for row in self._database.among(query, pending.c.subject, subjects)
        }
        return {subject: write for subject, write in found.items() if isinstance(write, kind)}

    def of_others(self, command: UUID, digest: str) -> Sequence[AnyWrite]:
        """Give what all other commands have pending: few at any moment."""
        query = select(pending.c.subject, pending.c.content).where(~whose(command, digest)).order_by(pending.c.number)
        with self._database.reading() as connection:
            return [self.opened(row.subject, row.content) for row in connection.execute(query)]

    def keep(
        self, connection: Connection, writes: dict[bytes, AnyWrite], *, command: UUID, digest: str, attempt: UUID, now: datetime
    ) -> None:
        """Keep the writes of one attempt at a command."""
        same = {"command": command.bytes, "digest": digest, "attempt": attempt.bytes, "since": now}
        rows = [{"subject": subject, "content": self.closed(subject, write), **same} for subject, write in writes.items()]
        connection.execute(insert(pending), rows)

    def of(self, connection: Connection, command: UUID, digest: str) -> Iterator[Sequence[AnyWrite]]:
        """Give the writes of a command, one for each subject, some at a time."""
        newest = select(func.max(pending.c.number)).where(whose(command, digest)).group_by(pending.c.subject)
        numbers = sorted(connection.scalars(newest))
        for start in range(0, len(numbers), AT_ONCE):
            query = select(pending.c.subject, pending.c.content).where(pending.c.number.in_(numbers[start : start + AT_ONCE]))
            rows = connection.execute(query.order_by(pending.c.number)).all()
            yield [self.opened(row.subject, row.content) for row in rows]

    def is_there(self, command: UUID, digest: str) -> bool:
        with self._database.reading() as connection:
            return connection.scalar(select(pending.c.number).where(whose(command, digest)).limit(1)) is not None

    def commands(self) -> Sequence[PendingCommand]:
        """Give the commands of which something is pending, and since when at the latest, the oldest first."""
        first = func.min(pending.c.since)
        query = select(pending.c.command, pending.c.digest, first.label("since"), func.count().label("writes"))
        with self._database.reading() as connection:
            rows = connection.execute(query.group_by(pending.c.command, pending.c.digest).order_by(first)).all()
        return [PendingCommand(UUID(bytes=row.command), row.digest, row.since, row.writes) for row in rows]

    def closed(self, subject: bytes, write: AnyWrite) -> bytes:
        """Encrypt a write, bound to its subject."""
        return self._master.wrap(write.model_dump_json().encode(), place(subject))

    def opened(self, subject: bytes, content: bytes) -> AnyWrite:
        """Decrypt a write."""
        return WRITES.validate_json(self._master.unwrap(content, place(subject)))


def whose(command: UUID, digest: str) -> ColumnElement[bool]:
    """Give which rows are of a command; of another one with the same id they are not."""
    return (pending.c.command == command.bytes) & (pending.c.digest == digest)


def as_old_as(command: UUID, digest: str) -> ColumnElement[bool]:
    """Give which rows are of a command, or older and about the same."""
    own = select(pending).where(whose(command, digest)).subquery()
    return pending.c.subject.in_(select(own.c.subject)) & (pending.c.number <= select(func.max(own.c.number)).scalar_subquery())


def place(subject: bytes) -> str:
    """Give the place to which the content of a row is bound."""
    return f"pending|{subject.hex()}"
