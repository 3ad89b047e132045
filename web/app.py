"""The pages as an application: from a request to a visit, from a visit to a page, and whatever is refused as a page too."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from application.access.scopes import must_have_row
from application.access.visitor import VISITOR
from application.language.negotiation import preferred
from application.language.words import Language
from application.ports.papers import Papers
from application.ports.vault.sessions import Session
from application.register.desk import LARGEST
from application.service import Service
from application.signing_in.ways_in import WaysIn
from domain.kernel.acts import Role
from infrastructure.sent_files import NoSuchForm, Sent, SentTooLarge, has_file, read_form_with_file
from infrastructure.tables import Table
from web.asking.deed import Deed, act
from web.assets import asset_at
from web.cookies import cookies_in, forget, keep
from web.hats import CHOOSE, HAT_COOKIE, hat_of, key_of
from web.page import Facts, Redirect, SitePage
from web.papers import is_paper_wanted, paper_answer, paper_of
from web.past import past_in
from web.refusals import NO_FORM, NOT_POSSIBLE_HERE, NOT_THERE, TOO_LARGE, PageRefused, told
from web.rendering import render
from web.shell import (
    DONE_COOKIE,
    FORM,
    LANGUAGE_COOKIE,
    NAMED,
    ON_EVERY_PAGE,
    SESSION_COOKIE,
    TEXT,
    link_cookie,
    must_be_of_here,
    must_come_from_here,
    must_have_one_length,
    read_body,
)
from web.site import PartyWords, about, around, sign_in_address
from web.sitemap import site
from web.visit import Visit

SIGNED_IN = "signed_in"
"""What the limits on requests are told: whether somebody known asks."""
A_YEAR = 31_536_000
SIGNING_IN_HELPS = frozenset({"access-denied", "not-signed-in", "unknown-item"})
MOST_FIELDS = 1_000


class Pages:
    """All pages of one service."""

    def __init__(
        self, service: Service, *, ways_in: WaysIn, papers: Papers, contact: Mapping[str, str] | None, largest_body: int
    ) -> None:
        self._service, self._ways_in, self._contact, self._largest_body = service, ways_in, contact, largest_body
        self._papers = papers
        self._about: PartyWords | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope, receive)
        answer = asset_at(request.scope["path"], request.headers)
        if answer is None:
            answer = await run_in_threadpool(self._answer, request, await self._read(request))
        await answer(scope, receive, send)

    async def _read(self, request: Request) -> Sent:
        if not has_file(request.headers):
            return Sent(_fields_in(await read_body(request, self._largest_body)))
        must_have_one_length(request)
        must_come_from_here(request)
        await run_in_threadpool(self._must_take_file, request)
        try:
            return await read_form_with_file(request.headers, request.stream(), LARGEST)
        except (SentTooLarge, NoSuchForm) as error:
            raise PageRefused(TOO_LARGE if isinstance(error, SentTooLarge) else NO_FORM) from None

    def _must_take_file(self, request: Request) -> None:
        """Check, before any of it is read, that the page takes a file from whoever sends it."""
        asked = next((each.takes_file for each in site().pages if each.pattern.fullmatch(request.scope["path"])), None)
        if asked is None or request.method != "POST":
            raise PageRefused(NO_FORM)
        cookies = self._cookies(request)
        visit = self._visit(request, cookies, language_of(request, cookies), Sent([])).wearing(asked)
        must_have_row(visit.session.role, asked)

    def refused(self, request: Request, error: Exception) -> Response:
        """Give the page of a refusal, to whom nothing else is known of."""
        language = language_of(request, self._cookies(request))
        visit = Visit(self._service, VISITOR, language, "/", {}, ways_in=self._ways_in)
        return self._refused(visit, error, is_known=False)

    def _answer(self, request: Request, sent: Sent) -> Response:
        cookies = self._cookies(request)
        language = language_of(request, cookies)
        visit = Visit(self._service, VISITOR, language, "/", {}, ways_in=self._ways_in)
        try:
            must_be_of_here(request.scope["path"])
            visit = replace(visit, path=request.scope["path"], query=dict(request.query_params))
            must_come_from_here(request)
            visit = self._visit(request, cookies, language, sent)
            answer = self._found(visit, request.method)
        except Redirect as elsewhere:
            answer = RedirectResponse(elsewhere.to, HTTPStatus.SEE_OTHER, headers=FORM)
        except Exception as error:  # noqa: BLE001  # whatever it is becomes a page
            answer = self._refused(visit, error)
        if request.query_params.get("lang") in set(Language):
            keep(visit, answer, LANGUAGE_COOKIE, language.value, lasts=A_YEAR)
        answer.headers["Content-Language"] = language.value
        return answer

    def _cookies(self, request: Request) -> Mapping[str, str]:
        return cookies_in(request, over_https=self._ways_in.over_https)

    def _visit(self, request: Request, cookies: Mapping[str, str], language: Language, sent: Sent) -> Visit:
        secret = cookies.get(SESSION_COOKIE, "")
        signed_in = self._ways_in.browser.who(secret) if secret else None
        if secret:
            setattr(request.state, SIGNED_IN, signed_in is not None)
        hats = signed_in.hats if signed_in is not None else ()
        session = hat_of(hats, cookies.get(HAT_COOKIE, "")).session(signed_in.person) if signed_in is not None else VISITOR
        session = self._by_link(request.scope["path"], cookies, session)
        query = dict(request.query_params)
        return Visit(
            self._service,
            session,
            language,
            request.scope["path"],
            query,
            sent.form,
            past_in(query, request.scope["path"]),
            hats,
            secret,
            cookies.get(DONE_COOKIE, ""),
            ways_in=self._ways_in,
            cookies=cookies,
            is_sent=request.method == "POST",
            file=sent.file,
        )

    def _by_link(self, path: str, cookies: Mapping[str, str], session: Session) -> Session:
        """Give the session of a requester's link on the pages of its request, to who could not see it otherwise."""
        shown = cookies.get(link_cookie(path))
        found = self._service.session(shown) if shown and session.role in {Role.VISITOR, Role.MEMBER} else None
        if found is None or found.link is None:
            return session
        base = f"/adviesvragen/{found.link.request}"
        return found if path == base or path.startswith(f"{base}/") else session

    def _found(self, visit: Visit, method: str) -> Response:
        for of in site().deeds.values():
            if (match := of.pattern.fullmatch(visit.path)) is not None:
                return self._acted(visit, of, visit_places(visit, of.show_types, match.groupdict()), method)
        if visit.path == CHOOSE and method == "POST":
            return _chosen(visit)
        for page in site().pages:
            if (match := page.pattern.fullmatch(visit.path)) is not None:
                if method != "GET" and not (method == "POST" and page.takes_forms):
                    raise PageRefused(NOT_POSSIBLE_HERE)
                return self._shown(visit, page, match.groupdict())
        raise PageRefused(NOT_THERE)

    def _shown(self, visit: Visit, page: SitePage, places: Mapping[str, str]) -> Response:
        looked = visit if page.has_past else visit.now
        if page.menu is not None and page.menu.asks is not None:
            looked = looked.wearing(page.menu.asks)
        facts = page.answer(looked, visit_places(looked, page.show.__annotations__, places))
        return facts if isinstance(facts, Response) else self._page(looked, page, facts)

    def _page(self, visit: Visit, page: SitePage, facts: Facts) -> Response:
        if page.is_paper and is_paper_wanted(visit):
            return self._paper(visit, page, facts)
        if kind := visit.query.get("als"):
            table = next((each for each in facts.values() if isinstance(each, Table)), None)
            if table is not None and (file := table.as_file(kind)) is not None:
                return Response(file.content, headers={**file.headers, **NAMED}, media_type=file.media_type)
        told_around = {**around(visit, self._site, page), "done": _done(visit)}
        answer = HTMLResponse(
            render(page.template, visit, {**told_around, **facts}),
            facts.get("status", HTTPStatus.OK),
            headers=NAMED if page.names_people else FORM,
        )
        if visit.done:
            forget(visit, answer, DONE_COOKIE)
        return answer

    def _paper(self, visit: Visit, page: SitePage, facts: Facts) -> Response:
        """Give the paper of a page that was just shown to this visit, as far as it is made."""
        html, title = paper_of(visit, page, facts, self._site), facts.get("title", visit.tell(page.title))

        def show(template: str, said: Facts) -> Response:
            return HTMLResponse(render(template, visit, {**around(visit, self._site, page), **said}), headers=NAMED)

        return paper_answer(visit, title, self._papers.of(html, str(visit.session.person or "")), show)

    def _acted(self, visit: Visit, deed: Deed, places: Mapping[str, Any], method: str) -> Response:
        outcome = act(deed, visit.wearing(deed.command), places, is_sent=method == "POST")
        if isinstance(outcome, Response):
            return outcome
        facts = {**around(visit, self._site, None), **outcome.facts}
        kept = NAMED if outcome.names_people else FORM
        return HTMLResponse(render(deed.template, visit, facts), outcome.status, headers=kept)

    def _refused(self, visit: Visit, error: Exception, *, is_known: bool = True) -> Response:
        said = told(error, visit.language)
        facts = {**around(visit.now, self._about_if_known(is_known=is_known), None), **said._asdict()}
        facts["sign_in"] = sign_in_address(visit) if said.code in SIGNING_IN_HELPS and visit.is_visitor else None
        facts["typed"] = visit.form if facts["sign_in"] else ()
        headers = {**NAMED, **({"Retry-After": str(said.retry_after)} if said.retry_after is not None else {})}
        try:
            return HTMLResponse(render("refused.html", visit.now, facts), said.status, headers=headers)
        except Exception as another:  # noqa: BLE001  # then without a page
            again = told(another, visit.language)
            return Response(f"{again.text} {again.next}", again.status, headers={**headers, **TEXT})

    @property
    def _site(self) -> PartyWords | None:
        if self._about is None:
            self._about = about(self._service, self._contact)
        return self._about

    def _about_if_known(self, *, is_known: bool) -> PartyWords | None:
        return self._site if is_known else self._about


