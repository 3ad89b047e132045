"""What the vault refuses. No message ever contains a name, a key, a token or a text."""

from typing import ClassVar

from application.ports.errors import StoreBusy, StoreError
from domain.kernel.errors import Coded


class VaultRefusal(Coded):
    """The vault will not do this."""

    def __str__(self) -> str:
        return f"{self.code}: {type(self).__doc__}"


class SealBroken(VaultRefusal):
    """A sealed text is not where it belongs or was altered."""


class SealMisplaced(VaultRefusal):
    """A text may only be sealed under the reference that its author has in this context."""


class KeyDestroyed(VaultRefusal):
    """The key for this purpose was destroyed, and no new one is made."""


class PersonUnknown(VaultRefusal):
    """The vault does not know this person."""


class PersonErased(VaultRefusal):
    """This person was erased; nothing about them is taken in again."""


class PersonAlreadyKnown(VaultRefusal):
    """Another person is already known by this outside reference."""


class WrongMasterKey(StoreError):
    """The master key is not the one with which this vault was made."""

    retry_after = None


class MasterKeyReplaced(StoreError):
    """The master key of this vault was replaced after this process opened it."""

    retry_after = None


class VaultOfAnotherLog(StoreError):
    """This vault belongs to another log."""

    retry_after = None


class UnsupportedVaultUrl(StoreError):
    """The vault's address names neither an SQLite file nor a PostgreSQL database."""

    code = "vault-url-unsupported"
    retry_after = None


class BytesRemain(StoreBusy):
    """It was destroyed, but a reader keeps old bytes in the write-ahead log: do it again, that is harmless."""

    code = "vault-bytes-remain"


class MasterKeyError(StoreError):
    """The master key cannot be had; the class and its code say why."""

    code = "store-unavailable"
    sentence: ClassVar[str]
    retry_after = None

    def __init__(self, **facts: object) -> None:
        super().__init__(self.sentence.format(**facts))


class MasterKeyRequired(MasterKeyError):
    """Only an SQLite vault can have a key file beside it."""

    sentence = "a vault that is not an SQLite file needs the setting MASTER_KEY"


class MasterKeyMissing(MasterKeyError):
    """There is a vault, and not the key with which it was made."""

    sentence = "the vault {vault} exists and its key file {file} does not: put that back, or set MASTER_KEY"


class MasterKeyRights(MasterKeyError):
    """The key file can be read by others, or not by us."""

    sentence = "the key file {file} must be readable for its owner and nobody else (0600){why}"


class MasterKeyNotMade(MasterKeyError):
    """No key file could be made at the first start."""

    sentence = "the key file {file} cannot be made{why}"


class MasterKeyMalformed(MasterKeyError):
    """What should be the master key is something else."""

    sentence = "{where} is not {length} bytes in base64"
