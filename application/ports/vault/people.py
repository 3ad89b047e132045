"""Persons of the vault: who they are, their references, what is known of them."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from application.ports.vault.contexts import PersonId
from domain.kernel.acts import Reference
from domain.kernel.text import Purpose, Sealed, SealedFor


@dataclass(frozen=True)
class PersonDetails:
    """What tells two people of one name apart, as far as it is known."""

    person: PersonId
    name: str | None
    province: str | None
    birth_year: int | None


class SameDetail(StrEnum):
    """By what somebody who is registered may be somebody who is known already."""

    NAME = "name"
    ADDRESS = "address"


@dataclass(frozen=True)
class RefusedAddress:
    """Somebody whose address a mail server refused."""

    person: PersonId
    name: str | None
    since: datetime


class ProvinceKnown(NamedTuple):
    """Where somebody lives as it was corrected, and the moment from which on it was known so."""

    at: datetime
    province: str


@dataclass(frozen=True)
class ToEnd:
    """What stood of somebody who was erased: a context and the reference there, which is nobody's any more."""

    number: int
    context: str
    reference: Reference


class KnownPerson(Protocol):
    """One person, looked up once."""

    @property
    def id(self) -> PersonId: ...

    @property
    def is_erased(self) -> bool:
        """Whether nothing of the person is there any more."""

    def reference(self, context: str) -> Reference:
        """Give the reference under which the person goes on in a context (``network/<id>``, ``party``, ``office``)."""

    def references(self, context: str) -> tuple[Reference, ...]:
        """Give all references of the person in a context, that one first: more than one after a merger (docs/decisions/0031)."""

    @property
    def statistics(self) -> Mapping[str, str]:
        """Give the coarse statistics (province, birth year) of the person, as far as known."""

    @property
    def counts(self) -> bool:
        """Whether province, year of birth and postcode may be kept: somebody can object, and then they are destroyed for good."""

    def seal(self, text: str, *, purpose: Purpose, context: str, place: SealedFor) -> Sealed:
        """Seal a text with the person's key for a purpose; ``place.subject`` is the person's reference."""


class PeopleKnown(Protocol):
    """Persons, and which references are theirs."""

    def person_named(self, name: str) -> PersonId | None:
        """Give the person with exactly this display name, when there is exactly one."""

    def people_named(self, beginning: str, *, most: int) -> Sequence[PersonDetails]:
        """
        Give people of whom a name begins so, whatever the capitals and accents: whole names first, then in order of names.

        :param most: how many at most
        """

    def details(self, people: Iterable[PersonId]) -> Mapping[PersonId, PersonDetails]:
        """Give what tells people of one name apart; erased ones are left out."""

    def known(self, person: PersonId) -> KnownPerson:
        """Look a person up, with one question to the vault for all that a command needs of them."""

    def addresses(self, people: Iterable[PersonId]) -> Mapping[PersonId, str]:
        """Give where people want their mail; those without an address, or with one that was refused, are left out."""

    def is_address_known(self, address: str) -> bool:
        """Say whether anybody wants their mail at an address."""

    def refuse_address(self, person: PersonId, at: datetime) -> None:
        """Remember that a mail server refused somebody's address, until there is another."""

    def refused_addresses(self) -> Sequence[RefusedAddress]:
        """Give whose address was refused, and since when."""

    def reference(self, person: PersonId, context: str) -> Reference:
        """Give the person's reference in a context."""

    def whose(self, context: str, references: Iterable[Reference]) -> dict[Reference, PersonId]:
        """Give the persons behind references in a context; erased ones are left out."""

    def names(self, context: str, references: Iterable[Reference]) -> dict[Reference, str]:
        """Give the display names behind references in a context; erased ones are left out."""

    def corrected_provinces(self, context: str, references: Iterable[Reference]) -> Mapping[Reference, Sequence[ProvinceKnown]]:
        """Give what was corrected about where people live, by their references in a context, oldest first."""

    def merged_people(self) -> Sequence[KnownPerson]:
        """Give everybody into whom somebody was merged."""

    def split_people(self) -> Sequence[KnownPerson]:
        """Give both people of every merger that was undone."""

    def split_erased_apart(self, erased: Container[Reference]) -> None:
        """
        Undo each merger of two people of whom the log says that one was erased and the other was not.

        Who is erased while a merger stands is erased under the references of both: it was undone before.

        :param erased: the references in the context of erasures that the log has
        """

    def erase_person(
        self, person: PersonId, standing: Sequence[tuple[str, Reference]] = (), *, after: date | None = None
    ) -> None:
        """Destroy all keys and the record of a person; what stands is to end on a day of its own after a day."""

    def to_end(self, today: date) -> Sequence["ToEnd"]:
        """Give what stood of people who were erased and is to end by today, in no order."""

    def ended(self, number: int) -> None:
        """Forget something that was to end: nothing of it stands any more."""
