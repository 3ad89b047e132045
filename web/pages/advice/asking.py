"""Asking advice without an account: one form, a code from the mail, and the question is with the network."""

from dataclasses import replace
from http import HTTPStatus
from uuid import UUID

from starlette.responses import Response

from application.commands.advice import RequestAdvice
from application.forms.fields import FormField, form_of
from application.language.letters import WaitsForCode
from application.language.words import Words
from application.ports.signing_in import Proven
from application.ports.vault.sessions import ConfirmedMail, Session
from application.signing_in.errors import CodeNotRight, CodeOver, NotAnAddress
from application.signing_in.mailing import what_waits
from domain.kernel.acts import Role
from domain.kernel.errors import DomainError
from web.asking.forms import Typed, command_from, typed, values_of
from web.cookies import forget
from web.page import Facts, page
from web.pages.advice.links import code_facts, links, page_of, remember
from web.refusals import told
from web.signing_in.cookies import CODE_COOKIE, begin_code, go_to
from web.visit import Visit

ASK, CODE = "/vraag", "/vraag/code"
ASKS = ("network", "question", "due", "requester_kind", "contact", "kept_back")
EMAIL = "contact.0.email"
FILL_IN_EMAIL = Words("Vul een e-mailadres in, zoals naam@voorbeeld.nl", "Fill in an e-mail address, such as naam@voorbeeld.nl")
TODAY_OR_LATER = Words("Kies vandaag of een latere dag", "Choose today or a later day")


def fields() -> tuple[FormField, ...]:
    """Give the fields of the question, in the order of the form."""
    return tuple(form_of(RequestAdvice).field(name) for name in ASKS)


@page(ASK, Words("Vraag een netwerk om advies", "Ask a network for advice"), has_past=False, takes_forms=True)
def ask(visit: Visit) -> Facts | Response:
    """Ask, and say who you are: a code goes to your mail, and nothing was asked before you filled it in."""
    given = typed(visit.form)
    if not visit.is_sent:
        given.texts.update({name: (text,) for name, text in visit.query.items() if name in ASKS})
        return _form(given)
    command = command_from(RequestAdvice, fields(), values_of(fields(), given), given, visit.language)
    if not given.text(EMAIL):
        given.errors.setdefault(EMAIL, visit.tell(FILL_IN_EMAIL))
    if isinstance(command, RequestAdvice) and command.due < visit.today:
        given.errors["due"] = visit.tell(TODAY_OR_LATER)
    if command is None or given.errors:
        return _form(given, HTTPStatus.BAD_REQUEST)
    try:
        secret = visit.ways_in.by_mail.ask(
            given.text(EMAIL), language=visit.language.value, draft=command.model_dump_json(exclude_none=True)
        )
    except NotAnAddress as error:
        return _refused(visit, given, EMAIL, error)
    return begin_code(visit, go_to(CODE), secret)


@page(CODE, Words("Vul de code in", "Fill in the code"), has_past=False, takes_forms=True)
def confirm(visit: Visit) -> Facts | Response:
    """Fill in the code: the question goes to the network, and this browser follows it. Pressed twice, it is asked once."""
    given, secret = typed(visit.form), visit.cookies.get(CODE_COOKIE, "")
    by_mail = visit.ways_in.by_mail
    if not visit.is_sent:
        return code_facts(Typed({"code": (visit.query.get("code", ""),)}), asked=bool(secret))
    try:
        if by_mail.proven(secret) is None:
            by_mail.enter(secret, given.text("code"))
        return _asked(visit, secret, by_mail.proven(secret))
    except DomainError as error:
        return code_facts(given, asked=isinstance(error, CodeNotRight), said=told(error, visit.language))


def _asked(visit: Visit, secret: str, shown: Proven | None) -> Response:
    """Ask for who showed their mailbox, and lead on to the page of the question."""
    if shown is None or what_waits(shown.draft) is not WaitsForCode.QUESTION:
        raise CodeOver
    session = Session(None, Role.VISITOR, None, confirmed=ConfirmedMail(shown.address, shown.people))
    command_id = UUID(visit.service.vault.keyed_digest(f"question|{secret}".encode())[:32])
    command = RequestAdvice.model_validate_json(shown.draft)
    request = visit.service.execute(command, session=session, command_id=command_id).data.advice_request
    person = links(visit).requester_of(request)
    if person is not None:
        visit.ways_in.by_mail.languages.keep(person, visit.language.value)
    answer = go_to(page_of(request))
    forget(visit, answer, CODE_COOKIE)
    made = links(visit).make(request, proven=True)
    return answer if made is None else remember(visit, answer, request, made)


def _form(given: Typed, status: HTTPStatus = HTTPStatus.OK) -> Facts:
    contact = form_of(RequestAdvice).field("contact")
    parts = [replace(each, required=True) for each in contact.fields if each.name != "somebody_else"]
    return {"given": given, "fields": fields(), "contact": parts, "errors": given.in_order(fields()), "status": status}


def _refused(visit: Visit, given: Typed, name: str, error: DomainError) -> Facts:
    said = told(error, visit.language)
    given.errors[name] = f"{said.text} {said.next}"
    return _form(given, said.status)
