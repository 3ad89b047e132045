"""The vault: persons, their references, their texts, and who holds which token."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from application.ports.vault.contexts import PersonId
from application.ports.vault.kept import KeptInVault
from application.ports.vault.looks import KeptLooks
from application.ports.vault.pending import PendingCommand, PendingWrites
from application.ports.vault.people import PeopleKnown
from application.ports.vault.register import MembersByNumber
from application.ports.vault.sessions import IssuedTokens
from application.ports.wishes import StoredWishes
from domain.kernel.text import Purpose, Sealed, SealedFor


class Vault(IssuedTokens, KeptLooks, MembersByNumber, PeopleKnown, Protocol):
    """What use cases and questions ask of the vault: its parts, texts and their keys, and what a command writes."""

    def pending(self, command: UUID, digest: str, now: datetime) -> PendingWrites:
        """
        Begin to collect what a command writes: the only way in for use cases.

        :param digest: of command and actor, as its receipt will have it
        """

    def pending_commands(self) -> Sequence[PendingCommand]:
        """Give the commands of which something is pending, the oldest first."""

    def confirm_pending(self, command: UUID, digest: str) -> None:
        """Let everybody see what a command with a receipt wrote; again, or when it wrote nothing, that changes nothing."""

    def remove_pending(self, command: UUID, digest: str, *, before: datetime) -> None:
        """Leave nothing of what a command wrote before a moment."""

    def registered_by(self, command: UUID, digest: str) -> PersonId | None:
        """Give whom a command with a receipt registered, None when they were erased."""

    @property
    def wishes(self) -> StoredWishes:
        """What people wish for by themselves."""

    def open(self, sealed: Sealed, place: SealedFor, *, context: str | None = None) -> str | None:
        """Open a sealed text (personal texts need their context); None when its key was destroyed."""

    def destroy_key(self, person: PersonId, purpose: Purpose) -> None:
        """Destroy a person's key for one purpose: everything sealed with it is gone."""

    def destroy_dossier_key(self, dossier: UUID) -> None:
        """Destroy the key of a dossier."""

    def kept_of(self, person: PersonId) -> KeptInVault:
        """Give all that is kept of somebody."""

    def destroy_what_is_over(self, now: datetime) -> None:
        """Destroy rows whose own term is over (application.privacy.register): messages, looks, accesses that ended."""

    def wipe_again(self, *, whatever: bool = False) -> None:
        """Wipe what a reader kept from being wiped, if that was so; or ``whatever`` is known: another may have stopped."""

    def keyed_digest(self, data: bytes) -> str:
        """Give an HMAC-SHA256 (hex) under a key of this vault: guessable things must not be found by guessing."""

    def claim_fan_out(self, person: PersonId, day: date) -> bool:
        """
        Say whether something of a person may be ended, withdrawn or restored today: one reference per person and day.

        So nothing of two references of one person ever happens in one batch (docs/decisions/0027).
        """

    def must_take_writes(self) -> None:
        """
        Check that something could be kept now, without keeping anything.

        :raises StoreError: if not
        """
