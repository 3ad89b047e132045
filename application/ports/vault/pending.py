"""What one command writes into the vault, unseen until it has its receipt (docs/decisions/0025)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from application.ports.vault.contexts import PersonId
from application.ports.vault.people import KnownPerson, SameDetail
from application.ports.vault.register import NewMember, RegisterSaid
from domain.kernel.acts import Reference
from domain.kernel.text import Sealed, SealedFor


@dataclass(frozen=True)
class PendingCommand:
    """A command that wrote into the vault and was not seen to have its receipt yet."""

    command: UUID
    digest: str
    since: datetime
    writes: int


class PendingWrites(Protocol):
    """
    What one command writes into the vault: known to itself alone until it has its receipt (docs/decisions/0025).

    It is collected while the command decides, stored before the command is recorded, and confirmed or removed after that.
    """

    def same_as_known(self, name: str, *, email: str | None = None) -> frozenset[SameDetail]:
        """Say what somebody to be registered shares with others: known ones, and those whom this or another command registers."""

    def register_person(
        self,
        name: str,
        *,
        province: str | None = None,
        birth_year: int | None = None,
        postcode: str | None = None,
        email: str | None = None,
        somebody_else: bool = False,
    ) -> KnownPerson:
        """
        Keep somebody new; the same command again, after a crash, keeps the same person.

        :param somebody_else: also when somebody with the same name or address comes meanwhile
        """

    def people_known_as(self, external: Iterable[str]) -> Mapping[str, KnownPerson]:
        """Give the persons that an import knows by these references; those not known yet are kept, without a name."""

    def __bool__(self) -> bool:
        """Say whether something was collected."""

    def members_known_as(self, members: Iterable[NewMember]) -> Mapping[str, KnownPerson]:
        """Give members by their numbers, as far as they were not known yet kept with what the register says of them."""

    def keep_register_entry(self, row: KnownPerson, said: RegisterSaid, day: date) -> None:
        """
        Keep what the register said of somebody in the file of a day, instead of what it said before under that number.

        :param row: whose keys it is kept under: the row that has the number, or that gets it
        """

    def renew_erased_number(self, number: str, day: date) -> None:
        """Keep that the file of a day still names somebody who was erased."""

    def forget_erased_number(self, number: str) -> None:
        """Let somebody who was erased come back: they became a member again."""

    def correct_person(
        self,
        person: PersonId,
        *,
        name: str | None = None,
        province: str | None = None,
        birth_year: int | None = None,
        postcode: str | None = None,
    ) -> None:
        """Keep what was typed wrongly about somebody as it should be; None stays as it is."""

    def keep_address(self, person: PersonId, address: str | None) -> None:
        """Keep where somebody wants their mail, instead of what was known before; None for nowhere."""

    def refuse_address(self, person: PersonId, at: datetime) -> None:
        """Remember that somebody's address does not work, until there is another."""

    def merge(self, into: PersonId, merged: PersonId, *, contexts: Iterable[str]) -> None:
        """
        Keep that two are one person.

        :param contexts: where the person goes on under the reference of the merged one
        """

    def split(self, merged: PersonId) -> None:
        """Keep that somebody who was merged is a person of their own after all."""

    def erase_person(self, person: PersonId, standing: Sequence[tuple[str, Reference]], *, after: date) -> None:
        """
        Destroy all keys and the record of a person.

        :param standing: what must end by itself, each on a day of its own after ``after``: context and reference
        """

    def destroy_statistics(self, person: PersonId) -> None:
        """Destroy province, year of birth and postcode of a person, and the key of those that are sealed elsewhere."""

    def seal_closed(self, text: str, *, dossier: UUID, place: SealedFor) -> Sealed:
        """Seal a text with the key of its dossier, made for its first text; ``place.subject`` is the dossier's id."""

    def store(self) -> None:
        """
        Store what was collected, unseen.

        :raises ConcurrentChange: if somebody made the same person or key since this command looked, or one who may be the same
        """

    def confirm(self) -> None:
        """Let everybody see it: the command has its receipt."""

    def remove(self) -> None:
        """Leave nothing of it: nothing was recorded."""
