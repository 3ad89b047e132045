"""Endpoints that search: read the question from the body, ask it, answer. Nothing is recorded."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request, Response
from fastapi.exceptions import RequestValidationError

from api.commands.bodies import Body, body_reader
from api.http.authentication import session_of
from api.http.preconditions import WhatFor
from api.queries.routes import SearchRoute
from api.queries.serialization import showing_of
from application.access.scopes import must_have_row
from application.service import Service


def endpoint_of(route: SearchRoute, service: Service) -> Callable[..., Response]:
    """Make the endpoint of a route; its body follows from the question."""
    showing = showing_of(route.question)

    def search(
        request: Request, body: Annotated[Body, Depends(body_reader(route.shape, service))], look_purpose: WhatFor = None
    ) -> Response:
        session = session_of(request, service)
        must_have_row(session.role, route.question)  # who may not ask is told so before anything is said about the body
        if body.errors:
            raise RequestValidationError([])  # what is wrong with the body is told with it
        answer = service.query(route.shape.made(body, {}), session=session, purpose=look_purpose)
        return Response(showing.write(answer), media_type="application/json")

    return search
