"""
Codes by mail: each bound to the browser that asked for it, guessed at five times, and gone in half an hour.

A letter has a long code too, which is right once in every browser that asked for the same address: so that whoever asks
without end for somebody else's leaves them a way in, although no more letters go out (docs/decisions/0060).

Asking is one piece of work, the same for every address: who is known there is looked up when the letter goes out, and when
the code was right. Until then the row has the address encrypted, and what addresses are found by.
"""

import hmac
import json
import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, delete, insert, select, update

from application.ports.signing_in import (
    CODE_DIGITS,
    CODE_LASTS,
    CODE_TRIES,
    KEY_DIGITS,
    KEY_LASTS,
    CodeLetter,
    Proven,
    may_be_mailed,
)
from application.ports.vault.contexts import PersonId
from infrastructure.vault.database import Database
from infrastructure.vault.keys.wrapping import MasterKeys
from infrastructure.vault.people.mergers import Mergers
from infrastructure.vault.tables import addresses, persons, sign_in_codes
from infrastructure.vault.tokens import digest

WIDTH = 512
"""Of a letter as it is encrypted, at least: its length does not tell an address from another."""
NO_CODE = bytes(32)
"""In place of the digest of one: where no letter goes out, or it was used."""
MARK = 16
DAY = timedelta(days=1)

_of = sign_in_codes.c


class StoredSignInCodes:
    """Implements SignInCodes (application.ports)."""

    def __init__(self, database: Database, master: MasterKeys, mergers: Mergers, clock: Callable[[], datetime]) -> None:
        self._database, self._master, self._mergers, self._clock = database, master, mergers, clock

    # In the browser

    def ask(self, address: str, *, language: str, draft: str = "") -> str:
        cookie, code, key = secrets.token_urlsafe(32), _digits(CODE_DIGITS), _digits(KEY_DIGITS)
        own, now, mark = digest(cookie), self._clock(), self._mark(self._master.address_index(address))
        said = {"address": address.strip(), "language": language, "draft": draft, "code": code, "key": key}
        right = {"code": self._code(own, code), "key": self._code(mark, key)}
        asked = {"cookie": own, "address_index": mark, "asked_at": int(now.timestamp()), "next_attempt": int(now.timestamp())}
        with self._database.in_turn() as connection:
            connection.execute(delete(sign_in_codes).where(codes_over(now)))
            unused = [datetime.fromtimestamp(each, UTC) for each in connection.scalars(self._unused(mark, now - DAY))]
            waits = may_be_mailed(unused, now)
            content = self._wrapped({**said, "earlier": str(len(unused))}, own)
            row = {**asked, **(right if waits else dict.fromkeys(right, NO_CODE)), "content": content}
            connection.execute(insert(sign_in_codes).values(waits=waits, tries=0, proven=False, attempts=0, **row))
        return cookie

    @staticmethod
    def _unused(mark: bytes, since: datetime) -> Select[Any]:
        """Ask when letters were asked for that went to an address, and of which nobody used a code."""
        later = _of.asked_at > int(since.timestamp())
        return select(_of.asked_at).where(_of.address_index == mark, _of.key != NO_CODE, later)

    def show(self, address: str, *, language: str, person: PersonId | None = None) -> str:
        cookie = secrets.token_urlsafe(32)
        own, now = digest(cookie), int(self._clock().timestamp())
        said = {"address": address.strip(), "language": language, "draft": "", **({"person": str(person)} if person else {})}
        none = {"code": NO_CODE, "key": NO_CODE}
        row = {"cookie": own, "address_index": self._mark(self._master.address_index(address)), **none}
        moments = {"asked_at": now, "next_attempt": now}
        done = {"waits": False, "tries": CODE_TRIES, "proven": True, "attempts": 0}
        with self._database.in_turn() as connection:
            connection.execute(delete(sign_in_codes).where(codes_over(self._clock())))
            connection.execute(insert(sign_in_codes).values(content=self._wrapped(said, own), **row, **moments, **done))
        return cookie

    def prove(self, cookie: str, code: str) -> int | None:
        own = digest(cookie)
        with self._database.in_turn() as connection:
            row = connection.execute(select(sign_in_codes).where(self._is(cookie), _of.tries < CODE_TRIES)).first()
            mark = bytes(MARK) if row is None else row.address_index
            tried = CODE_TRIES if row is None else row.tries + 1
            of_letter = self._use(connection, mark, code)
            is_right = hmac.compare_digest(NO_CODE if row is None else row.code, self._code(own, code)) or of_letter
            after = {"proven": is_right, "tries": CODE_TRIES if is_right else tried}  # what was right is not asked again
            own_letter = {"key": NO_CODE} if is_right else {}
            connection.execute(
                update(sign_in_codes).where(self._is(cookie), _of.tries < CODE_TRIES).values(**after, **own_letter)
            )
        return None if is_right else CODE_TRIES - tried

    def _use(self, connection: Connection, mark: bytes, key: str) -> bool:
        """Use the long code of a letter to an address, if it is that of one in its time; it is right once."""
        lately = _of.asked_at > int((self._clock() - KEY_LASTS).timestamp())
        letter = (_of.address_index == mark) & (_of.key == self._code(mark, key)) & lately
        return connection.execute(update(sign_in_codes).where(letter).values(key=NO_CODE)).rowcount > 0

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

    def empty(self, connection: Connection, known_by: Iterable[bytes]) -> None:
        """
        Take out what is kept of addresses that are erased; the letter that waits with it goes nowhere.

        The rows stay until they are too old: who asked for somebody else's code is answered as before, and learns of no erasure.
        """
        marks = [self._mark(each) for each in known_by]
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

    def _code(self, of: bytes, code: str) -> bytes:
        """Give what is kept of a code of a browser or an address: digits are guessed in no time by whoever has not the key."""
        return bytes.fromhex(self._master.digest(b"|".join((b"sign-in-code", of, code.encode()))))

    # In the mail

    def waiting(self, now: datetime) -> Sequence[CodeLetter]:
        useful = _of.asked_at > int((now - KEY_LASTS).timestamp())
        due = (_of.waits, _of.next_attempt <= int(now.timestamp()), useful)
        with self._database.reading() as connection:
            rows = connection.execute(select(sign_in_codes).where(*due).order_by(_of.number)).all()
        return [self._letter(row) for row in rows]

    def _letter(self, row: Any) -> CodeLetter:  # noqa: ANN401  # a row of sign_in_codes
        said = self._said(row)
        return CodeLetter(row.number, attempts=row.attempts, earlier=int(said.pop("earlier")), **said)

    def claim(self, letter: CodeLetter) -> bool:
        """Take a letter: from now on the code stands in it alone."""
        return self._change(letter, waits=False, said=_of_letter(letter))

    def put_back(self, letter: CodeLetter, *, after: datetime) -> None:
        said = {**_of_letter(letter), "code": letter.code, "key": letter.key, "earlier": str(letter.earlier)}
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


def codes_over(now: datetime) -> ColumnElement[bool]:
    """Say of a row whether it is needed no more: to be right, or to count letters; a moment later, as no two clocks are one."""
    code, letter = (_of.asked_at < int((now - each - timedelta(minutes=1)).timestamp()) for each in (CODE_LASTS, DAY))
    return letter | code & (_of.key == NO_CODE)


def _digits(number: int) -> str:
    return f"{secrets.randbelow(10**number):0{number}}"