def _fields_in(body: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(body.decode(errors="replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        raise PageRefused(TOO_LARGE) from None


def _chosen(visit: Visit) -> Response:
    """Go on in another hat, which this browser remembers; one that is not theirs changes nothing."""
    answer = RedirectResponse("/te-doen", HTTPStatus.SEE_OTHER, headers=FORM)
    wanted = next((text for name, text in visit.form if name == "rol"), "")
    if wanted in map(key_of, visit.hats):
        keep(visit, answer, HAT_COOKIE, wanted, lasts=A_YEAR)
    return answer


def _done(visit: Visit) -> Mapping[str, str | None] | None:
    """Give what to say of the deed that led to this page."""
    found = next((each for each in site().deeds.values() if each.key == visit.done), None) if visit.done else None
    if found is None:
        return None
    return {"done": visit.tell(found.done), "next": visit.tell(found.next) if found.next else None}


def visit_places(visit: Visit, kinds: Mapping[str, Any], places: Mapping[str, str]) -> Mapping[str, Any]:
    """Read what an address names: a network by its words, whatever is an id by that."""
    return {name: visit.place(name, text, kinds.get(name)) for name, text in places.items()}


def language_of(request: Request, cookies: Mapping[str, str]) -> Language:
    """Give the language that was chosen now, or before in this browser, or that the browser asks for; Dutch otherwise."""
    for chosen in (request.query_params.get("lang"), cookies.get(LANGUAGE_COOKIE)):
        if chosen in set(Language):
            return Language(chosen)
    return preferred(request.headers.get("accept-language", ""))


class PageShell:
    """The outside of all pages: headers on every answer, a HEAD as its GET, and no exception gets out."""

    def __init__(self, app: ASGIApp, pages: Pages) -> None:
        self._app, self._pages = app, pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, dressed."""
        is_head = scope["method"] == "HEAD"
        inner = {**scope, "method": "GET"} if is_head else scope
        has_begun = False

        async def dressed(message: Message) -> None:
            nonlocal has_begun
            if message["type"] == "http.response.start":
                has_begun = True
                headers = MutableHeaders(raw=message["headers"])
                headers.update(ON_EVERY_PAGE)
                headers.setdefault("Cache-Control", "no-store")
            elif is_head:
                message = {**message, "body": b""}
            await send(message)

        try:
            await self._app(inner, receive, dressed)
        except ClientDisconnect:
            return
        except Exception as error:  # noqa: BLE001  # nothing may get out
            if not has_begun:
                await self._pages.refused(Request(inner), error)(inner, receive, dressed)


Wrap = Callable[[ASGIApp], ASGIApp]


def create_pages(
    service: Service,
    *,
    ways_in: WaysIn,
    papers: Papers,
    contact: Mapping[str, str] | None = None,
    largest_body: int = 262_144,
    within: Wrap | None = None,
) -> PageShell:
    """
    Make the pages.

    :param ways_in: how people come in, and who is in
    :param papers: who makes papers of pages
    :param contact: name, mail and phone of the bureau, as every page says them
    :param within: what looks at requests first, such as the limits on them; what it refuses becomes a page
    """
    pages = Pages(service, ways_in=ways_in, papers=papers, contact=contact, largest_body=largest_body)
    app: Callable[[Scope, Receive, Send], Awaitable[None]] = pages
    return PageShell(within(app) if within is not None else app, pages)
