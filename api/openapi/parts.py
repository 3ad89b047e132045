"""Fixed parts of the OpenAPI document."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from api.errors.problems import MEDIA_TYPE
from application.language.errors.statuses import TITLES
from application.language.words import NOT_YET

DESCRIPTION = f"""\
**{NOT_YET.en}** {NOT_YET.nl}

Member networks of a party (*partijnetwerken*): founding plans, decisions, networks, memberships, and the history of all of it.

Every change is a command, given with POST; it answers the position in the log (`Event-Position`) that a read can wait for.
Every read of state can be asked as of a day (`on`) and as we knew it at an instant (`knownAt`).
Every refusal is a problem (RFC 9457) with a stable `code`, a sentence in Dutch (or English: `Accept-Language: en`) and what to
do `next`. Days and instants lie between 1900 and 2199.

Names are English, as in the program; each description has the Dutch word."""

AS_TABLE = "`{}` as a table: a line with names, `;` between values, UTF-8 with a mark; lists within a value with commas"
"""What is said of a list that is given as text/csv."""

Contact = Mapping[str, str]
"""Whom to ask about the API: name, url and email."""

EXAMPLE_CONTACT: Contact = {
    "name": "Partijbureau van de Voorbeeldpartij",
    "url": "https://voorbeeldpartij.example/partijnetwerken",
    "email": "partijnetwerken@voorbeeldpartij.example",
}
"""Of the invented party of the demo, and of the document that is checked in; a real one is a setting."""

HEADERS: Mapping[str, Mapping[str, Any]] = {
    "API-Version": {
        "description": "the full version of this API",
        "required": True,
        "schema": {"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
    },
    "Event-Position": {
        "description": "the position that a command was recorded up to, or that a read was asked to know of; in no order",
        "schema": {"type": "integer", "minimum": 0},
    },
    "Idempotency-Key": {"description": "the id of the command", "schema": {"type": "string", "format": "uuid"}},
    "Location": {"description": "where what was made is found", "schema": {"type": "string", "format": "uri-reference"}},
    "Link": {"description": 'the next page, when there is one: <...>; rel="next" (RFC 8288)', "schema": {"type": "string"}},
    "ETag": {"description": "the version, for If-Match and If-None-Match", "schema": {"type": "string"}},
    "Retry-After": {"description": "seconds after which to try again", "schema": {"type": "integer", "minimum": 0}},
    "WWW-Authenticate": {"description": "how to sign in", "schema": {"type": "string"}},
    "Content-Language": {
        "description": "the language of the sentences",
        "required": True,
        "schema": {"type": "string", "enum": ["nl", "en"]},
    },
}
OF_STATUS: Mapping[HTTPStatus, tuple[str, ...]] = {
    HTTPStatus.BAD_REQUEST: ("Retry-After",),
    HTTPStatus.UNAUTHORIZED: ("WWW-Authenticate",),
    HTTPStatus.TOO_MANY_REQUESTS: ("Retry-After",),
    HTTPStatus.SERVICE_UNAVAILABLE: ("Retry-After",),
}


def response_headers(names: Iterable[str]) -> dict[str, Any]:
    """Give headers as an answer refers to them."""
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def problem_name(status: HTTPStatus) -> str:
    """Give what a problem's response is called."""
    return status.name.title().replace("_", "")


def problem_responses() -> dict[str, Any]:
    """Give a response for every status that a problem can have."""
    return {
        problem_name(status): {
            "description": f"{title.en}. ({title.nl}.)",
            "headers": response_headers(["API-Version", "Content-Language", *OF_STATUS.get(status, ())]),
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status, title in TITLES.items()
    }
