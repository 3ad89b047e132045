"""A requester's link: from the mail to a clean address, passed to a colleague, ended, and of a closed request with a code too."""

from collections.abc import Sequence
from http import HTTPStatus
from uuid import UUID

from pydantic import TypeAdapter, ValidationError
from starlette.responses import Response

from application.commands.base import PersonName
from application.language.words import Words
from application.ports.vault.sessions import IssuedToken
from application.queries.advice import AdviceRequestDetails
from application.signing_in.by_link import FOLLOW, LINK_DAYS, RequestLinks
from application.signing_in.errors import CodeNotRight, CodeOver
from domain.advice.request import AdviceRequest
from domain.kernel.acts import Role
from web.asking.forms import Typed, typed
from web.cookies import forget, keep
from web.page import Facts, Redirect, page
from web.refusals import NOT_POSSIBLE_HERE, NOT_THERE, PageRefused, ToldRefusal, told
from web.shell import LINK_COOKIE, link_cookie
from web.signing_in.cookies import CODE_COOKIE, begin_code, go_to
from web.visit import Visit

A_DAY = 86_400
MOST_LINKS = 25
"""That one browser remembers: they come along with every page, and a request has a largest size."""
NAME: TypeAdapter[str] = TypeAdapter(PersonName)
FILL_IN_NAME = Words("Vul de naam van uw collega in", "Fill in the name of your colleague")


def links(visit: Visit) -> RequestLinks:
    """Give what makes, lists and ends links."""
    return RequestLinks(visit.service.log, visit.service.vault, visit.service.now)


def page_of(request: UUID) -> str:
    """Give the clean address of a request."""
    return f"/adviesvragen/{request}"


def links_of(visit: Visit, request: UUID) -> Sequence[IssuedToken] | None:
    """Give the links of a request to its requester and the bureau, None to others."""
    is_theirs = visit.session.role in {Role.REQUESTER, Role.PARTY_BUREAU} and not visit.past
    return links(visit).of(request) if is_theirs else None


def remember(visit: Visit, answer: Response, request: UUID, secret: str) -> Response:
    """Let a browser remember a link, for the pages of its request alone; of very many the first are forgotten."""
    own = link_cookie(page_of(request))
    for old in [each for each in visit.cookies if each.startswith(LINK_COOKIE) and each != own][: 1 - MOST_LINKS]:
        forget(visit, answer, old)
    keep(visit, answer, own, secret, lasts=LINK_DAYS * A_DAY)
    return answer


def must_be_proven(visit: Visit, request: UUID) -> None:
    """
    Ask a code of who comes to a closed request by a link.

    :raises Redirect: to where it is asked
    """
    link, found = visit.session.link, visit.service.log.load(AdviceRequest, request)
    if link is not None and not link.proven and found is not None and found.closed:
        to = f"{page_of(request)}/code"
        raise Redirect(to)


@page(f"/{FOLLOW}/{{secret}}", Words("Volg uw vraag", "Follow your request"), has_past=False)
def follow(visit: Visit, secret: str) -> Response:
    """Go on from a link to a clean address, with a cookie for this request alone."""
    found = visit.service.session(secret)
    if found is None or found.link is None:
        raise PageRefused(NOT_THERE)
    return remember(visit, go_to(page_of(found.link.request)), found.link.request, secret)


@page(
    "/adviesvragen/{advice_request}/links",
    Words("Links naar deze vraag", "Links to this request"),
    has_past=False,
    names_people=True,
    takes_forms=True,
)
def manage(visit: Visit, advice_request: UUID) -> Facts | Response:
    """List the links of a request, end one, or, as who asked, make one for a named colleague: it is shown once."""
    must_be_proven(visit, advice_request)
    visit.ask(AdviceRequestDetails(advice_request=advice_request))
    if links_of(visit, advice_request) is None:
        raise PageRefused(NOT_THERE)
    given, secret, error = typed(visit.form), None, None
    if visit.is_sent and (number := given.text("einde")):
        links(visit).end(advice_request, int(number[:9]) if number.isascii() and number.isdigit() else 0)
        return go_to(visit.path)
    makes = visit.session.role is Role.REQUESTER  # with a link one acts for the requester: that is theirs to give
    if visit.is_sent and not makes:
        raise PageRefused(NOT_POSSIBLE_HERE)
    if visit.is_sent:
        secret, error = passed(visit, advice_request, given.text("naam"))
    shown = {
        "makes": makes,
        "secret": secret,
        "error": error,
        "given": given,
        "request": advice_request,
        "base": visit.ways_in.pages,
    }
    return {**shown, "listed": links_of(visit, advice_request), "status": HTTPStatus(400 if error else 200)}


def passed(visit: Visit, request: UUID, name: str) -> tuple[str | None, str | None]:
    """Make a link for a colleague, or say what is wrong with the name."""
    try:
        return links(visit).make(request, named=NAME.validate_python(name)), None
    except ValidationError:
        return None, visit.tell(FILL_IN_NAME)


@page("/adviesvragen/{advice_request}/code", Words("Vul de code in", "Fill in the code"), has_past=False, takes_forms=True)
def prove(visit: Visit, advice_request: UUID) -> Facts | Response:
    """Of a closed request a link alone opens nothing: a code goes to the mailbox of who asked."""
    person = visit.session.person
    if visit.session.link is None or person is None:
        raise PageRefused(NOT_THERE)
    by_mail, secret, given = visit.ways_in.by_mail, visit.cookies.get(CODE_COOKIE, ""), typed(visit.form)
    if not visit.is_sent:
        return code_facts(given, asked=bool(secret))
    if "code" not in given.texts:
        address = visit.service.vault.addresses([person]).get(person, "")
        return begin_code(visit, go_to(visit.path), by_mail.ask(address, language=visit.language.value))
    try:
        by_mail.enter(secret, given.text("code"))
        return _proven(visit, advice_request, secret)
    except (CodeNotRight, CodeOver) as error:
        return code_facts(given, asked=isinstance(error, CodeNotRight), said=told(error, visit.language))


def code_facts(given: Typed, *, asked: bool, said: ToldRefusal | None = None) -> Facts:
    """
    Give what a page tells that takes a code.

    :param asked: whether a code can still be right in this browser
    :param said: why the one that was filled in was not
    """
    error = said and f"{said.text} {said.next}"
    errors = [{"text": error, "href": "#code"}] if error and asked else []
    status = said.status if said else HTTPStatus.OK
    return {"asked": asked, "given": given, "error": error, "errors": errors, "status": status}


def _proven(visit: Visit, request: UUID, secret: str) -> Response:
    """Open a closed request in this browser, once the mailbox of its requester was shown."""
    shown = visit.ways_in.by_mail.proven(secret)
    made = links(visit).make(request, proven=True) if shown and visit.session.person in shown.people else None
    if made is None:
        raise CodeOver
    answer = remember(visit, go_to(page_of(request)), request, made)
    forget(visit, answer, CODE_COOKIE)
    return answer
