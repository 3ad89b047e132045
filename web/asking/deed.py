"""A deed: a form made from a command, and what is said when it was done. Double clicks, "back" and trying again are harmless."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from inspect import signature
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from starlette.responses import RedirectResponse, Response

from application.access.parts import fields_left_out, must_be_about_used_part
from application.access.scopes import must_have_row
from application.commands.base import Command
from application.forms.fields import FormField, Kind
from application.forms.refusals import field_of
from application.language.forms.titles import title_of
from application.language.words import Words
from application.ports.errors import StoreError
from application.queries.auditing.record import PeopleNamed
from application.queries.base import Query
from domain.kernel.acts import Role
from domain.kernel.errors import DomainError
from web.asking.choosing import with_people
from web.asking.forms import Typed, command_from, fields_of, typed, values_of
from web.asking.people import asked_of, look_up, without_people
from web.asking.periods import PERIODS, of_a_period
from web.cookies import keep
from web.drawing.readable import id_in
from web.page import pattern_of
from web.refusals import NOT_POSSIBLE_HERE, PageRefused, told
from web.shell import DONE_COOKIE, FORM

if TYPE_CHECKING:
    from web.visit import Visit

A_MOMENT = 60
"""Seconds in which the next page says what was done."""
COMMAND_ID, SEEN = "opdracht", "gezien"
"""Hidden fields: the id of the command, and the version that was looked at."""
TELL_OF_PEOPLE = frozenset({"of", "reference"})
"""Fields in which lines of a history are chosen, as it tells them."""
OTHERS_CHANGED = Words(
    "Iemand anders heeft dit intussen gewijzigd. Wat u invulde staat er nog. Bekijk hoe het nu is, en verstuur het opnieuw.",
    "Somebody else has changed this meanwhile. What you filled in is still here. Look how it is now, and send it again.",
)
SESSION_OVER = Words(
    "U bent niet meer aangemeld. Wat u invulde staat er nog. Meld u aan in een nieuw tabblad en druk hier opnieuw op de knop.",
    "You are no longer signed in. What you filled in is still here. Sign in in a new tab and press the button here again.",
)


@dataclass(frozen=True)
class Deed:
    """
    One thing that can be done on a page of its own.

    :param asks: the fields that are asked, in the order of the form
    :param says: what the page fills in: a value, or a function of the attempt (its visit, its places, what it is about)
    :param then: the page that comes after, with names of the address or of the answer in braces
    :param done: what has been done, and what happens next
    :param about: the question about what it changes: its name stands above the form, and it gives the version that is looked at
    :param quote: the words of its answer that the deed is about, such as a purpose that is endorsed; it also gets, where
        it asks for them by name, what is in the address and the language of the reader
    :param starts: what stands in the fields at first, from its answer: texts by field
    :param template: of a form that is laid out by hand; `form.html` lays out any other
    """

    command: type[Command[Any]]
    at: str
    title: Words
    asks: tuple[str, ...]
    says: Mapping[str, object]
    then: str
    done: Words
    next: Words | None
    button: Words
    lead: Words | None
    about: Callable[..., Query[Any]] | None
    quote: Callable[..., str] | None
    starts: Callable[[Any], Mapping[str, str]] | None
    template: str = "form.html"

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What addresses it has."""
        return pattern_of(self.at)

    @cached_property
    def show_types(self) -> Mapping[str, Any]:
        """Of what type each name in the address is: that of the field of the command."""
        names = re.findall(r"{(\w+)}", self.at)
        return {name: int if name.endswith("_number") else UUID for name in names}

    @cached_property
    def fields(self) -> tuple[FormField, ...]:
        """The fields that are asked."""
        return fields_of(self.command, self.asks)

    def fields_for(self, attempt: "Attempt") -> tuple[FormField, ...]:
        """Give the fields as they are asked of who comes: whoever cannot look people up speaks for no others."""
        visit = attempt.visit
        named = tuple(with_people(visit, each, self.command) for each in self.fields)
        asked = named if visit.may(PeopleNamed) else without_people(named)
        return tuple(of_a_period(visit, each) if each.kind in PERIODS else asked_of(visit, each) for each in asked)

    @property
    def key(self) -> str:
        """By what name the next page knows that it was done."""
        return "-".join(re.findall(r"(?<![{\w])[\w-]+", self.at))


