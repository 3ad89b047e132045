"""Advice requests over HTTP: the light path, the version that was seen, and what a closed request keeps closed."""

from datetime import UTC, datetime
from typing import Any

import pytest
from httpx2 import Response

from domain.kernel.acts import Role
from domain.kernel.days import day_of
from tests.api.party import NETWORK, REQUEST, Party

POLITICIAN, KERN = "Voorbeeld Politicus", "Voorbeeld Kern"


@pytest.fixture
def network(party: Party) -> str:
    """A network with somebody in its core group."""
    network = party.network()
    party.headers(Role.CORE_GROUP, person=KERN, network=NETWORK["name"])
    return network


def by_core_group(party: Party, path: str, body: Any, **headers: str) -> Response:
    return party.post(path, body, Role.CORE_GROUP, person=KERN, **headers)


def test_a_question_is_asked_and_answered(party: Party, network: str):
    asked = party.post("/advice-requests", {**REQUEST, "network": network}, Role.REQUESTER, person=POLITICIAN)
    request = asked.json()["adviceRequest"]
    assert asked.status_code == 201
    assert asked.headers["Location"] == f"/v1/advice-requests/{request}"
    assert (asked.json()["status"], asked.json()["nextActor"], asked.json()["due"]) == ("asked", "core-group", "2030-01-01")

    answer = {"advice": "Het valt mee.", "recommendations": ["Houd de bus.", "Vraag het de dorpen."]}
    delivered = by_core_group(party, f"/advice-requests/{request}/deliveries", answer)
    assert (delivered.status_code, delivered.json()["status"]) == (200, "delivered")

    told = {"uses": [{"number": 2, "use": "adopted", "link": "https://voorbeeld.example/motie"}]}
    used = party.post(f"/advice-requests/{request}/use-reports", told, Role.REQUESTER, person=POLITICIAN)
    assert used.json()["nextActor"] == "nobody"

    shown = party.get(f"/advice-requests/{request}", Role.REQUESTER, person=POLITICIAN).json()
    assert shown["question"] == {"text": REQUEST["question"]}
    assert [each["text"] for each in shown["delivery"]["recommendations"]] == answer["recommendations"]
    assert shown["usesReported"][0]["link"] == {"text": "https://voorbeeld.example/motie"}
    assert shown["firstDue"] == shown["due"] == "2030-01-01"
    assert [each["adviceRequest"] for each in party.get("/advice-requests?status=followed-up").json()["items"]] == [request]


def test_a_talk_is_told_with_its_day_and_with_whom(party: Party, network: str):
    request = party.request(network)
    path = f"/advice-requests/{request}/deliveries"
    half = by_core_group(party, path, {"talkedOn": "2024-01-01"})
    assert (half.status_code, half.json()["code"]) == (400, "malformed-body")
    assert by_core_group(party, path, {}).json()["code"] == "nothing-to-deliver"
    before = by_core_group(party, path, {"talkedOn": "2024-01-01", "talkedWith": "Met de fractie."})
    assert before.json()["code"] == "not-in-core-group"  # nor had they been asked
    today = day_of(datetime.now(UTC)).isoformat()
    assert by_core_group(party, path, {"talkedOn": today, "talkedWith": "Met de fractie."}).status_code == 200


def test_who_saw_an_older_version_changes_nothing(party: Party, network: str):
    request = party.request(network)
    seen = by_core_group(party, f"/advice-requests/{request}/acceptances", {}, If_Match='"1"')
    assert seen.status_code == 200
    stale = by_core_group(party, f"/advice-requests/{request}/deliveries", {"advice": "Zo."}, If_Match='"1"')
    assert (stale.status_code, stale.json()["code"]) == (412, "stale-version")
    tag = party.get(f"/advice-requests/{request}").headers["ETag"]
    assert by_core_group(party, f"/advice-requests/{request}/deliveries", {"advice": "Zo."}, If_Match=tag).status_code == 200


def test_of_a_closed_request_the_bureau_sees_that_it_is_there(party: Party, network: str):
    request = party.request(network, person=POLITICIAN, closed=True, question="Gaat dit kabinet vallen?")
    (listed,) = party.get("/advice-requests").json()["items"]
    page = party.get(f"/advice-requests/{request}")
    history = party.get(f"/advice-requests/{request}/history")
    assert (listed["closed"], listed["question"], listed["status"]) == (True, None, "asked")
    assert "kabinet" not in page.text + history.text
    own = party.get(f"/advice-requests/{request}", Role.REQUESTER, person=POLITICIAN).json()
    assert own["question"]["text"] == "Gaat dit kabinet vallen?"


def test_a_history_is_told_in_sentences_that_name_nobody(party: Party, network: str):
    person = party.opened.vault.add_person("Voorbeeld Beller")
    asked = {**REQUEST, "network": network, "person": str(person), "source": "phone"}
    request = party.post("/advice-requests", asked).json()["adviceRequest"]
    declined = by_core_group(party, f"/advice-requests/{request}/declinations", {"declineReason": "no-time"})
    assert declined.status_code == 200, declined.text
    dutch, english = (
        [each["sentence"] for each in party.get(f"/advice-requests/{request}/history", Accept_Language=language).json()["items"]]
        for language in ("nl", "en")
    )
    assert dutch[0].startswith("Een adviesvrager vroeg het netwerk om advies. Het antwoord is nodig op 1 januari 2030.")
    assert dutch[0].endswith("Vastgelegd na een telefoongesprek.")
    assert (
        english[1]
        == "A member of the core group did not take on the request for advice. Reason: too little time before that day."
    )
    assert "Beller" not in "".join(dutch + english)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"due": "morgen"}, "due"),
        ({"requesterKind": "koning"}, "requesterKind"),
        ({"question": ""}, "question"),
        ({"requester": "r" + "0" * 32}, "requester"),
    ],
)
def test_a_wrong_field_is_named(quiet: Party, changes: dict[str, str], field: str):
    answer = quiet.post("/advice-requests", {**REQUEST, "network": NETWORK["name"], **changes})
    assert answer.status_code == 400
    assert field in answer.text


def test_nobody_chooses_whose_requests_they_see(quiet: Party):
    for key in ("requester=r" + "0" * 32, "hidesSensitive=false"):
        answer = quiet.get(f"/advice-requests?{key}", Role.REQUESTER)
        assert (answer.status_code, answer.json()["code"]) == (400, "malformed-parameter")


def test_a_day_that_is_past_is_refused(party: Party, network: str):
    late = party.post("/advice-requests", {**REQUEST, "network": network, "due": "2020-01-01"}, Role.REQUESTER, person=POLITICIAN)
    assert (late.status_code, late.json()["code"]) == (409, "day-already-past")
    assert "1 januari 2020" in late.text


def test_advice_that_was_given_unasked_has_an_address_for_its_history(party: Party, network: str):
    offered = by_core_group(party, "/advice-offers", {"network": network, "addressee": "committee", "advice": "Denk aan de bus."})
    offer = offered.json()["adviceOffer"]
    assert [each["adviceOffer"] for each in party.get("/advice-offers", Role.REQUESTER).json()["items"]] == [offer]
    assert [each["type"] for each in party.get(f"/advice-offers/{offer}/history").json()["items"]] == ["AdviceOffered"]
