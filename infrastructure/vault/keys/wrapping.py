"""The master key, the lasting key, and what is derived from both."""

import hmac
import os
import unicodedata
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from application.ports.errors import StoreDamaged
from infrastructure.vault.errors import MasterKeyReplaced

KEY_LENGTH = 32
NONCE_LENGTH = 12


def new_key() -> bytes:
    """Give 256 random bits."""
    return os.urandom(KEY_LENGTH)


def derived(key: bytes, info: str) -> bytes:
    """Give the key's own key for one use."""
    return HKDF(SHA256(), KEY_LENGTH, None, info.encode()).derive(key)


def mac(key: bytes, message: str) -> bytes:
    """Give the HMAC-SHA256 of a text."""
    return hmac.digest(key, message.encode(), "sha256")


class Box:
    """AES-GCM with a random nonce in front, bound to the place where the ciphertext lies."""

    __slots__ = ("_cipher",)

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    def close(self, content: bytes, place: str) -> bytes:
        nonce = os.urandom(NONCE_LENGTH)
        return nonce + self._cipher.encrypt(nonce, content, place.encode())

    def open(self, boxed: bytes, place: str) -> bytes:
        """
        Decrypt.

        :raises InvalidTag: if the box was altered or lies in another place
        """
        if len(boxed) < NONCE_LENGTH:
            raise InvalidTag
        return self._cipher.decrypt(boxed[:NONCE_LENGTH], boxed[NONCE_LENGTH:], place.encode())


class Wrapping:
    """What the master key does by itself: ``check`` tells whether it is the right one, and every other key is wrapped with it."""

    __slots__ = ("_box", "check")

    def __init__(self, master_key: bytes) -> None:
        if len(master_key) != KEY_LENGTH:
            message = f"a master key is {KEY_LENGTH} bytes"
            raise ValueError(message)
        self.check = mac(derived(master_key, "vault|check"), "this is the master key of this vault")
        self._box = Box(derived(master_key, "vault|wrapping"))

    def wrap(self, key: bytes, place: str) -> bytes:
        """Encrypt a key for the row in which it is kept."""
        return self._box.close(key, place)

    def unwrap(self, wrapped: bytes, place: str) -> bytes:
        """
        Decrypt a key from its row.

        :raises StoreDamaged: if it was altered or comes from another row
        """
        try:
            return self._box.open(wrapped, place)
        except InvalidTag:
            raise damaged() from None


LASTING = "lasting"
"""The place to which the lasting key is bound."""


def still_fits() -> bool:
    """Say that the master key is still the vault's, where nobody else can replace it."""
    return True


class MasterKeys:
    """
    What the vault derives once, when it is opened: from the master key, and from the lasting key that it wraps.

    What rows are found by and the digests of receipts are made with the lasting key, since they cannot be made anew when the
    master key is replaced (docs/decisions/0040). They mean nothing to whoever has not both the vault and its master key.
    """

    __slots__ = (
        "_address_index",
        "_digests",
        "_external_index",
        "_fits",
        "_look_index",
        "_message_index",
        "_name_index",
        "_owner_index",
        "_pending_index",
        "_reference_index",
        "_wrapping",
    )

    def __init__(self, wrapping: Wrapping, wrapped_lasting: bytes, *, fits: Callable[[], bool] = still_fits) -> None:
        """
        Derive them.

        :param fits: says, where something does not open, whether the master key is still that of the vault
        """
        self._wrapping, self._fits = wrapping, fits
        lasting = wrapping.unwrap(wrapped_lasting, LASTING)
        self._digests = derived(lasting, "vault|digests")
        self._name_index = derived(lasting, "vault|name-index")
        self._address_index = derived(lasting, "vault|address-index")
        self._external_index = derived(lasting, "vault|external-index")
        self._reference_index = derived(lasting, "vault|reference-index")
        self._pending_index = derived(lasting, "vault|pending-index")
        self._look_index = derived(lasting, "vault|look-index")
        self._owner_index = derived(lasting, "vault|owner-index")
        self._message_index = derived(lasting, "vault|message-index")

    def wrap(self, key: bytes, place: str) -> bytes:
        """Encrypt a key for the row in which it is kept."""
        return self._wrapping.wrap(key, place)

    def unwrap(self, wrapped: bytes, place: str) -> bytes:
        """
        Decrypt a key from its row.

        :raises StoreDamaged: if it was altered or comes from another row
        :raises MasterKeyReplaced: if the vault was wrapped anew since it was opened
        """
        try:
            return self._wrapping.unwrap(wrapped, place)
        except StoreDamaged:
            if self._fits():
                raise
            raise MasterKeyReplaced(MasterKeyReplaced.__doc__) from None

    def digest(self, data: bytes) -> str:
        """Give the HMAC-SHA256 of what could be guessed from a plain digest."""
        return hmac.digest(self._digests, data, "sha256").hex()

    def name_index(self, name: str) -> bytes:
        """Give what a name is found by: capitals, spaces and ways of writing an accent make no difference."""
        return mac(self._name_index, " ".join(unicodedata.normalize("NFC", name).casefold().split()))[:16]

    def address_index(self, address: str) -> bytes:
        """Give what an e-mail address is found by: capitals make no difference."""
        return mac(self._address_index, address.strip().casefold())[:16]

    def external_index(self, external: str) -> bytes:
        """Give what a reference of an import is found by."""
        return mac(self._external_index, external)[:16]

    def context_index(self, context: str) -> bytes:
        return mac(self._reference_index, f"context|{context}")[:16]

    def pending_index(self, subject: str) -> bytes:
        """Give what is pending about something by."""
        return mac(self._pending_index, subject)[:16]

    def look_index(self, look: str) -> bytes:
        """Give what a look of one day at one person is found by."""
        return mac(self._look_index, look)[:16]

    def owner_index(self, owner: str) -> bytes:
        """Give what a row of a person is found by where no row says whose it is."""
        return mac(self._owner_index, owner)[:16]

    def message_index(self, message: str) -> bytes:
        """Give what a message that waits is found by."""
        return mac(self._message_index, message)[:16]

    def reference_index(self, context: str, reference: str) -> bytes:
        return mac(self._reference_index, f"reference|{context}|{reference}")[:16]


def damaged() -> StoreDamaged:
    """Say that a row of the vault does not hold what the vault put there."""
    return StoreDamaged("a row of the vault was altered or moved")
