"""Places in a list: signed, covered, and good only for whoever asked, for the same question."""

import base64
import binascii
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from typing import Any

from application.ports.vault.sessions import Session
from application.ports.vault.vault import Vault
from application.queries.base import Page
from domain.kernel.errors import DomainError

LONGEST = 2000
NONCE, BLOCK = 16, 32
"""Bytes of what makes each cursor another, and of a digest."""


class InvalidCursor(DomainError):
    """The cursor is not one that we wrote."""


class CursorOfSomeoneElse(DomainError):
    """The cursor was written for someone else, or for another question."""


@dataclass(frozen=True)
class Place:
    """Where a next page begins: after which key, in what was known up to which position."""

    position: int
    after: str


@dataclass(frozen=True)
class Cursors:
    """Writes and reads the cursors of one session for one question."""

    vault: Vault
    session: Session
    question: Page[Any]

    def write(self, place: Place) -> str:
        told = {"p": place.position, "k": place.after, "w": self._owner, "q": self._asked}
        written = json.dumps(told, separators=(",", ":")).encode()
        nonce = secrets.token_bytes(NONCE)
        payload = base64.urlsafe_b64encode(nonce + self._covered(written, nonce)).decode().rstrip("=")
        return f"{payload}.{self._signature(payload)}"

    def read(self, cursor: str) -> Place:
        """
        Read a place.

        :raises InvalidCursor: if it is not one that we wrote
        :raises CursorOfSomeoneElse: if it was written for someone else, or for another question
        """
        payload, _, signature = cursor.partition(".")
        if not cursor.isascii() or not hmac.compare_digest(signature, self._signature(payload)):
            raise InvalidCursor
        try:
            covered = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
            told = json.loads(self._covered(covered[NONCE:], covered[:NONCE]))
        except (binascii.Error, ValueError) as error:  # pragma: no cover  # what we signed we can read
            raise InvalidCursor from error
        if (told["w"], told["q"]) != (self._owner, self._asked):
            raise CursorOfSomeoneElse
        return Place(position=told["p"], after=told["k"])

    def _covered(self, data: bytes, nonce: bytes) -> bytes:
        """Cover what is written, or uncover it: the position in it would count what happens elsewhere."""
        blocks = (self.vault.keyed_digest(b"cursor-cover/%d/" % block + nonce) for block in range(len(data) // BLOCK + 1))
        return bytes(one ^ other for one, other in zip(data, bytes.fromhex("".join(blocks)), strict=False))

    def _signature(self, payload: str) -> str:
        return self.vault.keyed_digest(b"cursor/" + payload.encode())

    @property
    def _owner(self) -> str:
        whose = f"cursor-of/{self.session.person}/{self.session.role}/{self.session.network}"
        return self.vault.keyed_digest(whose.encode())[:32]

    @property
    def _asked(self) -> str:
        asked = self.question.model_dump_json(exclude={"limit", "after", "position"})
        return hashlib.sha256(f"{type(self.question).__name__}/{asked}".encode()).hexdigest()[:32]
