"""People chosen by name in a form: members of its network by a core group, and board members by who records a decision."""

import re
from uuid import UUID

from application.ports.vault.contexts import OFFICE
from application.ports.vault.sessions import Session
from application.queries.networks import MembersOfNetwork
from application.queries.plans import DecisionRegister
from domain.kernel.acts import Role
from domain.networks.network import Network
from domain.pilot.rules import FoundingBody
from tests.application.party import BOARD, FOUNDERS, OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party
from tests.application.use_cases.plans.test_other_rules import adopt
from tests.web.conftest import Enter


def options(text: str) -> dict[str, str]:
    """Give what can be chosen, by its words."""
    found = re.findall(r'<option value="(r[0-9a-f]{32})"[^>]*>\s*([^<]+?)\s*</option>', text)
    return {words: value for value, words in found}


def test_a_core_group_appoints_a_member_by_name(party: Party, network: UUID, enter: Enter, core_group: Session):
    adopt(party, core_group_appointed_by=FoundingBody.CORE_GROUP)
    party.join(SOMEBODY, network)
    party.party_member(SOMEBODY_ELSE)
    browser, path = enter(core_group), f"/netwerken/{network}/kerngroep"
    assert "aanstellen" in browser.get(path).text
    offered = options(browser.get(f"{path}/aanstellen").text)
    assert list(offered) == [SOMEBODY]
    assert browser.submit(f"{path}/aanstellen", person=offered[SOMEBODY]).status_code == 303
    seats = [each.name for each in party.ask(MembersOfNetwork(network=network), core_group).items if each.in_core_group]
    assert SOMEBODY in seats


def test_nobody_is_appointed_who_was_not_offered(party: Party, network: UUID, enter: Enter, core_group: Session):
    party.join(SOMEBODY, network)
    browser, path = enter(core_group), f"/netwerken/{network}/kerngroep/aanstellen"
    other = party.vault.reference(party.party_member(SOMEBODY_ELSE), f"network/{network}")
    for chosen in ("", other, str(party.person(SOMEBODY_ELSE)), party.reference(FOUNDERS[1], network)):
        answer = browser.submit(path, person=chosen)
        assert answer.status_code == 400, chosen


def test_a_core_group_gives_a_chair_from_its_own(party: Party, network: UUID, enter: Enter, core_group: Session):
    party.join(SOMEBODY, network)
    browser, path = enter(core_group), f"/netwerken/{network}/kerngroep/voorzitter"
    offered = options(browser.get(path).text)
    assert (SOMEBODY in offered, FOUNDERS[2] in offered) == (False, True)
    assert browser.submit(path, person=offered[FOUNDERS[2]]).status_code == 303
    found = party.log.load(Network, network)
    assert found is not None
    assert found.chair == party.reference(FOUNDERS[2], network)


def test_who_took_part_in_a_decision_is_chosen_by_name(party: Party, enter: Enter):
    plan = party.submitted()
    party.holder(OTHER_FOUNDERS[0], Role.NATIONAL_BOARD)
    for session in (party.board, party.bureau):
        text = enter(session).get(f"/plannen/{plan}/goedkeuren").text
        assert {BOARD, OTHER_FOUNDERS[0]} <= set(re.findall(r">\s*([^<]+?)\s*</label>", text))
    browser = enter(party.board)
    both = [party.vault.reference(party.person(each), OFFICE) for each in (BOARD, OTHER_FOUNDERS[0])]
    day = dict(zip(("day", "month", "year"), ("3", "3", "2025"), strict=True))
    form = {f"decided.0.day-{part}": text for part, text in day.items()}
    answer = browser.post(
        f"/plannen/{plan}/goedkeuren",
        data={**form, "decided.0.form": "meeting", "decided.0.taking_part": both},
        headers={"Sec-Fetch-Site": "same-origin"},
    )
    assert answer.status_code == 303, answer.text
    decision = next(each for each in party.ask(DecisionRegister(), party.bureau).items if each.plan == plan)
    assert decision.decided is not None
    assert set(decision.decided.taking_part or ()) == set(both)
