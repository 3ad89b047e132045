"""Asking for an evaluation over HTTP."""

from domain.kernel.acts import Role
from tests.api.party import Party


def test_a_pilot_is_evaluated(party: Party):
    pilot = party.pilot()
    party.network(pilot=pilot)
    party.network(name="Buiten de pilot")
    answer = party.get(f"/evaluations/{pilot}", Role.NATIONAL_BOARD)
    assert answer.status_code == 200, answer.text
    assert set(answer.json()) == {"on", "knownAt", "countedUntil", "party", "networks", "happened", "figures"}
    whole = {each["figure"]: each for each in party.get(f"/evaluations/{pilot}").json()["figures"] if each["network"] is None}
    assert (whole["networks-founded"]["value"], whole["networks-founded"]["norm"]) == (1, 1)
    others = party.get(f"/evaluations/{pilot}?withOthers=true").json()["figures"]
    assert {each["network"] for each in others} == {None, "Netwerk zorg", "Buiten de pilot"}


def test_a_pilot_that_is_not_there_is_unknown(party: Party):
    answer = party.get("/evaluations/6f0b7d0e-54f5-5c0d-9a8e-6d1f0c6a2f11")
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown-item")


def test_a_requester_sees_numbers_and_no_events_of_people(party: Party):
    pilot = party.pilot()
    party.member(party.network(pilot=pilot), "Voorbeeld Lid")

    def members(role: Role) -> dict[str, object]:
        figures = party.get(f"/evaluations/{pilot}?events=true", role).json()["figures"]
        return next(each for each in figures if each["figure"] == "members")

    assert members(Role.REQUESTER)["value"] == members(Role.PARTY_BUREAU)["value"] == 1
    assert members(Role.REQUESTER)["events"] == []
    assert members(Role.PARTY_BUREAU)["events"] != []


def test_events_come_only_when_they_are_asked_for(party: Party):
    pilot = party.pilot()
    party.member(party.network(pilot=pilot), "Voorbeeld Lid")
    named = {"events", "ground", "leftOut"}
    for figure in party.get(f"/evaluations/{pilot}").json()["figures"]:
        assert named.isdisjoint(figure)
    for figure in party.get(f"/evaluations/{pilot}?events=true").json()["figures"]:
        assert named <= set(figure)


def test_how_networks_stand_comes_with_the_figures(party: Party):
    pilot = party.pilot()
    party.network(pilot=pilot)
    (network,) = party.get(f"/evaluations/{pilot}").json()["networks"]
    assert (network["network"], network["standing"]) == ("Netwerk zorg", "active")
    assert {"membersThen", "reason", "into"}.isdisjoint(network)


def test_a_baseline_is_recorded_once_a_day(party: Party):
    body = {"members": 25_000, "referenceDay": "2023-01-01", "origin": "De ledenadministratie."}
    assert party.post("/party-member-counts", body).status_code == 200
    again = party.post("/party-member-counts", body)
    assert (again.status_code, again.json()["code"]) == (409, "baseline-recorded-already")
