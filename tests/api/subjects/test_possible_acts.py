"""What may be done with an item, over HTTP: in the language of who asks, with why not."""

from uuid import uuid4

from domain.kernel.acts import Role
from tests.api.party import Party


def test_what_may_be_done_is_told_in_the_language_of_who_asks(party: Party):
    plan = party.plan()
    headers = {**party.headers(Role.NATIONAL_BOARD), "Accept-Language": "nl"}
    answer = party.client.get("/v1/possible-acts", params={"item": plan}, headers=headers)

    assert (answer.status_code, answer.headers["Content-Language"]) == (200, "nl")
    (approve,) = [each for each in answer.json()["items"] if each["command"] == "ApprovePlan"]
    assert approve.keys() == {"command", "may", "code", "title", "whyNot", "next"}
    assert (approve["may"], approve["code"], approve["title"]) == (False, "plan-not-submitted", "Plan goedkeuren")


def test_with_what_is_not_there_nothing_can_be_done_and_without_a_token_nothing_is_told(party: Party):
    unknown = party.client.get("/v1/possible-acts", params={"item": str(uuid4())}, headers=party.headers(Role.PARTY_BUREAU))
    assert (unknown.status_code, unknown.json()) == (200, {"items": []})
    assert party.client.get("/v1/possible-acts", params={"item": str(uuid4())}).status_code == 401
