"""“Ik ben lid”: whoever showed a mailbox that nobody is known by says who they are; the answer is the same for everybody."""

from http import HTTPStatus

from starlette.responses import Response

from application.language.words import Words
from application.register.file import MalformedMemberName, MalformedMemberNumber, MalformedPostcode
from application.signing_in.claiming import Claiming
from web.asking.forms import typed
from web.page import Facts, page
from web.signing_in.cookies import CODE_COOKIE, go_to
from web.visit import Visit

CLAIM, RECEIVED = "/aanmelden/ik-ben-lid", "/aanmelden/ik-ben-lid/ontvangen"
FIELDS = {
    MalformedMemberName: ("naam", Words("Vul uw voornaam en achternaam in", "Fill in your first name and last name")),
    MalformedMemberNumber: (
        "lidnummer",
        Words("Vul uw lidnummer in, of laat dit leeg", "Fill in your number, or leave this empty"),
    ),
    MalformedPostcode: ("postcode", Words("Vul uw postcode in, zoals 3811 AB", "Fill in your postcode, such as 3811 AB")),
}


@page(CLAIM, Words("Ik ben lid", "I am a member"), has_past=False, takes_forms=True)
def claim(visit: Visit) -> Facts | Response:
    """Say who you are: the bureau sees whether that is right."""
    given, secret = typed(visit.form), visit.cookies.get(CODE_COOKIE, "")
    claiming = Claiming(visit.service, visit.ways_in.by_mail)
    if not visit.is_sent:
        visit.ways_in.by_mail.choices(secret)  # is refused where no mailbox was shown
        return {"given": given, "errors": []}
    said = {"name": given.text("naam"), "member_number": given.text("lidnummer"), "postcode": given.text("postcode")}
    try:
        claiming.claim(secret, language=visit.language.value, **said)
    except tuple(FIELDS) as error:
        field, text = FIELDS[type(error)]
        given.errors[field] = visit.tell(text)
        errors = [{"text": given.errors[field], "href": f"#{field}"}]
        return {"given": given, "errors": errors, "status": HTTPStatus.BAD_REQUEST}
    return go_to(RECEIVED)


@page(RECEIVED, Words("Wij kijken ernaar", "We are looking at it"), has_past=False)
def received(_: Visit) -> Facts:
    """Say what happens next, whoever asks."""
    return {}
