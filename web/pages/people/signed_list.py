"""Many members at once, from a list of paper that they signed: who is meant is looked at before anything is recorded."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from http import HTTPStatus
from uuid import UUID, uuid4, uuid5

from application.access.scopes import must_have_row
from application.commands.networks import JoinNetwork
from application.forms.fields import FieldChoice, FormField, Kind, form_of
from application.language.forms.labels.label import Label
from application.language.words import Words
from application.ports.errors import StoreError
from application.queries.auditing.record import PeopleNamed, PersonFound
from application.queries.networks import NetworkDetails
from domain.kernel.acts import Source
from domain.kernel.errors import DomainError
from web.asking.deed import COMMAND_ID
from web.asking.forms import WHICH_PERSON, Typed, command_from, typed, values_of
from web.asking.people import named, only_one, told_apart
from web.drawing.readable import id_in
from web.page import Facts, page
from web.refusals import told
from web.visit import Visit

NAMES, CHECKED, SKIP = "namen", "gecontroleerd", "niemand"
STEP, RECORD = "stap", "leg-vast"
MOST = 100
"""Lines at once: more would not be looked at."""
LONGEST = 12_000
FILL_IN = Words("Vul de namen in, elk op een eigen regel", "Fill in the names, each on a line of its own")
TOO_MANY = Words("Vul hooguit honderd namen tegelijk in", "Fill in a hundred names at most at a time")
TWICE = Words("Deze persoon staat twee keer op de lijst.", "This person is on the list twice.")
UNKNOWN = Words("Niemand met deze naam gevonden.", "Nobody of this name was found.")
LEFT_OUT = Words("Overgeslagen.", "Left out.")
SIGNED_ON = Label(
    Words("Op welke dag tekenden zij?", "On which day did they sign?"),
    Words("Vul de dag van de lijst in", "Fill in the day of the list"),
    Words("Bijvoorbeeld 20 3 2023.", "Such as 20 3 2023."),
)


@dataclass(frozen=True)
class TypedName:
    """One name as it was typed, under which name its choice is sent, who may be meant, and who is."""

    name: str
    key: str
    found: Sequence[PersonFound]
    person: PersonFound | None
    is_left_out: bool


@page(
    "/bureau/getekende-lijst",
    Words("Een getekende lijst invoeren", "Enter a signed list"),
    has_past=False,
    names_people=True,
    takes_forms=True,
    gives=JoinNetwork,
)
def signed_list(visit: Visit) -> Facts:
    """Type the names, see who is meant, record it: each becomes a member by an act of their own, and who cannot, it says why."""
    must_have_row(visit.session.role, PeopleNamed)
    given, fields = typed(visit.form), _fields(visit)
    if not visit.is_sent:
        return _facts(given, fields, ())
    lines = tuple(_typed_names(visit, given))
    command = command_from(JoinNetwork, fields, {**values_of(fields, given), **_as_now(visit, given)}, given, visit.language)
    is_checked = given.text(STEP) == RECORD and given.text(CHECKED) == _mark(given)
    _look(visit, given, lines, is_checked=is_checked)
    if not isinstance(command, JoinNetwork) or given.errors:
        return {**_facts(given, fields, lines), "status": HTTPStatus.BAD_REQUEST}
    if not is_checked:
        return _facts(given, fields, lines)
    return {**_facts(Typed(), fields, ()), "recorded": tuple(_recorded(visit, command, lines, given))}


def _facts(given: Typed, fields: Sequence[FormField], lines: Sequence[TypedName]) -> Facts:
    own = {each.name for each in fields}
    beside = [{"text": text, "href": f"#{name}"} for name, text in given.errors.items() if name and name not in own]
    return {
        "given": given,
        "fields": fields,
        "lines": lines,
        "errors": given.in_order(fields) + beside,
        "command_id": given.text(COMMAND_ID) or str(uuid4()),
        "checked": _mark(given),
        "recorded": (),
        "told_apart_as": told_apart,
    }


def _fields(visit: Visit) -> tuple[FormField, ...]:
    """Give what is asked beside the names: of a network with extra protection nobody becomes a member by a list."""
    asked = form_of(JoinNetwork)
    open_now = (each for each in visit.networks if each.status == "open" and not each.sensitive)
    choices = tuple(FieldChoice(str(each.network), Words(each.name, each.name)) for each in open_now)
    return (
        replace(asked.field("network"), kind=Kind.CHOICE, choices=choices),
        replace(asked.field("on"), label=SIGNED_ON),
    )


def _as_now(visit: Visit, given: Typed) -> dict[str, object]:
    network = id_in(given.text("network"))
    known = visit.ask(NetworkDetails(network=network)) if network in {each.network for each in visit.networks} else None
    return {"source": Source.PAPER, "purpose_version": known.purpose_version if known is not None else 1}


def _mark(given: Typed) -> str:
    """Give what changes when a list is changed after it was looked at."""
    parts = (given.text(each) for each in ("network", "on-day", "on-month", "on-year", NAMES))
    return sha256("\0".join(parts).encode()).hexdigest()[:16]


def _typed_names(visit: Visit, given: Typed) -> Iterator[TypedName]:
    names = [name for name in map(str.strip, given.text(NAMES)[:LONGEST].splitlines()) if name]
    for number, name in enumerate(names[:MOST], start=1):
        key = f"regel-{number}"
        found = named(visit, name)
        chosen = next((each for each in found if str(each.person) == given.text(key)), None)
        yield TypedName(name, key, found, chosen or only_one(found, name), not found or given.text(key) == SKIP)


def _look(visit: Visit, given: Typed, lines: Sequence[TypedName], *, is_checked: bool) -> None:
    typed_lines = sum(bool(each.strip()) for each in given.text(NAMES).splitlines())
    if typed_lines > MOST or len(given.text(NAMES)) > LONGEST:
        given.errors[NAMES] = visit.tell(TOO_MANY)
    elif not lines:
        given.errors[NAMES] = visit.tell(FILL_IN)
    for each in lines if is_checked else ():
        if each.person is None and not each.is_left_out:
            given.errors[each.key] = visit.tell(WHICH_PERSON)


def _recorded(visit: Visit, command: JoinNetwork, lines: Iterable[TypedName], given: Typed) -> Iterator[tuple[str, str]]:
    """Record each line, and give its name with why not, where it could not be; pressed twice it is done once."""
    batch, done = id_in(given.text(COMMAND_ID)) or uuid4(), set[UUID]()
    for each in lines:
        if each.is_left_out or each.person is None:
            yield each.name, visit.tell(LEFT_OUT if each.found else UNKNOWN)
        elif each.person.person in done:
            yield each.name, visit.tell(TWICE)
        else:
            done.add(each.person.person)
            yield each.name, _join(visit, command.model_copy(update={"person": each.person.person}), batch)


def _join(visit: Visit, command: JoinNetwork, batch: UUID) -> str:
    try:
        visit.give(command, uuid5(batch, str(command.person)))
    except (DomainError, StoreError) as refusal:
        said = told(refusal, visit.language)
        return f"{said.text} {said.next}"
    return ""
