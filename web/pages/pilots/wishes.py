"""What members wish: said and taken back by themselves, and read and answered by the party bureau."""

from collections.abc import Mapping
from http import HTTPStatus

from pydantic import TypeAdapter, ValidationError
from starlette.responses import Response

from application.commands.base import Passage, Title
from application.errors import TooManyWishes
from application.language.words import Words
from application.own.wishes import OwnWishes, by_subject
from application.ports.wishes import WishKind
from application.queries.pilot import Pilots, Wishes
from domain.kernel.acts import Role
from web.asking.forms import Typed, typed
from web.page import Facts, page
from web.refusals import NOT_SIGNED_IN, NOT_THERE, PageRefused, told
from web.signing_in.cookies import go_to
from web.visit import Visit

MINE, ALL = "/mijn/wensen", "/bureau/wensen"
SUBJECT: TypeAdapter[str] = TypeAdapter(Title)
ANSWER: TypeAdapter[str] = TypeAdapter(Passage)
FILL_IN = {
    "onderwerp": Words("Vul in waar het over gaat, zoals sport", "Fill in what it is about, such as sport"),
    "soort": Words("Kies wat u wilt", "Choose what you wish"),
    "antwoord": Words("Schrijf uw antwoord op", "Write your answer"),
}


@page(MINE, Words("Uw wensen", "Your wishes"), has_past=False, names_people=True, takes_forms=True)
def own_wishes(visit: Visit) -> Facts | Response:
    """Say on which subject one wants a network, or wants to hear of one; take that back."""
    given, wishes = typed(visit.form), visit.service.vault.wishes
    own = _own(visit)
    if visit.is_sent and (number := given.text("intrekken")):
        wishes.take_back(own.person, int(number[:9]) if number.isascii() and number.isdigit() else 0)
        return go_to(MINE)
    errors = _said(visit, own, given) if visit.is_sent else {}
    if visit.is_sent and not errors:
        return go_to(MINE)
    return {"own": wishes.of(own.person), **_shown(given, errors)}


def _own(visit: Visit) -> OwnWishes:
    """Give the wishes of who is signed in; in a party without a list of talks there are none."""
    person = visit.session.person
    if person is None or visit.session.link is not None:
        raise PageRefused(NOT_SIGNED_IN)
    if not visit.uses(Wishes):
        raise PageRefused(NOT_THERE)
    return OwnWishes(visit.service.vault.wishes, person, visit.today)


def _said(visit: Visit, own: OwnWishes, given: Typed) -> Mapping[str, str]:
    """Keep what was filled in, or give what is wrong with it."""
    kind = given.text("soort")
    try:
        subject = SUBJECT.validate_python(given.text("onderwerp"))
    except ValidationError:
        return {"onderwerp": visit.tell(FILL_IN["onderwerp"])}
    if kind not in set(WishKind):
        return {"soort": visit.tell(FILL_IN["soort"])}
    try:
        own.say(subject, WishKind(kind), may_ask="vragen" in given.texts)
    except TooManyWishes as error:
        said = told(error, visit.language)
        return {"onderwerp": f"{said.text} {said.next}"}
    return {}


def _shown(given: Typed, errors: Mapping[str, str]) -> Facts:
    given.errors.update(errors)
    summary = [{"text": text, "href": f"#{name}"} for name, text in errors.items()]
    return {"given": given, "errors": summary, "status": HTTPStatus.BAD_REQUEST if errors else HTTPStatus.OK}


@page(ALL, Words("Wat leden wensen", "What members wish"), has_past=False, names_people=True, takes_forms=True)
def wishes(visit: Visit) -> Facts | Response:
    """How many wish what, and who may be asked about it; the bureau answers, or lets it be talked about."""
    asked = visit.wearing(Wishes)
    if not visit.uses(Wishes):
        raise PageRefused(NOT_THERE)
    found, given = asked.ask(Wishes()), typed(visit.form)
    errors = _answered(asked, given) if visit.is_sent else {}
    if visit.is_sent and not errors:
        return go_to(ALL)
    open_pilots = (each.pilot for each in asked.all_of(Pilots()) if each.ended_at is None)
    return {"subjects": found.subjects, "pilot": next(open_pilots, None), **_shown(given, errors)}


def _answered(visit: Visit, given: Typed) -> Mapping[str, str]:
    """Keep an answer to everybody who wished the same, or give what is wrong with it."""
    if visit.session.role is not Role.PARTY_BUREAU:
        raise PageRefused(NOT_THERE)
    try:
        said = ANSWER.validate_python(given.text("antwoord"))
    except ValidationError:
        return {"antwoord": visit.tell(FILL_IN["antwoord"])}
    kept = visit.service.vault.wishes
    kept.answer(by_subject(kept).get(given.text("onderwerp"), ()), said)
    return {}
