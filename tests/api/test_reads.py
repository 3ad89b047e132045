"""Asking over HTTP: as of a day and an instant, page by page, and what has not changed is not sent again."""

import re
from datetime import UTC, datetime, timedelta
from unittest.mock import patch
from uuid import uuid4

import pytest

from api.queries.routes import READ_ROUTES
from application.access.positions import Positions
from application.commands.pilot import CountPartyMembers, RecordBaseline
from domain.kernel.acts import Role
from projections.reading.query_service import NotCaughtUpYet
from tests.api.bodies import body_of
from tests.api.party import NETWORK, Party


def test_the_directory_tells_names_and_numbers(party: Party):
    network = party.network()
    party.member(network, "Voorbeeld Lid")

    answer = party.get("/networks", Role.REQUESTER)

    assert answer.status_code == 200
    assert [(each["network"], each["name"], each["members"]) for each in answer.json()["items"]] == [
        (network, NETWORK["name"], 1)
    ]
    assert set(answer.json()) == {"items"}
    assert "key" not in answer.json()["items"][0]


def test_what_was_true_on_a_day_and_what_was_known_at_an_instant(party: Party):
    network, person = party.network(on="2023-01-10"), str(party.opened.vault.add_person("Voorbeeld Lid"))
    assert party.post("/party-memberships", {"person": person, "on": "2023-01-01"}).status_code == 200
    joined = {"purposeVersion": 1, "on": "2023-02-01", "person": person, "source": "phone"}
    assert party.post(f"/networks/{network}/memberships", joined).status_code == 200

    def members(keys: str) -> list[int]:
        return [each["members"] for each in party.get(f"/membership-counts{keys}").json()["items"]]

    assert members("?on=2023-01-09") == []
    assert members("?on=2023-01-31") == [0]
    assert members("?on=2023-02-01") == [1]
    assert members("") == [1]
    assert members("?knownAt=2024-01-01T00:00:00Z") == []


def test_an_item_has_a_tag_and_is_not_sent_twice(party: Party):
    network = party.network()
    first = party.get(f"/networks/{network}")
    tag = first.headers["ETag"]

    again = party.get(f"/networks/{network}", If_None_Match=tag)
    weak = party.get(f"/networks/{network}", If_None_Match=f'"x", W/{tag}')
    party.member(network, "Voorbeeld Lid")
    joined = party.get(f"/networks/{network}", If_None_Match=tag)

    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert weak.status_code == 304
    assert joined.status_code == 200  # its version is the same, what is shown is not
    assert joined.headers["ETag"].startswith('"1.')


def test_the_tag_that_was_seen_goes_with_a_change(party: Party):
    network = party.network()
    seen = party.get(f"/networks/{network}").headers["ETag"]
    agreed = {"purpose": "Betere zorg.", "organisation": "Vijf mensen."}

    assert party.post(f"/networks/{network}/agreements", agreed, If_Match=seen).status_code == 200
    assert party.post(f"/networks/{network}/agreements", agreed, If_Match=seen).status_code == 412


def test_every_name_is_camel_case(party: Party):
    network, plan = party.network(endsOn="2030-01-01"), party.plan("member (token)")

    assert party.get(f"/networks/{network}").json()["agreements"] == {
        "purpose": NETWORK["purpose"],
        "organisation": NETWORK["organisation"],
        "endsOn": "2030-01-01",
        "intendedCooperation": None,
    }
    assert party.get(f"/founding-plans/{plan}").json()["content"]["durationMonths"] == 24
    assert party.get("/rules").json()["items"][0]["rules"]["coreGroupMinimum"] == 4


# Positions


def test_a_read_knows_of_the_position_that_a_command_answered(party: Party):
    changed = party.post("/networks", NETWORK)

    answer = party.get("/networks", Event_Position=changed.headers["Event-Position"])

    growth = party.get(
        f"/membership-counts?network={changed.json()['network']}", Event_Position=changed.headers["Event-Position"]
    )

    assert len(answer.json()["items"]) == len(growth.json()["items"]) == 1
    assert growth.headers["Event-Position"] == changed.headers["Event-Position"]
    assert answer.headers["Event-Position"] == changed.headers["Event-Position"]
    assert "Event-Position" not in party.get("/networks").headers


def test_a_position_that_no_command_answered_is_refused(quiet: Party):
    answer = quiet.get("/networks", Event_Position="1000000")

    assert (answer.status_code, answer.json()["code"]) == (400, "unknown-position")


def test_a_position_that_does_not_come_in_time_is_told(quiet: Party):
    quiet.opened.reads.store.empty()
    with patch.object(type(quiet.opened.reads), "wait_for", side_effect=NotCaughtUpYet):
        first = Positions(quiet.opened.vault).shown(1)
        answer = quiet.get("/networks", Event_Position=str(first))

    assert (answer.status_code, answer.json()["code"]) == (503, "not-caught-up-yet")
    assert int(answer.headers["Retry-After"]) > 0


@pytest.mark.parametrize("position", ["-1", "een", "1.5", str(2**80), ""])
def test_a_position_that_is_none_is_refused(quiet: Party, position: str):
    answer = quiet.get("/networks", Event_Position=position)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-parameter")


# Instants and days


