"""One visit to a page: who comes, in which language, as of which day; what the page asks and gives, and how it says things."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any, TypeVar
from urllib.parse import urlencode
from uuid import UUID

from application.access.hats import Hat
from application.access.parts import ASKED_OF, parts_used
from application.access.table import ROWS, Asked, Scope
from application.command_handler import CommandResult
from application.commands.base import A_co, Command
from application.language.answers import TOLD_IN_SENTENCES, in_sentences
from application.language.formatting import format_value
from application.language.words import Language, Words
from application.ports.vault.sessions import Session
from application.queries.base import Many, Page, Query
from application.queries.cursors import Cursors, Place
from application.queries.networks import NetworkDetails, NetworkDirectory, NetworkEntry
from application.service import Service
from application.signing_in.ways_in import WaysIn
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.kernel.errors import Coded
from domain.party.service_parts import ServicePart
from infrastructure.tables import Table, TableColumn
from web.drawing.readable import addresses_of, id_in, readable
from web.drawing.tiles import Face, faces_of
from web.page import Redirect
from web.refusals import NOT_POSSIBLE_HERE, NOT_THERE, PageRefused
from web.sitemap import path_of, site

R = TypeVar("R")
I = TypeVar("I")  # noqa: E741  # an item
MOST = 500
LONG_NUMBER = 6
ON, KNOWN_AT, LANGUAGE = "on", "knownAt", "lang"
"""What any address may say: as of which day, as known when, in which language."""


@dataclass(frozen=True)
class Past:
    """As of which day, and as known when; neither: now."""

    on: date | None = None
    known_at: datetime | None = None

    def __bool__(self) -> bool:
        return self.on is not None or self.known_at is not None


@dataclass(frozen=True)
class Visit:
    """
    What a page has at hand.

    :param path: the address without what stands behind it
    :param query: what stands behind it
    :param form: what was sent, in order; empty when nothing was
    :param hats: all in which who is signed in may act now; the session is of one of them
    :param secret: of the browser session that the browser came with
    :param ways_in: how people come in, and out
    :param is_sent: whether a form was sent
    :param file: what was sent with the form, on a page that takes a file
    :param done: the deed that led to this page, as its sentence is found
    """

    service: Service
    session: Session
    language: Language
    path: str
    query: Mapping[str, str]
    form: Sequence[tuple[str, str]] = ()
    past: Past = Past()
    hats: Sequence[Hat] = ()
    secret: str = ""
    done: str = ""
    ways_in: WaysIn = field(kw_only=True)
    cookies: Mapping[str, str] = field(default_factory=dict)
    is_sent: bool = False
    file: bytes | None = None

    @property
    def now(self) -> "Visit":
        """The same visit, looking at today."""
        return replace(self, past=Past()) if self.past else self

    def wearing(self, asked: Asked) -> "Visit":
        """Give the same visit in a hat in which this may be asked or given, where the one that is worn may not."""
        hat = next((each for each in self.hats if each.role in ROWS.get(asked, {})), None)
        person = self.session.person
        return self if hat is None or person is None or self.may(asked) else replace(self, session=hat.session(person))

    # Asking and giving

    def ask(self, question: Query[R]) -> R:
        """Ask a question as of the day that is looked at; a history and what needs attention come in sentences."""
        unset = {name: getattr(self.past, name) for name in ("on", "known_at") if getattr(question, name) is None}
        asked = question.model_copy(update=unset) if self.past else question
        answer = self.service.query(asked, session=self.session)
        return in_sentences(answer, self.language) if isinstance(question, TOLD_IN_SENTENCES) else answer

    def ask_if_allowed(self, question: Query[R]) -> R | None:
        """Ask a question that not everybody may ask: nothing when it is refused."""
        if not self.may(type(question)):
            return None
        try:
            return self.ask(question)
        except Coded:
            return None

    def all_of(self, question: Page[Many[Any]]) -> Iterator[Any]:
        """Give every item of a list that is short, such as that of all networks."""
        answer = self.ask(question.model_copy(update={"limit": MOST}))
        yield from answer.items
        while answer.more:
            goes_on = {"limit": MOST, "position": answer.position, "after": answer.last_key}
            answer = self.ask(question.model_copy(update=goes_on))
            yield from answer.items

    def page_of(self, question: Page[Many[Any]], limit: int = 25) -> "PartOfList":
        """Give the part of a long list that the address says, and where it goes on."""
        asked = question.model_copy(update={"limit": limit})
        cursors = Cursors(self.service.vault, self.session, asked)
        if cursor := self.query.get("cursor"):
            place = cursors.read(cursor)
            asked = asked.model_copy(update={"position": place.position, "after": place.after})
        answer = self.ask(asked)
        following = None
        if answer.more:
            following = self.address(cursor=cursors.write(Place(answer.position, answer.last_key)))
        return PartOfList(answer.items, following, self.address(cursor=None) if cursor else None)

    def give(self, command: Command[A_co], command_id: UUID, expected: int | None = None) -> CommandResult[A_co]:
        """Do something: never on a page of the past."""
        if self.past:
            raise PageRefused(NOT_POSSIBLE_HERE)
        return self.service.execute(command, session=self.session, command_id=command_id, expected=expected)

    def may(self, *asked: Asked) -> bool:
        """Say whether the role may ask or give all of these at all; how far that reaches is told when it does."""
        return all(self.session.role in ROWS.get(each, {}) and self._may_be_given(each) for each in asked)

    def uses(self, asked: Asked) -> bool:
        """Say whether something is about no part of the service that the party does without."""
        return asked not in ASKED_OF or ASKED_OF[asked] in self.parts_used

    def _may_be_given(self, asked: Asked) -> bool:
        """Of a part that is off nothing is done; what was recorded of it can be read."""
        return issubclass(asked, Query) or self.uses(asked)

    @cached_property
    def parts_used(self) -> frozenset[ServicePart]:
        """The parts of the service that the party uses."""
        return parts_used(self.service.log)

    def reaches(self, asked: Asked, network: UUID | None = None) -> bool:
        """Say whether the role may ask something about a network: everywhere, or as that of its core group."""
        scope = ROWS.get(asked, {}).get(self.session.role)
        return scope is Scope.ALL or (scope is Scope.OWN_NETWORK and network is not None and self.session.network == network)

    # Saying

    def say(self, dutch: str, english: str) -> str:
        """Say something in the language of whoever reads it."""
        return Words(dutch, english).in_language(self.language)

    def tell(self, value: object) -> str:
        """Write a value as people do: a day, a number, the word of a choice."""
        return value.in_language(self.language) if isinstance(value, Words) else format_value(value, self.language)

    def table(self, name: Words, columns: Sequence[TableColumn[I]], rows: Sequence[I]) -> Table[I]:
        """Make a table, for the page and as a file."""
        return Table(name, tuple(columns), tuple(rows), self.language)

    # Where and when

    @property
    def today(self) -> date:
        """The day that is looked at."""
        return self.past.on or day_of(
            self.past.known_at - timedelta(microseconds=1) if self.past.known_at else self.service.now()
        )

    @property
    def is_visitor(self) -> bool:
        """Whether nobody is signed in."""
        return self.session.role is Role.VISITOR

    def address(self, path: str | None = None, **changes: str | None) -> str:
        """Give this address, or another with the same past, with some of what stands behind it changed; None takes it away."""
        past = (ON, KNOWN_AT) if self.past else ()
        kept = {name: text for name, text in self.query.items() if path is None or name in past}
        wanted: Mapping[str, str | None] = {**kept, LANGUAGE: None, **changes}
        behind = urlencode([(name, text) for name, text in wanted.items() if text is not None])
        return f"{path or self.path}?{behind}" if behind else path or self.path

    def address_of(self, kind: str, item: UUID) -> str | None:
        """Give where the page of an item is, with the same past: nothing while there is none of this kind."""
        if kind == "network":
            return self.address(f"/netwerken/{self.network_addresses.get(item, item)}")
        path = path_of(kind)
        return path and self.address(path.replace(f"{{{kind}}}", str(item)))

    def place(self, name: str, text: str, kind: object) -> UUID | int | str:
        """
        Read a part of the address: a network by its readable name, whatever is an id or a number by that.

        :raises PageRefused: if there can be nothing
        """
        if name == "network":
            return self.network_at(text)
        if kind is int and text.isascii() and text.isdigit() and len(text) < LONG_NUMBER:
            return int(text)
        if kind not in {UUID, int}:
            return text
        if kind is int or (item := id_in(text)) is None:
            raise PageRefused(NOT_THERE)
        return item

    def has_deed(self, path: str) -> bool:
        """Say whether something can be done at an address, in some role of who comes."""
        found = (each for each in site().deeds.values() if each.pattern.fullmatch(path))
        return any(self.wearing(each.command).may(each.command) for each in found)

    # Networks, which are everywhere

    @cached_property
    def networks(self) -> Sequence[NetworkEntry]:
        """All networks, as of the day."""
        return tuple(self.all_of(NetworkDirectory()))

    @cached_property
    def network_addresses(self) -> Mapping[UUID, str]:
        """By what readable name each is found."""
        return addresses_of(self.networks)

    @cached_property
    def faces(self) -> Mapping[UUID, Face]:
        """The face of each network; a network that is not listed on this day has none."""
        return faces_of(self.networks)

    def name_of(self, network: UUID) -> str | None:
        """Give what a network is called."""
        return next((each.name for each in self.networks if each.network == network), None)

    def network_at(self, text: str) -> UUID:
        """
        Give the network at a readable address.

        :raises Redirect: if it has another name now
        :raises PageRefused: if there is none
        """
        if (item := id_in(text)) is not None:
            return item
        for network, address in self.network_addresses.items():
            if address == text:
                return network
        for each in self.networks:
            if text in map(readable, self.ask(NetworkDetails(network=each.network)).former_names):
                raise Redirect(self.path.replace(f"/{text}", f"/{self.network_addresses[each.network]}", 1))
        raise PageRefused(NOT_THERE)


@dataclass(frozen=True)
class PartOfList:
    """Some of a long list, and where the rest is."""

    items: Sequence[Any]
    following: str | None
    first: str | None
    """Where the list begins, when this is not there."""
