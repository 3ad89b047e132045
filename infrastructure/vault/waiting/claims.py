"""Who says to be a member from an unknown address, and short letters to an address: encrypted, and gone when answered or sent."""

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, delete, func, insert, select, update

from application.ports.claims import (
    CLAIMS_OF_ADDRESS,
    CLAIMS_OPEN,
    REMEMBERED,
    MemberClaim,
    Notice,
    NoticeKind,
    OpenClaim,
)
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.tables import member_claims, notices

WIDTH = 512
"""Of what is encrypted, at least: its length does not tell an address from another."""
MARK = 16
NOTICE = "notice"
"""The place to which short letters are bound."""


class StoredNotices:
    """Implements Notices (application.ports)."""

    def __init__(self, database: Database, master: MasterKeys, clock: Callable[[], datetime]) -> None:
        self._database, self._master, self._clock = database, master, clock

    def keep(self, notice: Notice, *, after: datetime | None = None) -> None:
        with self._database.in_turn() as connection:
            self.put(connection, notice, after=after)

    def put(self, connection: Connection, notice: Notice, *, after: datetime | None = None) -> None:
        """Let it be sent once a transaction is over."""
        content = self._master.wrap(json.dumps(asdict(notice)).ljust(WIDTH).encode(), NOTICE)
        due = int((after or self._clock()).timestamp())
        connection.execute(insert(notices).values(content=content, next_attempt=due))

    def take(self, now: datetime) -> Notice | None:
        due = select(notices).where(notices.c.next_attempt <= int(now.timestamp())).order_by(notices.c.number).limit(1)
        with self._database.reading() as connection:
            row = connection.execute(due).first()
        if row is None:
            return None
        with self._database.in_turn() as connection:
            taken = connection.execute(delete(notices).where(notices.c.number == row.number)).rowcount
        if not taken:
            return self.take(now)  # another process was first
        said = self._said(row)
        return Notice(**{**said, "kind": NoticeKind(said["kind"])})

    def delete_to(self, connection: Connection, addresses: Collection[bytes]) -> None:
        """Destroy what waits to go to addresses, of which is given what they are found by. Few wait, so each is opened."""
        for row in connection.execute(select(notices)).all():
            if self._master.address_index(self._said(row)["address"]) in addresses:
                connection.execute(delete(notices).where(notices.c.number == row.number))

    def _said(self, row: Any) -> dict[str, Any]:  # noqa: ANN401  # a row of notices
        said: dict[str, Any] = json.loads(self._master.unwrap(row.content, NOTICE))
        return said


class StoredMemberClaims:
    """Implements MemberClaims (application.ports)."""

    def __init__(self, database: Database, master: MasterKeys, clock: Callable[[], datetime]) -> None:
        self._database, self._master, self._clock = database, master, clock

    def keep(self, claim: MemberClaim) -> bool:
        mark, now, of = uuid4(), self._clock(), member_claims.c
        address = self._mark(self._master.address_index(claim.address))
        own = of.address_index == address
        with self._database.in_turn() as connection:
            connection.execute(delete(member_claims).where(of.asked_at <= int((now - REMEMBERED).timestamp())))
            asked = connection.scalar(select(func.count()).where(own)) or 0
            waiting = connection.scalar(select(func.count()).where(of.content.is_not(None), own)) or 0
            of_all = connection.scalar(select(func.count()).where(of.content.is_not(None))) or 0
            if waiting or asked >= CLAIMS_OF_ADDRESS or of_all >= CLAIMS_OPEN:
                return False
            content = self._master.wrap(json.dumps(asdict(claim)).ljust(WIDTH).encode(), claim_place(mark.bytes))
            row = {"mark": mark.bytes, "address_index": address, "content": content}
            connection.execute(insert(member_claims).values(asked_at=int(now.timestamp()), **row))
        return True

    def open(self) -> Sequence[OpenClaim]:
        query = select(member_claims).where(member_claims.c.content.is_not(None)).order_by(member_claims.c.number)
        with self._database.reading() as connection:
            return [self._opened(row) for row in connection.execute(query).all()]

    def of(self, claim: UUID) -> OpenClaim | None:
        query = select(member_claims).where(member_claims.c.mark == claim.bytes, member_claims.c.content.is_not(None))
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return None if row is None else self._opened(row)

    def answered(self, claim: UUID) -> bool:
        own = (member_claims.c.mark == claim.bytes) & member_claims.c.content.is_not(None)
        with self._database.in_turn() as connection:
            done = connection.execute(update(member_claims).where(own).values(content=None)).rowcount > 0
        self._database.wipe()
        return done

    def delete_from(self, connection: Connection, addresses: Collection[bytes]) -> None:
        """Destroy what came from addresses, of which is given what they are found by."""
        marks = [self._mark(each) for each in addresses]
        connection.execute(delete(member_claims).where(member_claims.c.address_index.in_(marks)))

    def _mark(self, address_index: bytes) -> bytes:
        """Give by what claims from one address are counted: not that by which it is found, so that no row is tied to it."""
        return bytes.fromhex(self._master.digest(b"|".join((b"claim-address", address_index))))[:MARK]

    def _opened(self, row: Any) -> OpenClaim:  # noqa: ANN401  # a row of member_claims
        said = json.loads(self._master.unwrap(row.content, claim_place(row.mark)))
        return OpenClaim(UUID(bytes=row.mark), MemberClaim(**said), datetime.fromtimestamp(row.asked_at, UTC))


def claim_place(mark: bytes) -> str:
    """Give the place to which what somebody says is bound."""
    return f"member-claim|{mark.hex()}"