def deed(
    command: type[Command[Any]],
    *,
    at: str,
    title: Words | None = None,
    then: str,
    done: Words,
    asks: tuple[str, ...] = (),
    says: Mapping[str, object] | None = None,
    next: Words | None = None,  # noqa: A002  # what happens next
    button: Words | None = None,
    lead: Words | None = None,
    about: Callable[..., Query[Any]] | None = None,
    quote: Callable[..., str] | None = None,
    starts: Callable[[Any], Mapping[str, str]] | None = None,
    template: str = "form.html",
) -> Deed:
    """Register a deed: a module-level name under `web/pages/` is enough. The parameters are those of Deed."""
    called = title or title_of(command)
    return Deed(command, at, called, asks, says or {}, then, done, next, button or called, lead, about, quote, starts, template)


def tells_of_people(field: FormField) -> bool:
    """Say whether a field shows who somebody is: a line of a history, or people to choose from by name."""
    is_of_people = field.name in TELL_OF_PEOPLE or (field.kind is Kind.PERSON and bool(field.choices))
    return is_of_people or any(map(tells_of_people, field.fields))


@dataclass(frozen=True)
class ShownForm:
    """A form as it is shown."""

    facts: Mapping[str, Any]
    status: HTTPStatus = HTTPStatus.OK
    names_people: bool = False
    """Whether somebody is named in what can be chosen: then no copy of it is kept anywhere."""


@dataclass
class Attempt:
    """One time that a form is shown or sent."""

    deed: Deed
    visit: "Visit"
    places: Mapping[str, Any]
    given: Typed = field(default_factory=Typed)
    seen: int | None = None
    status: HTTPStatus = HTTPStatus.OK

    @cached_property
    def fields(self) -> tuple[FormField, ...]:
        """The fields that are asked of who comes; none is about a part of the service that the party does without."""
        without = fields_left_out(self.deed.command, self.visit.parts_used)
        return tuple(each for each in self.deed.fields_for(self) if each.name not in without)

    def shown(self) -> ShownForm:
        """Give the form, with what was typed and what is wrong."""
        of, visit = self.deed, self.visit
        facts = {
            "title": visit.tell(of.title),
            "deed": of,
            "lead": of.lead and visit.tell(of.lead),
            "button": visit.tell(of.button),
            "fields": self.fields,
            "given": self.given,
            "errors": self.given.in_order(self.fields),
            "name": getattr(self.about, "name", None),
            "quote": self.quoted,
            "about": self.about,
            "places": self.places,
            "command_id": self.given.text(COMMAND_ID) or str(uuid4()),
            "seen": self.seen,
            "back": back_address(of, self),
        }
        names_people = bool(self.given.people) or any(map(tells_of_people, self.fields))
        return ShownForm(facts, self.status, names_people)

    @cached_property
    def about(self) -> Any:  # noqa: ANN401  # any answer
        """What the deed is about, as it is now."""
        if self.deed.about is None or (self.deed_is_denied and self.given.texts):
            return None
        return self.visit.ask(self.deed.about(**self.places))

    @property
    def quoted(self) -> str | None:
        """The words that the deed is about; of several, such as the conditions of a plan, those that the address names."""
        if self.deed.quote is None or self.about is None:
            return None
        _, *wanted = signature(self.deed.quote).parameters
        known = {**self.places, "language": self.visit.language}
        return self.deed.quote(self.about, **{name: known[name] for name in wanted})

    @property
    def deed_is_denied(self) -> bool:
        """Whether the role may never do this."""
        return not self.visit.may(self.deed.command)

    def values(self) -> dict[str, Any]:
        """Give the values of the command: of the address, of the page, and what was typed."""
        names = self.deed.command.model_fields
        said = {name: value(self) if callable(value) else value for name, value in self.deed.says.items()}
        known = {name: value for name, value in self.places.items() if name in names}
        return known | said | values_of(self.fields, self.given)

    def fails(self, field_name: str, text: str, status: HTTPStatus) -> ShownForm:
        """Show the form again with one thing that is wrong."""
        asked = {each.name for each in self.fields}
        self.given.errors.setdefault(field_name if field_name in asked else "", text)
        self.status = status
        return self.shown()


