"""
Codes by mail: each bound to the browser that asked for it, guessed at five times, and gone in half an hour.

Asking is one piece of work, the same for every address: who is known there is looked up when the letter goes out, and when
the code was right. Until then the row has the address encrypted, and what addresses are found by.
"""

import hmac
import json
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, delete, func, insert, select, update

from application.ports.signing_in import CODE_DIGITS, CODE_LASTS, CODE_TRIES, CODES_AT_ONCE, CodeLetter, Proven
from application.ports.vault import PersonId
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.tables import addresses, persons, sign_in_codes
from infrastructure.vault.tokens import digest

WIDTH = 512
"""Of a letter as it is encrypted, at least: its length does not tell an address from another."""
NO_CODE = bytes(32)
MARK = 16

_of = sign_in_codes.c


class StoredSignInCodes:
    """Implements SignInCodes (application.ports)."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers, clock: Callable[[], datetime]) -> None:
        self._database, self._master, self._mergers, self._clock = database, master, mergers, clock

    # In the browser

    def ask(self, address: str, *, language: str, draft: str = "") -> str | None:
        cookie, code = secrets.token_urlsafe(32), f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
        own, now = digest(cookie), int(self._clock().timestamp())
        row = {
            "cookie": own,
            "address_index": self._mark(self._master.address_index(address)),
            "code": self._code(own, code),
            "content": self._wrapped({"address": address.strip(), "language": language, "code": code, "draft": draft}, own),
            "asked_at": now,
            "next_attempt": now,
        }
        with self._database.in_turn() as connection:
            connection.execute(delete(sign_in_codes).where(_of.asked_at <= self._too_old()))
            same = select(func.count()).where(_of.address_index == row["address_index"])
            if (connection.scalar(same) or 0) >= CODES_AT_ONCE:
                return None
            connection.execute(insert(sign_in_codes).values(waits=True, tries=0, proven=False, attempts=0, **row))
        return cookie

    def show(self, address: str, *, language: str, person: PersonId | None = None) -> str:
        cookie = secrets.token_urlsafe(32)
        own, now = digest(cookie), int(self._clock().timestamp())
        said = {"address": address.strip(), "language": language, "draft": "", **({"person": str(person)} if person else {})}
        row = {"cookie": own, "address_index": self._mark(self._master.address_index(address)), "code": NO_CODE}
        moments = {"asked_at": now, "next_attempt": now}
        done = {"waits": False, "tries": CODE_TRIES, "proven": True, "attempts": 0}
        with self._database.in_turn() as connection:
            connection.execute(delete(sign_in_codes).where(_of.asked_at <= self._too_old()))
            connection.execute(insert(sign_in_codes).values(content=self._wrapped(said, own), **row, **moments, **done))
        return cookie

    def prove(self, cookie: str, code: str) -> int | None:
        own = digest(cookie)
        with self._database.in_turn() as connection:
            row = connection.execute(select(_of.code, _of.tries).where(self._is(cookie), _of.tries < CODE_TRIES)).first()
            tried = CODE_TRIES if row is None else row.tries + 1
            is_right = hmac.compare_digest(NO_CODE if row is None else row.code, self._code(own, code))
            after = {"proven": is_right, "tries": CODE_TRIES if is_right else tried}  # what was right is not asked again
            connection.execute(update(sign_in_codes).where(self._is(cookie), _of.tries < CODE_TRIES).values(**after))
        return None if is_right else CODE_TRIES - tried

    def proven(self, cookie: str) -> Proven | None:
        with self._database.reading() as connection:
            row = connection.execute(select(sign_in_codes).where(self._is(cookie), _of.proven)).first()
            if row is None:
                return None
            said = self._said(row)
            shown = said.get("person")
            known = self._master.address_index(said["address"])
            people = self._people(connection, known) if shown is None else (UUID(shown),)
        return Proven(said["address"], people, said["draft"])

    def _people(self, connection: Connection, address: bytes) -> tuple[PersonId, ...]:
        known = select(persons.c.id).join_from(addresses, persons, persons.c.number == addresses.c.person)
        rows = connection.scalars(known.where(addresses.c.address_index == address)).all()
        mergers = self._mergers.known()
        return tuple(sorted({mergers.person(UUID(bytes=row)) for row in rows}))  # ids are random: who came first is not told

    def forget(self, cookie: str) -> None:
        with self._database.in_turn() as connection:
            connection.execute(delete(sign_in_codes).where(_of.cookie == digest(cookie)))

    def empty(self, connection: Connection, of: Select[Any]) -> None:
        """
        Take out what is kept of an address that is erased; the letter that waits with it goes nowhere.

        The rows stay until they are too old: who asked for somebody else's code is answered as before, and learns of no erasure.
        """
        marks = [self._mark(each) for each in connection.scalars(of)]
        for row in connection.execute(select(sign_in_codes).where(_of.address_index.in_(marks))).all():
            said = dict.fromkeys(self._said(row), "")
            values = {"waits": False, "content": self._wrapped(said, row.cookie)}
            connection.execute(update(sign_in_codes).where(_of.number == row.number).values(**values))

    def _is(self, cookie: str) -> ColumnElement[bool]:
        """Say of a row whether it is of a browser, and still in its time."""
        return (_of.cookie == digest(cookie)) & (_of.asked_at > self._too_old())

    def _too_old(self) -> int:
        return int((self._clock() - CODE_LASTS).timestamp())

    def _mark(self, address_index: bytes) -> bytes:
        """Give by what codes for one address are counted: another mark than that of the address, so that no row is tied to it."""
        return bytes.fromhex(self._master.digest(b"|".join((b"sign-in-address", address_index))))[:MARK]

    def _code(self, cookie: bytes, code: str) -> bytes:
        """Give what is kept of a code: eight digits are guessed in no time by whoever has not the master key."""
        return bytes.fromhex(self._master.digest(b"|".join((b"sign-in-code", cookie, code.encode()))))

    # In the mail

    def waiting(self, now: datetime) -> Sequence[CodeLetter]:
        due = (_of.waits, _of.next_attempt <= int(now.timestamp()), _of.asked_at > self._too_old())
        with self._database.reading() as connection:
            rows = connection.execute(select(sign_in_codes).where(*due).order_by(_of.number)).all()
        return [CodeLetter(row.number, attempts=row.attempts, **self._said(row)) for row in rows]

    def claim(self, letter: CodeLetter) -> bool:
        """Take a letter: from now on the code stands in it alone."""
        return self._change(letter, waits=False, said=_of_letter(letter))

    def put_back(self, letter: CodeLetter, *, after: datetime) -> None:
        said = {**_of_letter(letter), "code": letter.code}
        again = {"attempts": letter.attempts + 1, "next_attempt": int(after.timestamp())}
        self._change(letter, waits=True, said=said, **again)

    def _change(self, letter: CodeLetter, *, waits: bool, said: dict[str, str], **values: int) -> bool:
        """Let a letter wait or no longer; say whether that is new."""
        this = (_of.number == letter.number) & (_of.waits.is_not(waits))
        with self._database.in_turn() as connection:
            row = connection.execute(select(sign_in_codes).where(this)).first()
            if row is None or not self._said(row)["address"]:  # claimed by another, or erased meanwhile
                return False
            content = self._wrapped(said, row.cookie)
            connection.execute(update(sign_in_codes).where(this).values(waits=waits, content=content, **values))
        return True

    def _said(self, row: Any) -> dict[str, str]:  # noqa: ANN401  # a row of sign_in_codes
        said: dict[str, str] = json.loads(self._master.unwrap(row.content, code_place(row.cookie)))
        return said

    def _wrapped(self, said: dict[str, str], cookie: bytes) -> bytes:
        return self._master.wrap(json.dumps(said).ljust(WIDTH).encode(), code_place(cookie))


def _of_letter(letter: CodeLetter) -> dict[str, str]:
    """Give what is kept of a letter beside its code."""
    return {"address": letter.address, "language": letter.language, "draft": letter.draft}


def code_place(cookie: bytes) -> str:
    """Give the place to which what is kept of a code is bound."""
    return f"code|{cookie.hex()}"


def too_old(now: datetime) -> ColumnElement[bool]:
    """Say of a row whether its code is right no more; a moment later than it is so, that no two clocks differ about it."""
    return _of.asked_at < int((now - CODE_LASTS - timedelta(minutes=1)).timestamp())
