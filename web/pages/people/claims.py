"""Somebody who says to be a member, at the bureau: matched in one click, or told that it did not work out."""

from uuid import UUID

from starlette.responses import Response

from application.language.words import Words
from application.queries.auditing.record import PersonFound
from application.queries.claims import MemberClaimDetails
from application.signing_in.claiming import Claiming
from web.asking.forms import typed
from web.asking.people import told_apart
from web.drawing.readable import id_in
from web.page import Facts, page
from web.refusals import NOT_POSSIBLE_HERE, PageRefused
from web.signing_in.cookies import go_to
from web.visit import Visit

NOBODY = "niemand"


@page(
    "/mensen/verzoeken/{member_claim}",
    Words("Iemand zegt lid te zijn", "Somebody says to be a member"),
    has_past=False,
    names_people=True,
    takes_forms=True,
)
def claim_at_bureau(visit: Visit, member_claim: UUID) -> Facts | Response:
    """What they said, who it may be, and one button for each."""
    looked = visit.wearing(MemberClaimDetails)
    found = looked.ask(MemberClaimDetails(member_claim=member_claim))
    if not visit.is_sent:
        people = [(each, told_apart(visit, PersonFound.model_validate(each, from_attributes=True))) for each in found.candidates]
        return {"of": found, "people": people}
    claiming, chosen = Claiming(visit.service, visit.ways_in.by_mail), typed(visit.form).text("wie")
    if chosen == NOBODY:
        claiming.refuse(member_claim, session=looked.session)
    elif (person := id_in(chosen)) in {each.person for each in found.candidates} and person is not None:
        claiming.match(member_claim, person, session=looked.session)
    else:
        raise PageRefused(NOT_POSSIBLE_HERE)
    return go_to("/te-doen")
