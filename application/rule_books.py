"""The first two rule books of the party, with their sources, ready to be adopted (docs/decisions/0018)."""

from datetime import date
from typing import NamedTuple

from domain.pilot.rules import FoundingBody, NetworkRules, NetworkType, PlanPart, RepresentationReference

FOUNDING_DOCUMENT = "Het oprichtingsdocument “Netwerkpartij” van 28 juni 2022"
RULE_PAGE = "De pagina “Organisatie partijnetwerken” op christenunie.nl, zoals die was bij het begin van de pilot"


class WrittenRules(NamedTuple):
    """What ``RuleBook.adopt`` asks for, besides the act."""

    rules_version: str
    network_type: NetworkType
    valid_from: date
    rules: NetworkRules
    origin: str


_IN_THE_DOCUMENT = NetworkRules(
    core_group_minimum=4,
    required_parts=(PlanPart.PURPOSE, PlanPart.ORGANISATION, PlanPart.DURATION, PlanPart.CORE_GROUP),
    target_members=50,
    target_after_months=12,
)

RULES_2022_06_28 = tuple(
    WrittenRules("2022-06-28", network_type, date(2022, 6, 28), _IN_THE_DOCUMENT, FOUNDING_DOCUMENT)
    for network_type in (NetworkType.THEME, NetworkType.COMMUNITY)
)
"""Four people, a short plan, an aim of fifty after a year."""

_ON_THE_PAGE = _IN_THE_DOCUMENT.model_copy(
    update={
        "core_group_appointed_by": FoundingBody.NATIONAL_BOARD,
        "may_start_with_board": True,
        "core_group_mix_asked": True,
        "required_parts": (*_IN_THE_DOCUMENT.required_parts, PlanPart.INTENDED_COOPERATION),
    }
)
_FROM = date(2023, 1, 1)  # our assumption: the page was never dated; it is younger than August 2022 and older than May 2023

RULE_PAGE_V1 = (
    WrittenRules("pilot-rule-page", NetworkType.THEME, _FROM, _ON_THE_PAGE, RULE_PAGE),
    WrittenRules(
        "pilot-rule-page",
        NetworkType.COMMUNITY,
        _FROM,
        _ON_THE_PAGE.model_copy(update={"representation_reference": RepresentationReference.TARGET_GROUP}),
        RULE_PAGE,
    ),
)
"""
The board appoints the core group, which is a mix of people with and without administrative experience, and may begin a plan
itself; a plan says with whom the network will cooperate.
"""

RULE_BOOKS = {"netwerkpartij-2022": RULES_2022_06_28, "pilot-rule-page": RULE_PAGE_V1}
"""The rule books that ship, by the names under which a party can adopt them."""
