"""Bringing in the register by a page: send the file, look at what would come of it, take it in or give it up."""

from collections.abc import Iterable, Mapping
from datetime import date
from http import HTTPStatus
from uuid import UUID

from starlette.responses import Response

from application.access.scopes import must_have_row
from application.forms.fields import FormField, Kind
from application.language.evaluation.words import PLACES
from application.language.forms.labels.label import Label
from application.language.words import Language, Words
from application.ports.register_uploads import LineAnswers, UploadState
from application.queries.register import (
    FileMistake,
    RegisterDifference,
    RegisterDifferences,
    RegisterImportDetails,
    RegisterImportEntry,
)
from domain.kernel.errors import DomainError
from infrastructure.tables import TableColumn
from web.asking.forms import Typed, typed, values_of
from web.drawing.readable import id_in
from web.page import Facts, page
from web.refusals import told
from web.signing_in.cookies import go_to
from web.visit import Visit

REGISTER = "/register"
DAY = FormField(
    "day",
    Kind.DAY,
    Label(
        Words("Van welke dag is het bestand?", "Of which day is the file?"),
        Words("Vul een dag in, zoals 31 12 2023", "Fill in a day, such as 31 12 2023"),
        Words("Laat dit leeg als het bestand van vandaag is.", "Leave this empty if the file is of today."),
    ),
    required=True,
)
TAKE, AGAIN, GIVE_UP = "overnemen", "opnieuw", "weg"
SOMEBODY_ELSE, BACK = "anders", "terug"


@page(
    REGISTER,
    Words("Lees de ledenadministratie in", "Bring in the member register"),
    has_past=False,
    names_people=True,
    takes_forms=True,
    takes_file=RegisterImportDetails,
)
def register(visit: Visit) -> Facts | Response:
    """Send a file: nothing is recorded before it was shown what would come of it."""
    looked, given = visit.wearing(RegisterImportDetails), typed(visit.form)
    must_have_row(looked.session.role, RegisterImportDetails)
    facts = {"day": DAY, "given": given, "errors": []}
    if not visit.is_sent:
        return facts
    try:
        day = _day(given)
    except ValueError:
        return _wrong(facts, given, "day", visit.tell(DAY.label.ask))
    try:
        sent = visit.service.register_desk.send(visit.file or b"", session=looked.session, day=day)
    except DomainError as error:
        said = told(error, visit.language)
        return _wrong(facts, given, "day" if error.code == "in-the-future" else "bestand", f"{said.text} {said.next}")
    return go_to(f"{REGISTER}/{sent}")


def _day(given: Typed) -> date | None:
    said = values_of((DAY,), given).get("day")
    return None if said is None else date.fromisoformat(said)


def _wrong(facts: Facts, given: Typed, field: str, text: str) -> Facts:
    given.errors[field] = text
    at = f"{field}-day" if field == "day" else field
    return {**facts, "errors": [{"text": text, "href": f"#{at}"}], "status": HTTPStatus.BAD_REQUEST}


@page(
    f"{REGISTER}/{{register_import}}",
    Words("Wat er met de ledenadministratie gebeurt", "What happens to the member register"),
    has_past=False,
    names_people=True,
    takes_forms=True,
)
def outcome(visit: Visit, register_import: UUID) -> Facts | Response:
    """How far it is, what would come of the file, or came of it."""
    looked, given = visit.wearing(RegisterImportDetails), typed(visit.form)
    found = looked.ask(RegisterImportDetails(register_import=register_import))
    if visit.is_sent:
        try:
            return _done(looked, found, given)
        except DomainError as error:
            said = told(error, visit.language)
            given.errors["veel"] = f"{said.text} {said.next}"
            return {**_facts(visit, found, given), "status": said.status}
    return _facts(visit, found, given)


def _done(visit: Visit, found: RegisterImportEntry, given: Typed) -> Response:
    desk, upload, wanted = visit.service.register_desk, found.register_import, given.text("doe")
    if wanted == GIVE_UP:
        desk.give_up(upload, session=visit.session)
        return go_to(REGISTER)
    if wanted == AGAIN:
        desk.answer(upload, _answers(found, given), session=visit.session)
    elif wanted == TAKE:
        desk.take_in(upload, session=visit.session, many_may_end=given.text("veel") == "ja")
    return go_to(f"{REGISTER}/{upload}")


