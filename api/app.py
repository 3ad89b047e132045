"""The JSON API: the tables of routes, turned into an application."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import cache, partial
from typing import Any

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from api.commands import endpoint as command_endpoint
from api.commands.routes import COMMAND_ROUTES, CommandRoute
from api.docs.page import POLICY, docs_page
from api.errors.problems import malformed, refused, refused_by_framework
from api.errors.refusals import RequestRefused
from api.http.authentication import session_of
from api.http.content import CSV, HTML, JSON, must_accept
from api.http.health import add_health
from api.http.metrics import Measured, Metrics, add_metrics
from api.http.middleware import API_VERSION, PrintablePaths, Shell
from api.limits.connections import GUARD, Guard
from api.limits.limits import DEFAULT, Limits
from api.limits.requests import Allowances, RequestLimits, costly_turns
from api.openapi.document import document
from api.openapi.parts import Contact
from api.queries import endpoint as query_endpoint
from api.queries import search_endpoint
from api.queries.routes import READ_ROUTES, SEARCH_ROUTES, ReadRoute, SearchRoute
from api.register_imports import LARGER_BODIES, add_register_imports
from application.language.negotiation import preferred
from application.language.words import Language
from application.ports.errors import StoreError
from application.service import Service
from domain.kernel.errors import DomainError

Lifespan = Callable[[FastAPI], Any]
Endpoint = Callable[..., Response]


def create_app(
    service: Service,
    *,
    limits: Limits = DEFAULT,
    allowances: Allowances | None = None,
    metrics_token: str = "",
    contact: Contact | None = None,
    lifespan: Lifespan | None = None,
) -> FastAPI:
    """
    Make the application.

    :param limits: how much is taken in
    :param allowances: what everybody may ask yet, shared with the pages beside it; None: of this application alone
    :param metrics_token: who has it may ask for metrics; none: nobody may
    :param contact: whom to ask about the API, as its document says
    :param lifespan: what runs beside it from start to end
    """
    app = FastAPI(
        title="Netwerkpartij",
        version=API_VERSION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_guarded(Guard(limits, metrics := Metrics()), lifespan),
    )
    app.add_middleware(PrintablePaths)
    app.add_middleware(RequestLimits, allowances=allowances or Allowances(limits))
    app.add_middleware(Shell, largest_body=limits.largest_body, larger=LARGER_BODIES)
    app.add_middleware(Measured, metrics=metrics)
    _tell_problems(app, service)
    for command in COMMAND_ROUTES:
        endpoint = command_endpoint.endpoint_of(command, service)
        _add(app, command, endpoint, method="POST", status=command_endpoint.status_of(command))
    turn = costly_turns(limits, service)
    for read in READ_ROUTES:
        forms = must_accept(JSON, CSV) if read.rows is not None else must_accept(JSON)
        first = (forms, turn) if read.is_costly else (forms,)
        _add(app, read, query_endpoint.endpoint_of(read, service), method="GET", first=first)
    for search in SEARCH_ROUTES:
        _add(app, search, search_endpoint.endpoint_of(search, service), method="POST")
    add_register_imports(app, service)
    _add_document(app, contact)
    add_health(app, service)
    if metrics_token:
        add_metrics(app, metrics, service, metrics_token)
    return app


def _guarded(guard: Guard, lifespan: Lifespan | None) -> Lifespan:
    """Let the guard of connections live as long as the application; the server finds it in the state."""

    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[dict[str, Any]]:
        asyncio.get_running_loop().set_exception_handler(guard.on_trouble)
        async with AsyncExitStack() as stack:
            if lifespan is not None:
                await stack.enter_async_context(lifespan(app))
            yield {GUARD: guard}

    return life


def _add(
    app: FastAPI,
    route: CommandRoute | ReadRoute | SearchRoute,
    endpoint: Endpoint,
    *,
    method: str,
    status: int | None = None,
    first: Sequence[Callable[..., Any]] = (must_accept(JSON),),
) -> None:
    app.add_api_route(
        command_endpoint.SERVER + route.path,
        endpoint,
        methods=[method],
        operation_id=route.name,
        status_code=status,
        tags=[route.tag],
        dependencies=[Depends(each) for each in first],
    )


def _add_document(app: FastAPI, contact: Contact | None) -> None:
    written = cache(partial(document, app, contact))
    shown = cache(lambda language: docs_page(written(), language))

    @app.get(f"{command_endpoint.SERVER}/openapi.json", include_in_schema=False)
    def openapi() -> Response:
        """Give the document; open to all."""
        return Response(written(), headers={"Access-Control-Allow-Origin": "*"}, media_type=JSON)

    @app.get(f"{command_endpoint.SERVER}/docs", include_in_schema=False, dependencies=[Depends(must_accept(HTML))])
    def docs(request: Request, lang: str = "") -> Response:
        """Give the document as a page; open to all."""
        language = Language(lang) if lang in set(Language) else preferred(request.headers.get("accept-language", ""))
        headers = {"Content-Security-Policy": POLICY, "Content-Language": language.value}
        return HTMLResponse(shown(language), headers=headers)


def _tell_problems(app: FastAPI, service: Service) -> None:
    def malformed_by_known(request: Request, error: Exception) -> Response:
        session_of(request, service)  # strangers are told that they are strangers, whatever they sent
        return malformed(request, error)

    for kind in (DomainError, StoreError, RequestRefused):
        app.add_exception_handler(kind, refused)
    app.add_exception_handler(HTTPException, refused_by_framework)
    app.add_exception_handler(RequestValidationError, malformed_by_known)
