"""A sealed text: encrypted under a key's own key for one context, bound to one place."""

import base64
import binascii
import hmac
import json
import os

from cryptography.exceptions import InvalidTag

from domain.kernel.text import Sealed, SealedFor
from infrastructure.vault.errors import SealBroken
from infrastructure.vault.keys.wrapping import Box, derived, mac

VALUE_LENGTH = 16


def key_id(key: bytes, context: str) -> str:
    """Give what a key is called in a context: nobody without the key sees that two such names are of one key."""
    return mac(key, f"id|{context}")[:16].hex()


class Seal:
    """A key in one context."""

    __slots__ = ("_box", "_key", "id")

    def __init__(self, key: bytes, context: str) -> None:
        self.id = key_id(key, context)
        self._key = derived(key, f"seal|{context}")
        self._box = Box(self._key)

    def seal(self, text: str, place: SealedFor) -> Sealed:
        value = os.urandom(VALUE_LENGTH).hex()
        box = self._box.close(text.encode(), bound(place, self.id, value))
        return Sealed(key=self.id, value=value, commitment=self._commitment(value), box=written(box))

    def open(self, sealed: Sealed, place: SealedFor) -> str:
        """
        Open a text that was sealed with this key for this place.

        :raises SealBroken: if it was altered, moved or sealed with another key
        """
        if not hmac.compare_digest(self._commitment(sealed.value).encode(), sealed.commitment.encode()):
            raise SealBroken
        try:
            return self._box.open(read(sealed.box), bound(place, sealed.key, sealed.value)).decode()
        except InvalidTag:
            raise SealBroken from None

    def _commitment(self, value: str) -> str:
        """Give what proves that this key and no other was used: AES-GCM alone does not."""
        return mac(self._key, f"commitment|{value}").hex()


def bound(place: SealedFor, key: str, value: str) -> str:
    """Give the associated data: canonical JSON of the place, the key and the value."""
    return json.dumps(
        {
            "aggregate": place.aggregate,
            "eventType": place.event_type,
            "field": place.field,
            "key": key,
            "subject": place.subject,
            "value": value,
        },
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )


def written(box: bytes) -> str:
    """Write bytes as base64url without padding."""
    return base64.urlsafe_b64encode(box).rstrip(b"=").decode()


def read(text: str) -> bytes:
    """
    Read base64url, of which only one spelling is right: otherwise bits could be flipped unseen.

    :raises SealBroken: if it is spelled otherwise
    """
    try:
        box = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (ValueError, binascii.Error):
        raise SealBroken from None
    if written(box) != text:
        raise SealBroken
    return box