def _answers(found: RegisterImportEntry, given: Typed) -> LineAnswers:
    """Give what was chosen for lines that wait; of the others what was said before stays unsaid."""
    waiting = found.outcome.possibly_known if found.outcome else ()
    erased = found.outcome.erased_lines if found.outcome else ()
    said = {each.line: given.text(f"regel-{each.line}") for each in waiting}
    people = {line: person for line, text in said.items() if (person := id_in(text)) is not None}
    others = frozenset(line for line, text in said.items() if text == SOMEBODY_ELSE)
    return LineAnswers(people, others, frozenset(line for line in erased if given.text(f"regel-{line}") == BACK))


def _facts(visit: Visit, found: RegisterImportEntry, given: Typed) -> Facts:
    columns = (
        TableColumn[FileMistake](Words("Regel", "Line"), lambda each: each.line or visit.say("het bestand", "the file")),
        TableColumn[FileMistake](
            Words("Wat niet klopt", "What is wrong"), lambda each: each.nl if visit.language is Language.NL else each.en
        ),
    )
    return {
        "of": found,
        "state": found.state.value,
        "outcome": found.outcome,
        "mistakes": visit.table(Words("Wat niet klopt", "What is wrong"), columns, found.mistakes),
        "given": given,
        "errors": [{"text": text, "href": f"#{name}"} for name, text in given.errors.items()],
        "counts": list(_counts(found)),
        "is_done": found.state is UploadState.TAKEN,
    }


def _counts(found: RegisterImportEntry) -> Iterable[tuple[Words, int]]:
    """Give how many people each thing happens to, in words; what happens to nobody is left out but for the first four."""
    if found.outcome is None:
        return
    for number, (name, words) in enumerate(COUNTED.items()):
        count = getattr(found.outcome, name)
        if count or number < ALWAYS_TOLD:
            yield words, count


ALWAYS_TOLD = 4
COUNTED: Mapping[str, Words] = {
    "new": Words("Nieuwe leden", "New members"),
    "changed": Words("Leden van wie iets verandert", "Members of whom something changes"),
    "ended": Words("Leden die geen lid meer zijn", "Members who are members no longer"),
    "unchanged": Words("Leden bij wie niets verandert", "Members of whom nothing changes"),
    "returned": Words("Mensen die weer lid zijn", "People who are members again"),
    "older": Words("Mensen van wie later al iets anders bekend werd", "People of whom something else became known later"),
    "ended_before": Words(
        "Mensen die geen lid zijn, en van wie wij niets bewaren", "People who are no members, of whom nothing is kept"
    ),
    "kept_own": Words("Leden die zelf iets wijzigden: dat blijft staan", "Members who changed something themselves: that stays"),
    "without_province": Words("Nieuwe leden zonder bekende provincie", "New members whose province is not known"),
}

FIELDS: Mapping[str, Words] = {
    "name": Words("naam", "name"),
    "email": Words("e-mailadres", "e-mail address"),
    "postcode": Words("postcode", "postcode"),
    "birth_year": Words("geboortejaar", "year of birth"),
    "province": Words("provincie", "province"),
}


@page(
    f"{REGISTER}/verschillen",
    Words("Wat leden zelf wijzigden", "What members changed themselves"),
    has_past=False,
    names_people=True,
)
def differences(visit: Visit) -> Facts:
    """What the register says otherwise than is known: a list for the member administration, which puts its own right."""
    found = visit.wearing(RegisterDifferences).ask(RegisterDifferences()).differences
    columns = (
        TableColumn[RegisterDifference](Words("Lidnummer", "Member number"), lambda each: each.number),
        TableColumn[RegisterDifference](Words("Naam", "Name"), lambda each: each.name or ""),
        TableColumn[RegisterDifference](Words("Wat", "What"), lambda each: visit.tell(FIELDS[each.field])),
        TableColumn[RegisterDifference](
            Words("In de ledenadministratie", "In the register"), lambda each: _in_words(visit, each.register_says)
        ),
        TableColumn[RegisterDifference](Words("Hier", "Here"), lambda each: _in_words(visit, each.known or "")),
    )
    return {"listed": visit.table(Words("Wat leden zelf wijzigden", "What members changed themselves"), columns, found)}


def _in_words(visit: Visit, value: str) -> str:
    return visit.tell(PLACES[value]) if value in PLACES else value or visit.say("(niets)", "(nothing)")
