"""
An attacker with a browser and a program, who opens every page, every form and every address of the API.

Two copies of one party differ in what people of a sensitive network did in this quarter, and in nothing else. Whatever is sent to
anybody but its core group is compared byte by byte, with what is sent beside it: lengths, marks of versions, where to go on.
"""

import io
import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.limits.limits import Limits
from application.access import event_names
from application.access.table import ROWS
from application.access.visitor import VISITOR
from application.ports.vault.sessions import Session
from domain.kernel.acts import Role
from netwerkpartij.background import settle
from netwerkpartij.faces import pages_of
from projections.reading import size_told
from tests.application.access.test_size_by_quarter import BASE, LATER, Place, live, made
from tests.application.conftest import copied, party_at
from tests.application.party import CONSENT, FOUNDERS, Party
from web.hats import HAT_COOKIE
from web.shell import SESSION_COOKIE
from web.sitemap import site

MANY = Limits(requests_per_token=10_000_000, requests_per_address=10_000_000, requests_in_all=100_000_000)
BEHIND = ("", "?als=csv", "?als=xlsx", "?knownAt=2025-05-10")
EVERYBODY = tuple(role for role in Role if role is not Role.CLOCK)
SEEN = 20
"""Pages and answers that open for everybody, at least."""
PAST: tuple[dict[str, str], ...] = ({}, {"knownAt": "2025-05-10T12:00:00Z"})
TOLD = ("location", "etag", "link", "last-modified", "content-disposition", "retry-after", "event-position")
"""What is sent beside an answer and may tell something of it."""
BY_CHANCE = re.compile(
    r'(?<=name="opdracht" value=")[0-9a-f-]{36}'  # the id of a command that was not given yet
    r"|(?<=cursor=)[\w%.-]+"  # covered with a random number
    r'|(?<="position":)\d+'  # a number in no order, and another in each copy
)

MEMBER_OF_IT = "Lize Voorbeeld"
"""Of the network, and not of its core group."""
OWN = ("/mijn", "/v1/me/file")
"""What is kept of who asks: when they signed in is another moment in each copy."""
WHEN_ASKED = re.compile(r"20\d\d-\d\d-\d\dT[\d:.]+(Z|\+00:00)|\d+ \w+ 20\d\d om \d\d\.\d\d uur")


def places_of(place: Place) -> Mapping[str, tuple[str, ...]]:
    items = (place.network, place.plan, place.meeting, place.request)
    return {
        "network": (str(place.network),),
        "plan": (str(place.plan),),
        "meeting": (str(place.meeting),),
        "advice_request": (str(place.request),),
        "item": tuple(map(str, items)),
    }


