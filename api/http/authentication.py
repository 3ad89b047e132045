"""Who asks: the session of the token that came with a request."""

from fastapi import Request

from api.errors.refusals import NotSignedIn
from application.access.visitor import VISITOR
from application.ports.vault.sessions import Session
from application.service import Service

SIGNED_IN = "signed_in"
"""What is noted with a request whose token was looked at: whether it gave a session."""


def session_of(request: Request, service: Service, *, strangers: bool = False) -> Session:
    """
    Give the session of a request.

    :param strangers: whether who sends no token is answered too, as a visitor; who sends one that gives no session is not
    :raises NotSignedIn: if no token came with it, or one that gives no session (any more)
    """
    if strangers and "authorization" not in request.headers:
        setattr(request.state, SIGNED_IN, False)
        return VISITOR
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    session = service.session(token.strip()) if scheme.lower() == "bearer" and token else None
    setattr(request.state, SIGNED_IN, session is not None)
    if session is None:
        raise NotSignedIn
    return session
