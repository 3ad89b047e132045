"""What the party's register says of members, by their numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple, Protocol

from application.ports.vault.contexts import PersonId
from application.ports.vault.people import KnownPerson


class RegisterSaid(NamedTuple):
    """
    What the party's register says of a member; None where it says nothing.

    :param member: whether they are a member of the party by it
    """

    number: str
    name: str
    email: str | None
    postcode: str | None
    birth_year: int | None
    member: bool = True


class NewMember(NamedTuple):
    """Somebody whom the register says to be a member in the file of a day, and who is not known yet."""

    said: RegisterSaid
    day: date
    province: str | None


@dataclass(frozen=True)
class RegisterEntry:
    """
    Somebody who is known by a member number, and what the register said of them last.

    :param row: the row of the vault that has the number; ``person`` is who that is, after mergers too
    :param day: of the file that first said so
    :param counts: whether postcode and year of birth may be kept: somebody can have them destroyed
    """

    number: int
    person: PersonId
    row: PersonId
    said: RegisterSaid
    day: date
    counts: bool


@dataclass(frozen=True)
class KnownNow:
    """What is known of somebody now; the moments say when it was corrected by hand or by an earlier file, None: never."""

    name: str | None
    email: str | None
    postcode: str | None
    province: str | None
    birth_year: int | None
    corrected_at: datetime | None
    address_at: datetime | None


class MembersByNumber(Protocol):
    """Members by their numbers, and what the register said of them last."""

    def register_entries(self, numbers: Iterable[str]) -> Mapping[str, RegisterEntry]:
        """Give who is known by member numbers."""

    def register_entries_after(self, number: int, *, most: int) -> Sequence[RegisterEntry]:
        """Give who is known by a member number, after an entry of the vault, in its order."""

    def register_entries_corrected(self) -> Iterator[RegisterEntry]:
        """Give who is known by a member number and of whom something was corrected or another address kept, the last first."""

    def member_numbers_of(self, person: PersonId) -> Sequence[str]:
        """Give by which member numbers somebody is known: more than one after a merger."""

    def erased_numbers(self, numbers: Iterable[str]) -> frozenset[str]:
        """Give under which member numbers somebody was known who was erased."""

    def known_now(self, people: Iterable[PersonId]) -> Mapping[PersonId, KnownNow]:
        """Give what is known of people now; erased ones are left out."""

    def without_number_like(self, people: Sequence[tuple[str, str | None]]) -> Sequence[tuple[PersonId, ...]]:
        """Give, for each name and address, who has the same and is not known by a member number."""

    def row(self, person: PersonId) -> KnownPerson:
        """Look a row of the vault up by itself, whoever it is since a merger."""