def filled_in(path: str, places: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Give an address with what its names can stand for; none when there is nothing of a kind."""
    names = re.findall(r"{(\w+)}", path)
    in_words = [re.sub(r"(?<=[a-z])([A-Z])", lambda found: f"_{found[1].lower()}", name) for name in names]
    for chosen in product(*(places.get(name, ()) for name in in_words)):
        yield path.format_map(dict(zip(names, chosen, strict=True)))


def addresses_of_pages(place: Place, role: Role) -> Iterator[str]:
    """Give every address of every page, and of every form of what a role may do."""
    places = places_of(place)
    for page in site().pages:
        for address in filled_in(page.path, places):
            yield from (address + behind for behind in (BEHIND if page.has_past else BEHIND[:1]))
    for deed in site().deeds.values():
        if role in ROWS[deed.command]:
            yield from filled_in(deed.at, places)


def addresses_of_api(place: Place, document: Mapping[str, Any]) -> Iterator[str]:
    places = places_of(place)
    for path, operations in document["paths"].items():
        if "get" not in operations:
            continue
        known = {each["name"] for each in operations["get"].get("parameters", ())}
        about = {"network": place.network, "item": place.network, "figure": "members", "from": "2025-03-01", "to": "2025-05-01"}
        asked = {name: str(value) for name, value in about.items() if name in known and f"{{{name}}}" not in path}
        for address, past in product(filled_in(path, places), PAST):
            yield f"/v1{address}?{urlencode(asked | {name: value for name, value in past.items() if name in known})}"


def without_chance(body: bytes, kind: str) -> str:
    """Give what was sent, without what is another each time; of a spreadsheet the cells."""
    if "spreadsheetml" in kind:
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            return "".join(book.read(each).decode() for each in sorted(book.namelist()) if each.startswith("xl/"))
    return BY_CHANCE.sub("", body.decode())


def answered(client: TestClient, address: str) -> tuple[Any, ...]:
    answer = client.get(address)
    told = [answer.headers.get(name) for name in TOLD]
    body = without_chance(answer.content, answer.headers.get("content-type", ""))
    if address.startswith(OWN):
        body = WHEN_ASKED.sub("", body)
    return answer.status_code, BY_CHANCE.sub("", str(told)), body


def signed_in(client: TestClient, party: Party, session: Session) -> TestClient:
    """Give a browser in which somebody is signed in, in one of their hats."""
    if session.person is not None:
        client.cookies.set(SESSION_COOKIE, party.opened.door.begin(session.person))
        client.cookies.set(HAT_COOKIE, session.role.value if session.network is None else f"{session.role}.{session.network}")
    return client


def told(party: Party, place: Place, who: str) -> dict[str, tuple[Any, ...]]:
    """Give what is sent to somebody, by address."""
    session = session_of(party, place, who)
    browser = TestClient(pages_of(party.opened, MANY), follow_redirects=False, headers={"Accept-Language": "nl"})
    signed_in(browser, party, session)
    found = {address: answered(browser, address) for address in addresses_of_pages(place, session.role)}
    if session.role is Role.VISITOR:
        return found
    token = party.vault.issue_token(session.role, person=session.person, network=session.network)
    headers = {"Authorization": f"Bearer {token}"}
    program = TestClient(create_app(party.opened.service, limits=MANY), headers=headers, follow_redirects=False)
    document = program.get("/v1/openapi.json").json()
    return found | {address: answered(program, address) for address in addresses_of_api(place, document)}


def session_of(party: Party, place: Place, who: str) -> Session:
    """Give the session of somebody who is not of the core group."""
    match who:
        case "a member of it":
            return party.member(MEMBER_OF_IT)
        case "who asked it for advice":
            return party.requester("Wilma Voorbeeld")
        case Role.CORE_GROUP:
            return party.core_group(FOUNDERS[0], place.other)
        case Role.VISITOR:
            return VISITOR
    return party.session(Role(who))


@pytest.fixture(scope="module")
def copies(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Place, Party, Party]]:
    """One party in two copies: one in which people of the network did something in this quarter, and one in which nobody did."""
    folder = tmp_path_factory.mktemp("two lives")
    with party_at(copied(begun, folder / "made")) as party:
        place = made(party)
        party.party_member(MEMBER_OF_IT)
        party.join(MEMBER_OF_IT, place.network, consent_version=CONSENT)
    for name in ("lively", "quiet"):
        shutil.copytree(folder / "made", folder / name)
    lively, quiet = (f"sqlite:///{folder / name / 'events.db'}" for name in ("lively", "quiet"))
    with party_at(lively, BASE, party) as one, party_at(quiet, BASE, party) as other:
        live(one, place)
        for each in (one, other):
            each.clock.now = LATER
            settle(each.opened, nightly=True)
            each.clock.pass_time(minutes=1)
        yield place, one, other


def differing(copies: tuple[Place, Party, Party], who: str) -> list[str]:
    """Give at which addresses somebody is told something by which the two lives differ."""
    place, *lives = copies
    one, other = (told(each, place, who) for each in lives)
    assert sum(status == HTTPStatus.OK for status, *_ in one.values()) > SEEN
    return [address for address, answer in one.items() if answer != other[address]]


@pytest.mark.slow
@pytest.mark.parametrize("who", [*EVERYBODY, "a member of it", "who asked it for advice"])
def test_nobody_is_told_what_people_of_a_sensitive_network_did(copies: tuple[Place, Party, Party], who: str):
    assert differing(copies, who) == []


@pytest.mark.slow
@pytest.mark.parametrize("broken", ["size", "people"])
def test_the_attacker_sees_it_when_a_rule_is_broken(
    copies: tuple[Place, Party, Party], monkeypatch: pytest.MonkeyPatch, broken: str
):
    if broken == "size":
        monkeypatch.setattr(size_told, "told_of", lambda as_of: as_of)
    else:
        monkeypatch.setattr(event_names, "_is_of_few", lambda _item, _hidden: False)
    assert {address.startswith("/v1") for address in differing(copies, Role.AUDITOR)} == {True, False}
