"""The JSON API: the tables of routes, turned into an application."""

from collections.abc import Callable
from typing import Any

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from api import asking, giving, searching
from api.document import document
from api.document_parts import Contact
from api.health import add_health
from api.preconditions import must_accept_json
from api.problems import refused, refused_by_framework, validation_refused
from api.reads import READ_ROUTES, SEARCH_ROUTES, ReadRoute, SearchRoute
from api.refusals import Refused
from api.routes import COMMAND_ROUTES, CommandRoute
from api.sessions import session_of
from api.shell import API_VERSION, Shell
from application.ports.errors import StoreError
from application.service import Service
from domain.kernel.errors import DomainError

LARGEST_BODY = 262_144
Lifespan = Callable[[FastAPI], Any]


def create_app(
    service: Service, *, largest_body: int = LARGEST_BODY, contact: Contact | None = None, lifespan: Lifespan | None = None
) -> FastAPI:
    """
    Make the application.

    :param largest_body: bytes that a request may bring
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
        lifespan=lifespan,
    )
    app.add_middleware(Shell, largest_body=largest_body)
    _tell_problems(app, service)
    for command_route in COMMAND_ROUTES:
        _add_command(app, command_route, service)
    for read_route in READ_ROUTES:
        _add_read(app, read_route, service)
    for search_route in SEARCH_ROUTES:
        _add_search(app, search_route, service)
    _add_document(app, contact)
    add_health(app, service)
    return app


def _add_command(app: FastAPI, route: CommandRoute, service: Service) -> None:
    app.add_api_route(
        giving.SERVER + route.path,
        giving.endpoint_of(route, service),
        methods=["POST"],
        operation_id=route.name,
        status_code=giving.status_of(route),
        tags=[route.tag],
        dependencies=[Depends(must_accept_json)],
    )


def _add_read(app: FastAPI, route: ReadRoute, service: Service) -> None:
    app.add_api_route(
        giving.SERVER + route.path,
        asking.endpoint_of(route, service),
        methods=["GET"],
        operation_id=route.name,
        tags=[route.tag],
        dependencies=[Depends(must_accept_json)],
    )


def _add_search(app: FastAPI, route: SearchRoute, service: Service) -> None:
    app.add_api_route(
        giving.SERVER + route.path,
        searching.endpoint_of(route, service),
        methods=["POST"],
        operation_id=route.name,
        tags=[route.tag],
        dependencies=[Depends(must_accept_json)],
    )


def _add_document(app: FastAPI, contact: Contact | None) -> None:
    written: list[str] = []

    @app.get(f"{giving.SERVER}/openapi.json", include_in_schema=False)
    def openapi() -> Response:
        """Give the document; open to all."""
        if not written:
            written.append(document(app, contact))
        return Response(written[0], headers={"Access-Control-Allow-Origin": "*"}, media_type="application/json")


def _tell_problems(app: FastAPI, service: Service) -> None:
    def malformed(request: Request, error: Exception) -> Response:
        session_of(request, service)  # strangers are told that they are strangers, whatever they sent
        return validation_refused(request, error)

    for kind in (DomainError, StoreError, Refused):
        app.add_exception_handler(kind, refused)
    app.add_exception_handler(HTTPException, refused_by_framework)
    app.add_exception_handler(RequestValidationError, malformed)
