"""Meetings and lessons over HTTP."""

from typing import Any

from domain.kernel.acts import Role
from tests.api.party import MEETING, NETWORK, Party

HELD: dict[str, Any] = {"outcome": "held", "title": "Kennismaking", "mode": "online", "present": 12, "on": "2024-03-05"}


def test_a_meeting_is_planned_at_its_network_and_found_at_an_address_of_its_own(party: Party):
    network = party.network()
    planned = party.post(f"/networks/{network}/meetings", MEETING)

    assert planned.status_code == 201
    meeting = planned.json()["meeting"]
    assert planned.headers["Location"] == f"/v1/meetings/{meeting}"
    shown = party.get(f"/meetings/{meeting}", Role.REQUESTER)
    assert (shown.json()["status"], shown.json()["title"], shown.json()["networkName"]) == (
        "planned",
        MEETING["title"],
        NETWORK["name"],
    )
    assert party.get(f"/meetings/{meeting}", Role.REQUESTER, If_None_Match=shown.headers["ETag"]).status_code == 304


def test_a_planned_meeting_is_moved_and_called_off_on_the_version_that_was_seen(party: Party):
    meeting = party.meeting(party.network())
    seen = party.get(f"/meetings/{meeting}").headers["ETag"]

    assert party.post(f"/meetings/{meeting}/moves", {"day": "2199-02-01"}, If_Match=seen).json()["version"] == 2
    assert party.post(f"/meetings/{meeting}/cancellations", {}, If_Match=seen).status_code == 412
    assert party.post(f"/meetings/{meeting}/cancellations", {"reason": "Te vroeg."}).status_code == 200
    refused = party.post(f"/meetings/{meeting}/attendances", {"present": 3})
    assert (refused.status_code, refused.json()["code"]) == (409, "meeting-cancelled-already")


def test_meetings_that_were_held_are_listed_by_network_and_by_moment(party: Party):
    network, other = party.network(on="2024-01-01"), party.network(name="Netwerk EU", on="2024-01-01")
    for each in (network, other):
        assert party.post(f"/networks/{each}/meetings", HELD).status_code == 201

    def listed(path: str) -> list[tuple[str, str, int]]:
        return [(each["network"], each["day"], each["present"]) for each in party.get(path).json()["items"]]

    assert listed(f"/networks/{network}/meetings") == listed(f"/meetings?network={network}") == [(network, "2024-03-05", 12)]
    assert len(listed("/meetings?on=2024-03-05")) == 2
    assert listed("/meetings?on=2024-03-04") == listed("/meetings?knownAt=2024-06-01T00:00:00Z") == []


def test_a_wrong_number_is_corrected_and_the_history_tells_it(party: Party):
    meeting = party.post(f"/networks/{party.network(on='2024-01-01')}/meetings", HELD).json()["meeting"]
    entry = {"of": f"{meeting}:1", "mistake": "wrong-number"}

    assert party.post("/corrections", entry).status_code == 400
    assert party.post("/corrections", {**entry, "present": 21}).status_code == 200
    assert party.get(f"/meetings/{meeting}").json()["present"] == 21
    told = [each["sentence"] for each in party.get(f"/meetings/{meeting}/history").json()["items"]]
    assert "Aantal aanwezigen: 12." in told[0]
    assert "verkeerd aantal" in told[1]
    assert "Het goede aantal aanwezigen is 21." in told[1]


def test_lessons_are_told_at_their_network_and_listed_for_the_board(party: Party):
    network = party.network(on="2024-01-01")
    body = {"whatWorked": "Korte avonden.", "on": "2024-02-01"}

    told = party.post(f"/networks/{network}/lessons", body)

    assert (told.status_code, told.json()["halfYear"]) == (200, "2024-H1")
    (entry,) = party.get("/lessons?halfYear=2024-H1", Role.NATIONAL_BOARD).json()["items"]
    assert entry["whatWorked"] == "Korte avonden."
    assert party.get(f"/networks/{network}/lessons").json()["items"] == [entry]
    assert len(party.get(f"/lessons/{told.json()['lessons']}/history").json()["items"]) == 1
    assert party.get("/lessons?halfYear=2024").status_code == 400
    over = party.post(f"/networks/{network}/lessons", {**body, "halfYear": "2024-H1", "on": "2024-09-01"})
    assert over.json()["code"] == "half-year-over"
    assert "31 augustus 2024" in over.json()["detail"]
