"""Changing one's own e-mail address: with a code that goes to the new one, and a letter to the one before."""

from http import HTTPStatus
from uuid import uuid4

from starlette.responses import Response

from application.commands.party import ChangeAddress
from application.language.words import Words
from application.ports.signing_in import Proven
from application.ports.vault.sessions import ConfirmedMail, Session
from application.signing_in.by_mail import ByMail
from application.signing_in.errors import CodeNotRight, CodeOver, NotAnAddress
from application.signing_in.mailing import ADDRESS_DRAFT
from web.asking.forms import Typed, typed
from web.cookies import forget
from web.page import Facts, page
from web.pages.mine.details import MINE
from web.refusals import NOT_SIGNED_IN, PageRefused, told
from web.signing_in.cookies import CODE_COOKIE, begin_code, go_to
from web.visit import Visit

AT, CODE, DONE = f"{MINE}/e-mailadres", f"{MINE}/e-mailadres/code", f"{MINE}/e-mailadres/gewijzigd"
TITLE = Words("Verander uw e-mailadres", "Change your e-mail address")


@page(AT, TITLE, has_past=False, names_people=True, takes_forms=True, gives=ChangeAddress)
def address(visit: Visit) -> Facts | Response:
    """Say where mail goes: a code is mailed there, and nothing changes before it was filled in. None needs no code."""
    given, person = typed(visit.form), visit.session.person
    if person is None:
        raise PageRefused(NOT_SIGNED_IN)
    if not visit.is_sent:
        return {"given": given, "errors": []}
    if given.text("geen") == "ja":
        visit.give(ChangeAddress(email=None), uuid4())
        return go_to(DONE)
    try:
        email = given.text("email")
        secret = visit.ways_in.by_mail.ask(email, language=visit.language.value, draft=f"{ADDRESS_DRAFT}{person}")
    except NotAnAddress as error:
        return _again(visit, given, "email", error)
    return begin_code(visit, go_to(CODE), secret)


@page(CODE, Words("Vul de code in", "Fill in the code"), has_past=False, names_people=True, takes_forms=True)
def address_code(visit: Visit) -> Facts | Response:
    """Fill in the code from the mail at the new address: from then on mail goes there."""
    given, secret, by_mail = typed(visit.form), visit.cookies.get(CODE_COOKIE, ""), visit.ways_in.by_mail
    person = visit.session.person
    if person is None:
        raise PageRefused(NOT_SIGNED_IN)
    if not visit.is_sent:
        return {"given": given, "errors": [], "asked": bool(secret)}
    try:
        shown = _shown(by_mail, secret, given.text("code"), f"{ADDRESS_DRAFT}{person}")
    except (CodeNotRight, CodeOver) as error:
        return _again(visit, given, "code", error, asked=isinstance(error, CodeNotRight))
    session = Session(person, visit.session.role, visit.session.network, confirmed=ConfirmedMail(shown.address, shown.people))
    visit.service.execute(ChangeAddress(email=shown.address), session=session, command_id=uuid4())
    by_mail.forget(secret)
    answer = go_to(DONE)
    forget(visit, answer, CODE_COOKIE)
    return answer


@page(DONE, Words("Uw e-mailadres is veranderd", "Your e-mail address was changed"), has_past=False)
def address_changed(_: Visit) -> Facts:
    """Say what happens next."""
    return {}


def _shown(by_mail: ByMail, secret: str, code: str, waits: str) -> Proven:
    """
    Give the mailbox that was shown in this browser for this.

    :raises CodeNotRight, CodeOver: if it was not
    """
    if by_mail.proven(secret) is None:
        by_mail.enter(secret, code)
    shown = by_mail.proven(secret)
    if shown is None or shown.draft != waits:
        raise CodeOver
    return shown


def _again(visit: Visit, given: Typed, field: str, error: Exception, **more: object) -> Facts:
    said = told(error, visit.language)
    given.errors[field] = f"{said.text} {said.next}"
    errors = [{"text": given.errors[field], "href": f"#{field}"}]
    return {"given": given, "errors": errors, "status": HTTPStatus(said.status), **more}
