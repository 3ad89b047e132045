"""Who asks: the session of the token that came with a request."""

from fastapi import Request

from api.errors.refusals import NotSignedIn
from application.ports.vault import Session
from application.service import Service

SIGNED_IN = "signed_in"
"""What is noted with a request whose token was looked at: whether it gave a session."""


def session_of(request: Request, service: Service) -> Session:
    """
    Give the session of a request.

    :raises NotSignedIn: if no token came with it, or one that gives no session (any more)
    """
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    session = service.session(token.strip()) if scheme.lower() == "bearer" and token else None
    setattr(request.state, SIGNED_IN, session is not None)
    if session is None:
        raise NotSignedIn
    return session