@pytest.mark.parametrize("ago", [timedelta(seconds=1), timedelta(days=-1)])
def test_an_instant_that_is_not_settled_is_told(quiet: Party, ago: timedelta):
    instant = (datetime.now(UTC) - ago).strftime("%Y-%m-%dT%H:%M:%SZ")

    answer = quiet.get(f"/networks?knownAt={instant}")

    assert (answer.status_code, answer.json()["code"]) == (400, "not-settled-yet")
    assert answer.headers["Retry-After"] == "10"


@pytest.mark.parametrize(
    "keys",
    [
        "on=gisteren",
        "on=0",
        "on=2024-02-30",
        "on=2024-01-01T00:00:00Z",
        "on=9999-12-31",
        "knownAt=2024-01-01",
        "knownAt=2024-01-01T12:00:00",
        "knownAt=1700000000",
        "limit=0",
        "limit=501",
        "limit=1_0",
        "limit=een",
        "known_at=2024-01-01T00:00:00Z",
        "position=1",
        "after=x",
        "onbekend=1",
        "on=",
        f"cursor={'x' * 3000}",
    ],
)
def test_a_wrong_key_is_named(quiet: Party, keys: str):
    answer = quiet.get(f"/networks?{keys}")

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed-parameter")
    assert [error["parameter"] for error in answer.json()["errors"]] == [keys.partition("=")[0]]


def test_all_that_is_wrong_is_told_at_once(quiet: Party):
    answer = quiet.get("/networks/geen/growth-days?first=een&x=1", Event_Position="een")

    told = {error["parameter"] for error in answer.json()["errors"]}
    assert told == {"network", "first", "last", "x", "Event-Position"}


def test_an_unknown_item_is_not_found(quiet: Party):
    unknown = str(uuid4())
    for path in (f"/networks/{unknown}", f"/founding-plans/{unknown}", f"/networks/{unknown}/history"):
        answer = quiet.get(path)
        assert (answer.status_code, answer.json()["code"]) == (404, "unknown-item"), path


# History


def test_a_history_is_told_in_sentences(party: Party):
    network = party.network()
    party.post(f"/networks/{network}/suspensions", {"reason": "Rust."})

    dutch = party.get(f"/networks/{network}/history")
    english = party.get(f"/networks/{network}/history", Accept_Language="en")

    assert [each["type"] for each in dutch.json()["items"]] == ["ExistingNetworkBroughtIn", "NetworkSuspended"]
    assert dutch.headers["Content-Language"] == "nl"
    assert "legde het netwerk stil" in dutch.json()["items"][1]["sentence"]
    assert "suspended" in english.json()["items"][1]["sentence"]


def test_corrections_are_told_in_sentences_too(party: Party):
    network = party.network(on="2023-01-10")
    party.headers(Role.MEMBER, person="Voorbeeld Lid")
    in_the_party = datetime.now(UTC).isoformat()
    membership = party.member(network, "Voorbeeld Lid")
    correction = {"of": f"{membership}:1", "correctedAt": in_the_party, "mistake": "wrong-day"}
    begun = {"of": f"{network}:1", "correctedAt": "2023-01-11T12:00:00Z", "mistake": "wrong-day"}
    assert party.post("/corrections", correction).status_code == 200
    assert party.post("/corrections", begun).status_code == 200

    for path in (f"/networks/{network}/memberships/{membership}/history", f"/events/{network}:2/history"):
        told = party.get(path).json()["items"]
        assert told[-1]["type"] == "EntryCorrected"
        assert told[-1]["sentence"]


def test_every_item_has_a_history():
    paths = {route.path for route in READ_ROUTES}
    of_the_vault = {"/member-claims/{memberClaim}", "/register-imports/{registerImport}"}  # they wait there, and leave no events
    items = {path for path in paths if path.endswith("}")} - of_the_vault

    assert {f"{path}/history" for path in items} <= paths
    for collection in ("/founding-plans", "/networks", "/networks/{network}/memberships", "/decisions", "/events", "/pilots"):
        assert any(re.fullmatch(re.escape(collection) + r"/{\w+}/history", path) for path in paths), collection


def test_a_figure_names_its_events(party: Party):
    network = party.network()
    membership = party.member(network, "Voorbeeld Lid")

    answer = party.get(f"/reasons?figure=members&item={network}")

    assert answer.json()["value"] == 1
    assert f"{membership}:1" in answer.json()["events"]


def test_baselines_are_listed_with_their_history(party: Party):
    recorded = party.post("/baselines", body_of(RecordBaseline, party)).json()["baseline"]
    counted = party.post("/party-member-counts", body_of(CountPartyMembers, party)).json()["baseline"]

    (baseline,) = party.get("/baselines").json()["items"]
    (count,) = party.get("/party-member-counts", Role.REQUESTER).json()["items"]

    assert (baseline["baseline"], baseline["counted"], baseline["referenceDay"]) == (recorded, 25_000, "2023-01-01")
    assert baseline["shares"] == [{"value": "NL-GE", "share": 0.6}, {"value": "NL-UT", "share": 0.4}]
    assert (count["baseline"], count["members"], count["origin"]) == (counted, 25_000, "Ledenadministratie.")
    for item, word in ((recorded, "telling"), (counted, "25.000 leden")):
        (told,) = party.get(f"/baselines/{item}/history").json()["items"]
        assert word in told["sentence"]


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ADMINISTRATOR])
@pytest.mark.parametrize("path", ["/baselines", "/party-member-counts"])
def test_baselines_are_for_whoever_reads_evaluations(party: Party, role: Role, path: str):
    answer = party.get(path, role)

    assert (answer.status_code, answer.json()["code"]) == (403, "access-denied")
