"""The vault: persons, their references, their texts, and who holds which token."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol
from uuid import UUID

from application.ports.wishes import StoredWishes
from application.privacy.register import What
from domain.kernel.acts import Reference, Role
from domain.kernel.text import Purpose, Sealed, SealedFor

PersonId = UUID
"""A person inside the vault. Never in an event, never in an address."""

PARTY = "party"
OFFICE = "office"
ERASURE = "erasure"
PRIVACY = "privacy"
CONSENT = "consent"
"""Contexts in which people have their references, beside their networks."""

NOTHING = ""
"""The context of what only looks as if it were to end: how much stood of somebody is not to be counted."""


NETWORK = "network/"
"""What the contexts of networks begin with."""


def in_network(network: UUID) -> str:
    """Name the context in which people of a network have their references."""
    return f"{NETWORK}{network}"


def network_of(context: str) -> UUID:
    """Give the network whose context it is."""
    return UUID(context.removeprefix(NETWORK))


TOKEN_DAYS = 90
"""How long a token opens something, unless it is said when it is given."""


@dataclass(frozen=True, repr=False)
class ConfirmedMail:
    """A mailbox that somebody without a session showed to be theirs, and whom the vault knows there."""

    address: str
    people: tuple[PersonId, ...]


class RequestLink(NamedTuple):
    """
    What a requester's link opens: one request and nothing else.

    :param proven: whether a code from the requester's mail was filled in too, as a closed request asks
    """

    request: UUID
    proven: bool = False


class CalendarKey(NamedTuple):
    """
    What a key to somebody's calendar opens: when they may go where, and nothing else.

    :param hidden_too: whether meetings of sensitive networks are in it, without a name
    """

    hidden_too: bool


@dataclass(frozen=True)
class Session:
    """Who presents a token: a person or nobody in particular, in one role, perhaps in one network."""

    person: PersonId | None
    role: Role
    network: UUID | None
    endings: int | None = None
    """How often that right had ended when the token was given (application.access.rights); None: it is of no token."""
    confirmed: ConfirmedMail | None = None
    """Of a visitor: the mailbox with which a question is asked."""
    link: RequestLink | None = None
    """Of a requester who came by a link."""


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


class LookPurpose(StrEnum):
    """What somebody looks at people for. A choice and not a text, which could become a remark about somebody else."""

    NETWORK_WORK = "network-work"
    ADVICE_WORK = "advice-work"
    PLAN_WORK = "plan-work"
    ASKED_BY_THEM = "asked-by-them"
    MENDING = "mending"
    OVERSIGHT = "oversight"


@dataclass(frozen=True)
class Look:
    """
    Somebody looked at people: on which day, in which role, at what, and what for.

    :param by: who it was; None for who runs the program
    :param what: the question that was asked, or the command that was typed
    :param about: the item that it was asked about
    :param purpose: what for; None when they did not say so
    """

    day: date
    role: Role
    what: str
    by: PersonId | None = None
    about: UUID | None = None
    purpose: LookPurpose | None = None


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


@dataclass(frozen=True)
class RefusedAddress:
    """Somebody whose address a mail server refused."""

    person: PersonId
    name: str | None
    since: datetime


@dataclass(frozen=True)
class IssuedToken:
    """A token as it is listed: never the token itself, which nobody can show again."""

    number: int
    person: PersonId | None
    name: str | None
    role: Role
    network: UUID | None
    issued_at: datetime
    expires_at: datetime
    ended_at: datetime | None
    link: RequestLink | None = None
    named: str | None = None
    """Whom a requester's link was passed to; None for themselves."""
    calendar: CalendarKey | None = None
    """Of a key to somebody's calendar."""


@dataclass(frozen=True)
class PendingCommand:
    """A command that wrote into the vault and was not seen to have its receipt yet."""

    command: UUID
    digest: str
    since: datetime
    writes: int


class ProvinceKnown(NamedTuple):
    """Where somebody lives as it was corrected, and the moment from which on it was known so."""

    at: datetime
    province: str


@dataclass(frozen=True)
class KeptAccess:
    """An access that somebody was given: a token, never the token itself."""

    role: Role
    network: UUID | None
    issued_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True)
class KeptMessage:
    """A weekly message to somebody, and what became of it."""

    day: date
    state: str


