"""Which HTTP status goes with which code: one table. A rule that refuses is 409, a store that could not is 503."""

from collections.abc import Mapping
from http import HTTPStatus

from application.language.words import Words
from application.ports.errors import StoreError

STATUSES: Mapping[str, HTTPStatus] = {
    # what was asked cannot be read or cannot be
    "malformed-body": HTTPStatus.BAD_REQUEST,
    "malformed-parameter": HTTPStatus.BAD_REQUEST,
    "ambiguous-length": HTTPStatus.BAD_REQUEST,
    "command-id-malformed": HTTPStatus.BAD_REQUEST,
    "in-the-future": HTTPStatus.BAD_REQUEST,
    "not-on-another-day": HTTPStatus.BAD_REQUEST,
    "no-such-day": HTTPStatus.BAD_REQUEST,
    "curve-too-long": HTTPStatus.BAD_REQUEST,
    "unknown-figure": HTTPStatus.BAD_REQUEST,
    "figure-needs-item": HTTPStatus.BAD_REQUEST,
    "figure-needs-no-item": HTTPStatus.BAD_REQUEST,
    "day-not-begun": HTTPStatus.BAD_REQUEST,
    "network-not-begun-then": HTTPStatus.BAD_REQUEST,
    "not-known-then": HTTPStatus.BAD_REQUEST,
    "nothing-recorded-then": HTTPStatus.BAD_REQUEST,
    "no-rules-then": HTTPStatus.BAD_REQUEST,
    "unknown-rules-version": HTTPStatus.NOT_FOUND,
    "unknown-plan-version": HTTPStatus.NOT_FOUND,
    "unknown-event-type": HTTPStatus.BAD_REQUEST,
    "last-day-too-early": HTTPStatus.BAD_REQUEST,
    "unknown-position": HTTPStatus.BAD_REQUEST,
    "invalid-cursor": HTTPStatus.BAD_REQUEST,
    "not-settled-yet": HTTPStatus.BAD_REQUEST,
    "not-a-birth-year": HTTPStatus.BAD_REQUEST,
    "look-purpose-missing": HTTPStatus.BAD_REQUEST,
    # who asks
    "not-signed-in": HTTPStatus.UNAUTHORIZED,
    "access-denied": HTTPStatus.FORBIDDEN,
    "form-from-elsewhere": HTTPStatus.FORBIDDEN,
    "not-confirmed-by-mail": HTTPStatus.FORBIDDEN,
    "no-right-left": HTTPStatus.FORBIDDEN,
    "code-not-right": HTTPStatus.BAD_REQUEST,
    "code-over": HTTPStatus.BAD_REQUEST,
    "not-an-address": HTTPStatus.BAD_REQUEST,
    "nobody-chosen": HTTPStatus.BAD_REQUEST,
    "account-not-shown": HTTPStatus.FORBIDDEN,
    "account-over": HTTPStatus.BAD_REQUEST,
    "account-without-mailbox": HTTPStatus.FORBIDDEN,
    "persons-of-sensitive-network": HTTPStatus.FORBIDDEN,
    "cursor-of-someone-else": HTTPStatus.FORBIDDEN,
    # what it is about
    "person-not-found": HTTPStatus.NOT_FOUND,
    "nominated-person-not-found": HTTPStatus.NOT_FOUND,
    "unknown-item": HTTPStatus.NOT_FOUND,
    "unknown-group": HTTPStatus.NOT_FOUND,
    "unknown-route": HTTPStatus.NOT_FOUND,
    "entry-not-found": HTTPStatus.NOT_FOUND,
    "person-unknown": HTTPStatus.NOT_FOUND,
    "method-not-allowed": HTTPStatus.METHOD_NOT_ALLOWED,
    "not-acceptable": HTTPStatus.NOT_ACCEPTABLE,
    "unsupported-media-type": HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    "register-upload-too-large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "register-too-long": HTTPStatus.BAD_REQUEST,
    "register-file-missing": HTTPStatus.BAD_REQUEST,
    "register-import-gone": HTTPStatus.NOT_FOUND,
    "too-large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    # what it was seen as
    "stale-version": HTTPStatus.PRECONDITION_FAILED,
    "version-needed": HTTPStatus.PRECONDITION_REQUIRED,
    # what waiting helps
    "too-many-requests": HTTPStatus.TOO_MANY_REQUESTS,
    "too-busy": HTTPStatus.SERVICE_UNAVAILABLE,
    "provider-not-reached": HTTPStatus.SERVICE_UNAVAILABLE,
    "not-caught-up-yet": HTTPStatus.SERVICE_UNAVAILABLE,
    # what is our own fault
    "seal-broken": HTTPStatus.INTERNAL_SERVER_ERROR,
    "seal-misplaced": HTTPStatus.INTERNAL_SERVER_ERROR,
    "internal-error": HTTPStatus.INTERNAL_SERVER_ERROR,
}

TITLES: Mapping[HTTPStatus, Words] = {
    HTTPStatus.BAD_REQUEST: Words("Niet alles is goed ingevuld", "Not everything is filled in correctly"),
    HTTPStatus.UNAUTHORIZED: Words("Niet aangemeld", "Not signed in"),
    HTTPStatus.FORBIDDEN: Words("Geen toegang", "No access"),
    HTTPStatus.NOT_FOUND: Words("Niet gevonden", "Not found"),
    HTTPStatus.METHOD_NOT_ALLOWED: Words("Dat kan hier niet", "That is not possible here"),
    HTTPStatus.NOT_ACCEPTABLE: Words("Niet in deze vorm", "Not in this form"),
    HTTPStatus.CONFLICT: Words("Dit kan nu niet", "This is not possible now"),
    HTTPStatus.PRECONDITION_FAILED: Words("Intussen gewijzigd", "Changed in the meantime"),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Words("Te groot", "Too large"),
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: Words("Andere vorm nodig", "Another form is needed"),
    HTTPStatus.PRECONDITION_REQUIRED: Words("Open de pagina opnieuw", "Open the page again"),
    HTTPStatus.TOO_MANY_REQUESTS: Words("Te veel in korte tijd", "Too much in a short time"),
    HTTPStatus.INTERNAL_SERVER_ERROR: Words("Fout in het systeem", "Error in the system"),
    HTTPStatus.SERVICE_UNAVAILABLE: Words("Nu niet beschikbaar", "Not available now"),
}
"""What each status is called to people; every problem has one of these."""

PHRASES: Mapping[HTTPStatus, str] = {
    HTTPStatus.NOT_FOUND: "unknown-route",
    HTTPStatus.METHOD_NOT_ALLOWED: "method-not-allowed",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "too-large",
}
"""The code of what the framework itself refuses."""


def status_of(error: Exception, code: str) -> HTTPStatus:
    if code in STATUSES:
        return STATUSES[code]
    return HTTPStatus.SERVICE_UNAVAILABLE if isinstance(error, StoreError) else HTTPStatus.CONFLICT
