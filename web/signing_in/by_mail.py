"""Signing in by mail: an address, the code from the letter, and who it is where several people share the address."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

from application.language.words import Words
from application.signing_in.errors import CodeNotRight, CodeOver, NobodyChosen, NotAnAddress
from domain.kernel.errors import DomainError
from web.asking.forms import Typed, typed
from web.page import Facts, page
from web.refusals import told
from web.signing_in.cookies import CODE_COOKIE, begin_code, begin_session, go_to, way_back, with_way_back
from web.visit import Visit

ASK, CODE, WHO, UNKNOWN = "/aanmelden", "/aanmelden/code", "/aanmelden/wie", "/aanmelden/onbekend"
ACCOUNT = "/aanmelden/account"
OWN_DEVICE = "eigen-apparaat"


@page(ASK, Words("Aanmelden", "Sign in"), has_past=False, takes_forms=True)
def ask(visit: Visit) -> Facts | Response:
    """Ask for a code; known and unknown addresses lead to one and the same page."""
    given = typed(visit.form)
    if visit.is_sent:
        try:
            secret = visit.ways_in.by_mail.ask(given.text("email"), language=visit.language.value)
        except NotAnAddress as error:
            return _again(visit, given, "email", error)
        return begin_code(visit, go_to(with_way_back(CODE, way_back(visit))), secret)
    return _facts(visit, given)


@page(CODE, Words("Vul de code in", "Fill in the code"), has_past=False, takes_forms=True)
def code(visit: Visit) -> Facts | Response:
    """Fill in the code: only in the browser that asked for it there is a button to press."""
    given, secret = typed(visit.form), visit.cookies.get(CODE_COOKIE, "")
    if not visit.is_sent:
        return _facts(visit, Typed({"code": (visit.query.get("code", ""),)}), asked=bool(secret))
    try:
        visit.ways_in.by_mail.enter(secret, given.text("code"))
    except (CodeNotRight, CodeOver) as error:
        return _again(visit, given, "code", error, asked=isinstance(error, CodeNotRight))
    return go_on(visit, secret, way_back(visit), own_device=OWN_DEVICE in given.texts)


@page(WHO, Words("Wie bent u?", "Who are you?"), has_past=False, names_people=True, takes_forms=True)
def who(visit: Visit) -> Facts | Response:
    """Say who it is of those who share the address: nothing was done before that."""
    given, secret = typed(visit.form), visit.cookies.get(CODE_COOKIE, "")
    choices = [(each.key, each.name) for each in visit.ways_in.by_mail.choices(secret)]
    if visit.is_sent:
        try:
            own_device = OWN_DEVICE in given.texts
            return _let_in(visit, secret, way_back(visit), chosen=given.text("wie"), own_device=own_device)
        except NobodyChosen as error:
            return _again(visit, given, "wie", error, choices=choices)
    return _facts(visit, given, choices=choices)


@page(UNKNOWN, Words("Wij kennen dit e-mailadres niet", "We do not know this e-mail address"), has_past=False)
def unknown(visit: Visit) -> Facts:
    """Say how to go on to whoever showed that an unknown mailbox is theirs."""
    visit.ways_in.by_mail.choices(visit.cookies.get(CODE_COOKIE, ""))
    return {}


def go_on(visit: Visit, secret: str, back: str, *, own_device: bool = False) -> Response:
    """Let in whoever showed a mailbox to be theirs; of several it is asked who it is, and of nobody said how to go on."""
    people = len(visit.ways_in.by_mail.choices(secret))
    if people == 1:
        return _let_in(visit, secret, back, own_device=own_device)
    return go_to(with_way_back(WHO if people else UNKNOWN, back))


def _let_in(visit: Visit, secret: str, back: str, *, chosen: str | None = None, own_device: bool) -> Response:
    by_mail, before = visit.ways_in.by_mail, visit.secret or None
    reads = visit.language.value
    session = by_mail.let_in(secret, chosen=chosen, own_device=own_device, instead_of=before, language=reads)
    return begin_session(visit, go_to(back), session, own_device=own_device)


def _facts(visit: Visit, given: Typed, **more: object) -> dict[str, Any]:
    back = way_back(visit)
    other = {
        "has_story": visit.ways_in.story is not None,
        "by_account": visit.ways_in.by_provider and with_way_back(ACCOUNT, back),
    }
    asks = {**other, "ask_again": with_way_back(ASK, back)}
    return {"given": given, "errors": [], "back_to": back, "choices": [], **asks, **more}


def _again(visit: Visit, given: Typed, field: str, error: DomainError, **more: object) -> Mapping[str, object]:
    """Show a form again with what is wrong with a field, and what to do."""
    said = told(error, visit.language)
    given.errors[field] = f"{said.text} {said.next}"
    errors = [{"text": given.errors[field], "href": f"#{field}"}]
    return {**_facts(visit, given, **more), "errors": errors, "status": HTTPStatus(said.status)}