@dataclass(frozen=True)
class KeptInVault:
    """All that the vault keeps of one person; ``rows`` says how many rows each of its tables has of them."""

    values: Mapping[What, tuple[str, ...]]
    accesses: Sequence[KeptAccess]
    messages: Sequence[KeptMessage]
    rows: Mapping[str, int]


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


class Vault(Protocol):
    """Persons, and which references are theirs; keys; who holds which token."""

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

    @property
    def wishes(self) -> StoredWishes:
        """What people wish for by themselves."""

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

    def corrected_provinces(self, context: str, references: Iterable[Reference]) -> Mapping[Reference, Sequence[ProvinceKnown]]:
        """Give what was corrected about where people live, by their references in a context, oldest first."""

    def open(self, sealed: Sealed, place: SealedFor, *, context: str | None = None) -> str | None:
        """Open a sealed text (personal texts need their context); None when its key was destroyed."""

    def destroy_key(self, person: PersonId, purpose: Purpose) -> None:
        """Destroy a person's key for one purpose: everything sealed with it is gone."""

    def destroy_dossier_key(self, dossier: UUID) -> None:
        """Destroy the key of a dossier."""

    def erase_person(
        self, person: PersonId, standing: Sequence[tuple[str, Reference]] = (), *, after: date | None = None
    ) -> None:
        """Destroy all keys and the record of a person; what stands is to end on a day of its own after a day."""

    def to_end(self, today: date) -> Sequence["ToEnd"]:
        """Give what stood of people who were erased and is to end by today, in no order."""

    def ended(self, number: int) -> None:
        """Forget something that was to end: nothing of it stands any more."""

    def keep_looks(self, people: Iterable[PersonId], look: Look) -> None:
        """Keep a look at people, once a day; of those who were erased meanwhile nothing."""

    def kept_of(self, person: PersonId) -> KeptInVault:
        """Give all that is kept of somebody."""

    def looks_at(self, person: PersonId) -> Sequence[Look]:
        """Give who looked at somebody, the first first."""

    def destroy_what_is_over(self, now: datetime) -> None:
        """Destroy rows whose own term is over (application.privacy.register): messages, looks, accesses that ended."""

    def wipe_again(self, *, whatever: bool = False) -> None:
        """Wipe what a reader kept from being wiped, if that was so; or ``whatever`` is known: another may have stopped."""

    def keyed_digest(self, data: bytes) -> str:
        """Give an HMAC-SHA256 (hex) under a key of this vault: guessable things must not be found by guessing."""

    def merged_people(self) -> Sequence[KnownPerson]:
        """Give everybody into whom somebody was merged."""

    def split_erased_apart(self, erased: Container[Reference]) -> None:
        """
        Undo each merger of two people of whom the log says that one was erased and the other was not.

        Who is erased while a merger stands is erased under the references of both: it was undone before.

        :param erased: the references in the context of erasures that the log has
        """

    def split_people(self) -> Sequence[KnownPerson]:
        """Give both people of every merger that was undone."""

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

    def issue_token(
        self,
        role: Role,
        *,
        person: PersonId | None = None,
        network: UUID | None = None,
        endings: int = 0,
        days: int = TOKEN_DAYS,
        link: RequestLink | None = None,
        named: str | None = None,
        calendar: CalendarKey | None = None,
    ) -> str:
        """
        Make a token and remember only its digest.

        :param endings: how often the right to it had ended before (application.access.rights)
        :param days: how long it opens something
        :param link: of a requester's link: the one request that it opens
        :param named: whom the link is passed to
        :param calendar: of a key to a calendar: it gives no session of anything else
        """

    def calendar_of(self, token: str) -> tuple[Session, CalendarKey] | None:
        """Give whose calendar a key opens, and what of it; None when it is unknown, ended, expired or no such key."""

    def calendar_keys(self, person: PersonId) -> Sequence[IssuedToken]:
        """Give every key to somebody's calendar that was made, ended ones too."""

    def issued_tokens(self) -> Sequence[IssuedToken]:
        """Give every token that was made, in that order, ended ones too."""

    def living_tokens(self) -> Mapping[int, Session]:
        """Give the session of every token that was not ended and has not expired, by number."""

    def end_token(self, number: int) -> bool:
        """End a token for good; say whether there is one of this number. Ended again, it keeps its end."""

    def session(self, token: str) -> Session | None:
        """Give the session of a token, or None when it is unknown, ended or expired."""
