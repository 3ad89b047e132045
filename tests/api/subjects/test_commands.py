"""Giving commands over HTTP: once, on the version that was seen, with the position in the log as answer."""

from uuid import UUID, uuid4

import pytest

from application.access.positions import Positions
from domain.kernel.acts import Role
from tests.api.party import NETWORK, PLAN, Party, met


def test_a_new_plan_is_found_at_its_location(party: Party):
    answer = party.post("/founding-plans", PLAN, Role.MEMBER)

    assert answer.status_code == 201
    plan = answer.json()["plan"]
    assert answer.json() == {"plan": plan, "version": 1, "planVersion": 0, "status": "draft", "network": None}
    assert answer.headers["Location"] == f"/v1/founding-plans/{plan}"
    told = int(answer.headers["Event-Position"])
    newest = party.opened.log.last_position()
    assert (told != newest, Positions(party.opened.vault).read(told)) == (True, newest)


def test_the_light_path_founds_a_network(party: Party):
    plan = party.plan("Voorbeeld Een")
    for name in ("Voorbeeld Een", "Voorbeeld Twee", "Voorbeeld Drie", "Voorbeeld Vier"):
        party.headers(Role.MEMBER, person=name)
        seat = {"nominee": party.person(name)}
        nominated = party.post(f"/founding-plans/{plan}/nominations", seat, Role.MEMBER, person="Voorbeeld Een")
        assert nominated.status_code == 200, nominated.text
        assert party.post(f"/founding-plans/{plan}/nomination-acceptances", {}, Role.MEMBER, person=name).status_code == 200
    submitted = party.post(f"/founding-plans/{plan}/submissions", {}, Role.MEMBER, person="Voorbeeld Een")
    assert submitted.json()["status"] == "submitted"

    decided = party.post(f"/founding-plans/{plan}/decisions", {"outcome": "approved", "planVersion": 1}, Role.NATIONAL_BOARD)

    assert decided.status_code == 200
    assert decided.json()["status"] == "founded"
    assert decided.json()["network"] is not None


# Refusals


def test_a_refusal_about_one_field_names_it(party: Party):
    late = party.post("/founding-plans", {**PLAN, "at": "2199-01-01T12:00:00Z"}, Role.MEMBER).json()
    unknown = party.post(f"/founding-plans/{party.plan()}/submissions", {"plan": str(uuid4())}, Role.MEMBER).json()
    version = party.post(f"/networks/{party.network()}/memberships", {"purposeVersion": 9}, Role.MEMBER).json()

    assert (late["code"], late["field"]) == ("in-the-future", "at")
    assert "field" not in unknown
    assert (version["code"], version["field"]) == ("purpose-changed-since", "purposeVersion")


# Idempotency


def test_a_command_without_an_id_gets_one(party: Party):
    answer = party.post("/networks", NETWORK)

    assert UUID(answer.headers["Idempotency-Key"]).version == 4


def test_the_same_command_again_gives_the_stored_answer(party: Party):
    key = str(uuid4())
    first = party.post("/networks", NETWORK, Idempotency_Key=key)
    before = party.events()
    again = party.post("/networks", NETWORK, Idempotency_Key=key)

    assert party.events() == before
    assert (again.status_code, again.content) == (first.status_code, first.content)
    for header in ("Event-Position", "Location", "Idempotency-Key"):
        assert again.headers[header] == first.headers[header]


def test_the_same_command_again_is_answered_also_when_it_could_no_longer_be_given(party: Party):
    network, key = party.network(), str(uuid4())
    first = party.post(f"/networks/{network}/closures", {"reason": "Klaar."}, Idempotency_Key=key)
    again = party.post(f"/networks/{network}/closures", {"reason": "Klaar."}, Idempotency_Key=key)

    assert first.status_code == again.status_code == 200
    assert first.json() == again.json()


@pytest.mark.parametrize("change", ["body", "path", "command", "person"])
def test_an_id_is_not_used_for_something_else(party: Party, change: str):
    network, other, key = party.network(), party.network(name="Netwerk EU"), str(uuid4())
    assert party.post(f"/networks/{network}/suspensions", {"reason": "Rust."}, Idempotency_Key=key).status_code == 200
    before = party.events()

    refused = {
        "body": lambda: party.post(f"/networks/{network}/suspensions", {"reason": "Anders."}, Idempotency_Key=key),
        "path": lambda: party.post(f"/networks/{other}/suspensions", {"reason": "Rust."}, Idempotency_Key=key),
        "command": lambda: party.post(f"/networks/{network}/closures", {"reason": "Rust."}, Idempotency_Key=key),
        "person": lambda: party.post(
            f"/networks/{network}/suspensions", {"reason": "Rust."}, Role.NATIONAL_BOARD, Idempotency_Key=key
        ),
    }[change]()

    assert (refused.status_code, refused.json()["code"]) == (409, "command-id-reused")
    assert party.events() == before + (change == "person")  # the role of the other person was recorded