def act(of: Deed, visit: "Visit", places: Mapping[str, Any], *, is_sent: bool) -> ShownForm | Response:
    """Show a form, or do what it says and go on to the next page."""
    if visit.past:
        raise PageRefused(NOT_POSSIBLE_HERE)
    attempt = Attempt(of, visit, places, typed(visit.form))
    if not is_sent:
        must_have_row(visit.session.role, of.command)
        must_be_about_used_part(of.command, visit.parts_used)
        attempt.seen = getattr(attempt.about, "version", None)
        attempt.given.texts.update({name: (text,) for name, text in visit.query.items() if name in of.asks})
        if of.starts is not None:
            attempt.given.texts.update({name: (text,) for name, text in of.starts(attempt.about).items()})
        return attempt.shown()
    if attempt.deed_is_denied and visit.session.role is Role.VISITOR:
        return attempt.fails("", visit.tell(SESSION_OVER), HTTPStatus.FORBIDDEN)
    must_have_row(visit.session.role, of.command)
    return _give(attempt)


def _give(attempt: Attempt) -> ShownForm | Response:
    of, visit, given = attempt.deed, attempt.visit, attempt.given
    seen = given.text(SEEN)
    attempt.seen = int(seen) if seen.isdigit() else getattr(attempt.about, "version", None)
    look_up(visit, attempt.fields, given)
    command = command_from(of.command, attempt.fields, attempt.values(), given, visit.language)
    if command is None or given.errors:
        attempt.status = HTTPStatus.BAD_REQUEST
        return attempt.shown()
    command_id = id_in(given.text(COMMAND_ID)) or uuid4()
    try:
        answer = visit.give(command, command_id, attempt.seen if of.command.NEEDS_VERSION or seen else None)
    except (DomainError, StoreError) as refusal:
        return _refused(attempt, command, refusal)
    to = RedirectResponse(_next_address(attempt, answer.data.model_dump()), HTTPStatus.SEE_OTHER, headers=FORM)
    keep(visit, to, DONE_COOKIE, of.key, lasts=A_MOMENT, strict=True)
    return to


def _refused(attempt: Attempt, command: Command[Any], refusal: DomainError | StoreError) -> ShownForm:
    said = told(refusal, attempt.visit.language)
    if refusal.code == "stale-version":
        attempt.seen = getattr(attempt.about, "version", None)
        return attempt.fails("", attempt.visit.tell(OTHERS_CHANGED), HTTPStatus.CONFLICT)
    return attempt.fails(field_of(refusal.code, command) or "", f"{said.text} {said.next}", said.status)


def _next_address(attempt: Attempt, answer: Mapping[str, Any]) -> str:
    visit, places = attempt.visit, dict(attempt.places)
    values = {**places, **{name: value for name, value in answer.items() if value is not None}}
    if (network := values.get("network")) is not None and "{network}" in attempt.deed.then:
        values["network"] = visit.network_addresses.get(network, network)
    return attempt.deed.then.format_map({name: str(value) for name, value in values.items()})


def back_address(of: Deed, attempt: Attempt) -> str:
    """Give where a reader goes who does not want to do it: the page that would come after, when that is known already."""
    values = {name: str(value) for name, value in attempt.places.items()}
    if "network" in values:
        values["network"] = attempt.visit.network_addresses.get(attempt.places["network"], values["network"])
    wanted = set(re.findall(r"{(\w+)}", of.then))
    return of.then.format_map(values) if wanted <= values.keys() else "/"