# Versions


def test_a_change_names_the_version_that_was_seen(party: Party):
    network = party.network()
    agreed = {"purpose": "Betere zorg.", "organisation": "Vijf mensen."}

    needed = party.post(f"/networks/{network}/agreements", agreed)
    stale = party.post(f"/networks/{network}/agreements", agreed, If_Match='"7"')
    changed = party.post(f"/networks/{network}/agreements", agreed, If_Match='"1"')

    assert (needed.status_code, needed.json()["code"]) == (428, "version-needed")
    assert (stale.status_code, stale.json()["code"]) == (412, "stale-version")
    assert (changed.status_code, changed.json()) == (200, {"network": network, "version": 2, "purposeVersion": 2})


def test_a_version_is_checked_also_where_it_need_not_be_named(party: Party):
    network = party.network()

    stale = party.post(f"/networks/{network}/suspensions", {"reason": "Rust."}, If_Match='"9"')

    assert (stale.status_code, stale.json()["code"]) == (412, "stale-version")


def test_the_tag_of_a_showing_names_the_version_too(party: Party):
    network = party.network()

    answer = party.post(f"/networks/{network}/suspensions", {"reason": "Rust."}, If_Match='"1.0123456789abcdef"')

    assert answer.status_code == 200


def test_two_who_edit_at_once_do_not_overwrite_each_other(party: Party):
    plan = party.plan()
    first = party.post(f"/founding-plans/{plan}/revisions", PLAN | {"purpose": "Een."}, Role.MEMBER, If_Match='"1"')
    second = party.post(f"/founding-plans/{plan}/revisions", PLAN | {"purpose": "Twee."}, Role.MEMBER, If_Match='"1"')

    assert (first.status_code, second.status_code) == (200, 412)


# Duplicates


def test_joining_twice_is_refused(party: Party):
    network = party.network()
    party.member(network, "Voorbeeld Lid")

    again = party.post(f"/networks/{network}/memberships", {"purposeVersion": 1}, Role.MEMBER, person="Voorbeeld Lid")

    assert (again.status_code, again.json()["code"]) == (409, "already-member")


@pytest.mark.parametrize("name", [NETWORK["name"], "  netwerk   ZORG "])
def test_two_networks_never_have_the_same_name(party: Party, name: str):
    party.network()

    again = party.post("/networks", NETWORK | {"name": name})

    assert (again.status_code, again.json()["code"]) == (409, "network-name-taken")


# How the board came to it


def test_a_board_member_s_token_alone_founds_nothing_and_is_told_what_is_missing(party: Party):
    network, before = party.network(), party.events()
    refused = party.post(f"/networks/{network}/closures", {"reason": "Klaar.", "decided": None}, Role.NATIONAL_BOARD)
    assert (refused.status_code, refused.json()["code"]) == (409, "board-decision-incomplete")
    assert refused.json()["detail"].endswith("vergadering, schriftelijke ronde of mandaat, op welke dag en wie meededen.")
    nobody = {**met(), "takingPart": []}
    refused = party.post(f"/networks/{network}/closures", {"reason": "Klaar.", "decided": nobody}, Role.NATIONAL_BOARD)
    assert (refused.status_code, refused.json()["code"]) == (409, "too-few-took-part")
    assert party.events() - before == 1  # the role that the token is for


def test_the_register_tells_not_noted_from_nobody(party: Party):
    noted, mandated = party.network(), party.network(name="Netwerk gebed")
    party.post(f"/networks/{noted}/closures", {"reason": "Klaar.", "decided": met()})
    mandate = {**met(), "form": "mandate", "takingPart": [], "mandate": "besluit 12"}
    party.post(f"/networks/{mandated}/closures", {"reason": "Klaar.", "decided": mandate})
    told = [party.get(f"/decisions?network={network}").json()["items"][-1]["decided"] for network in (noted, mandated)]
    assert [(each["takingPart"], each["takingPartNames"], each["form"]) for each in told] == [
        (None, None, "meeting"),
        ([], [], "mandate"),
    ]


def test_the_wording_of_a_consent_is_read_before_it_is_given(party: Party):
    network = party.network(sensitive=True)
    wordings = party.get("/consent-wordings", Role.MEMBER, person="Voorbeeld Lid").json()["items"]
    wording = [each for each in wordings if each["purpose"] == "sensitive-network"][-1]
    path = f"/networks/{network}/memberships"
    for version, code in (("v1", "unknown-consent-wording"), (wording["version"], "too-young")):  # the consent itself is right
        joined = party.post(path, {"purposeVersion": 1, "consentVersion": version}, Role.MEMBER, person="Voorbeeld Lid")
        assert joined.json()["code"] == code
