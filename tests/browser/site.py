"""A demo on a server of its own, and what every browser test asks of it: all pages, in every role, in both languages."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import httpx2

from application.begin import Adoption, Beginning, begin
from application.commands.liftings import AskLifting, AskRecordLifting
from application.commands.plans import DraftPlan
from application.commands.privacy import AskPrivacyOfficer
from application.ports.claims import MemberClaim
from application.ports.vault.sessions import Session
from application.queries.advice import AdviceRequests
from application.queries.attention import AttentionList
from application.queries.auditing.record import Events
from application.queries.base import Query
from application.queries.conversations import Conversations
from application.queries.evaluating.frozen_evaluations import FrozenEvaluations
from application.queries.meetings import Meetings
from application.queries.networks import NetworkDirectory
from application.queries.pilot import Pilots
from application.queries.plans import FoundingPlans
from application.queries.privacy import PrivacyRequests, RecordLiftings, ReferenceLiftings
from application.rule_books import RULE_BOOKS
from domain.advice.values import RequestStatus
from domain.kernel.acts import Role, is_reference
from domain.kernel.days import day_of
from domain.party.privacy_request import PrivacyMatter
from domain.party.service_parts import ServicePart
from domain.pilot.rules import NetworkType
from infrastructure.letters_file import LETTERS
from netwerkpartij.cli.demo import demo_environment
from netwerkpartij.settings import PREFIX, load_settings
from netwerkpartij.story import PEOPLE, StoryClock, tell
from netwerkpartij.story.plans import CLIMATE, EUROPE
from netwerkpartij.wiring import Opened, opened
from web.drawing.readable import addresses_of
from web.hats import HAT_COOKIE
from web.pages.evaluation.charts import CHARTS
from web.shell import SESSION_COOKIE

VISITOR = Role.VISITOR
NOBODY = Session(person=None, role=VISITOR, network=None)
OFFICES = (Role.PARTY_BUREAU, Role.NATIONAL_BOARD, Role.PRIVACY_OFFICER, Role.AUDITOR)
PATIENCE = 180.0
"""Seconds for a server to start: a machine on which others work too takes its time."""


class Place(NamedTuple):
    """A page at one of its addresses, and for whom."""

    name: str
    address: str
    role: Role


@dataclass(frozen=True)
class Site:
    """A demo that is served: its address, the cookies of each role, and what names in addresses stand for."""

    address: str
    cookies: Mapping[Role, Mapping[str, str]]
    examples: Mapping[str, Sequence[str]]
    letters: Path
    """Where letters are written down."""

    @property
    def roles(self) -> list[Role]:
        """Everybody who visits: a stranger first."""
        return [VISITOR, *self.cookies]

    def cookies_of(self, role: Role) -> list[Any]:
        """Give the cookies of a role as a browser takes them."""
        return [{"name": name, "value": value, "url": self.address} for name, value in self.cookies.get(role, {}).items()]

    def client(self, role: Role = VISITOR) -> httpx2.Client:
        """Give a program that visits in a role."""
        return httpx2.Client(base_url=self.address, cookies=dict(self.cookies.get(role, {})), timeout=30)

    def addresses_of(self, path: str) -> Sequence[str]:
        """Give the addresses of a page in the demo: for each name in its path what it can stand for."""
        name = re.search(r"{(\w+)}", path)
        if name is None:
            return [path]
        return [path.replace(name[0], each) for each in self.examples.get(name[1], ())]


@contextmanager
def served(folder: Path) -> Iterator[Site]:
    """Fill a folder with a demo and serve it by a process of its own."""
    environment = demo_environment(folder)
    settings = load_settings(data=folder, database_url="", vault_url="")
    folder.mkdir(parents=True, exist_ok=True)
    clock = StoryClock()
    with opened(settings, clock=clock, demo=True) as service:
        told = tell(service, clock, lambda _: None)
    with opened(settings) as service:
        service.reads.catch_up()
        cookies = {role: _cookies(service, role, name) for role, name in told.people.items()}
        draft = _draft(service, told.people[Role.MEMBER])
        service.reads.catch_up()
        examples = {**_examples(service), **_plans(service, draft), **_frozen(service)}
    with _serving(folder, environment, cookies, examples) as site:
        yield site


@contextmanager
def served_empty(folder: Path) -> Iterator[Site]:
    """Let a party begin with nothing but its offices, and serve it: every list is empty."""
    environment = demo_environment(folder)
    settings = load_settings(data=folder, database_url="", vault_url="")
    folder.mkdir(parents=True, exist_ok=True)
    with opened(settings, demo=True) as service:
        offices = tuple((PEOPLE[role], role) for role in OFFICES)
        adoption = Adoption(RULE_BOOKS["netwerkpartij-2022"], day_of(service.service.now()))
        beginning = Beginning("Nieuwe partij", PEOPLE[Role.ADMINISTRATOR], offices, adoption, parts=tuple(ServicePart))
        begin(service.log, service.vault, service.service.now(), beginning)
        service.reads.catch_up()
        cookies = {role: _cookies(service, role, PEOPLE[role]) for role in (*OFFICES, Role.ADMINISTRATOR)}
    with _serving(folder, environment, cookies, {}) as site:
        yield site


@contextmanager
def _serving(
    folder: Path, environment: Mapping[str, str], cookies: Mapping[Role, Mapping[str, str]], examples: Mapping[str, Sequence[str]]
) -> Iterator[Site]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-c", SERVE, str(port)]
    limits = {f"{PREFIX}{name}": "10000000" for name in ("REQUESTS_PER_TOKEN", "REQUESTS_PER_ADDRESS", "REQUESTS_IN_ALL")}
    process = subprocess.Popen(command, env={**os.environ, **environment, **limits, "PYTHONPATH": os.getcwd()})  # noqa: S603, PTH109
    try:
        _wait_for(f"http://127.0.0.1:{port}/health/live", process)
        yield Site(f"http://127.0.0.1:{port}", cookies, examples, folder / LETTERS)
    finally:
        process.terminate()
        process.wait(timeout=30)


SERVE = "import sys; from netwerkpartij.cli.serving import run; run('127.0.0.1', int(sys.argv[1]), 1)"


def _cookies(service: Opened, role: Role, name: str) -> Mapping[str, str]:
    person = service.vault.person_named(name)
    assert person is not None
    hat = next(each for each in service.door.hats.of(person, service.service.now()) if each.role is role)
    chosen = role.value if hat.network is None else f"{role.value}.{hat.network}"
    return {SESSION_COOKIE: service.door.begin(person, own_device=True), HAT_COOKIE: chosen}


def _examples(service: Opened) -> Mapping[str, Sequence[str]]:
    """Give what names in addresses stand for: an open network, one with extra protection, one that merged and one that closed."""
    bureau = Session(person=service.vault.person_named("Vera Voorbeeld"), role=Role.PARTY_BUREAU, network=None)
    networks = service.service.query(NetworkDirectory(), session=bureau).items
    words = addresses_of(networks)
    kinds = {(each.status, each.sensitive): each.network for each in networks}
    waiting = service.service.query(AttentionList(), session=bureau).items
    items: list[UUID] = [*kinds.values(), *(each.item for each in waiting if each.network is None)]
    requests = {each.status: each.advice_request for each in service.service.query(AdviceRequests(), session=bureau).items}
    meetings = {each.status: str(each.meeting) for each in service.service.query(Meetings(limit=500), session=bureau).items}
    _ask(service)
    return {
        **_handled(service),
        "network": [words[each] for each in kinds.values()],
        "meeting": list(meetings.values()),
        "item": [str(each) for each in items[:2]],
        "secret": ["vervallen"],
        "key": ["vervallen"],
        "chart": [*CHARTS],
        **_sent(service, bureau),
        "advice_request": [
            str(requests[each]) for each in (RequestStatus.ASKED, RequestStatus.FOLLOWED_UP, RequestStatus.DECLINED)
        ],
    }


def _sent(service: Opened, bureau: Session) -> Mapping[str, Sequence[str]]:
    """Send a register, and let somebody say to be a member: what pages of the bureau are about."""
    lines = ["number,name,postcode", *(f"{number},Anne Verzonnen{number},3811AB" for number in range(1, 4)), "9,Vera Voorbeeld,"]
    sent = service.service.register_desk.send("\n".join(lines).encode(), session=bureau)
    claim = MemberClaim("Vera Voorbeeld", "3811AB", "vera@voorbeeld.example", "nl", "1001")
    service.vault.member_claims.keep(claim)
    return {"register_import": [str(sent)], "member_claim": [str(service.vault.member_claims.open()[0].id)]}


def _draft(service: Opened, name: str) -> UUID:
    """Let a member begin a plan: the story ends with none that is still being written."""
    member = Session(person=service.vault.person_named(name), role=Role.MEMBER, network=None)
    begun = DraftPlan(name="Netwerk cultuur", network_type=NetworkType.THEME, purpose="Makers en bezoekers denken mee.")
    return service.service.execute(begun, session=member, command_id=uuid4()).data.plan


def _plans(service: Opened, draft: UUID) -> Mapping[str, Sequence[str]]:
    """Give a plan that is being written, one that waits, and one with conditions; and the pilot of the story."""
    bureau = Session(person=service.vault.person_named("Vera Voorbeeld"), role=Role.PARTY_BUREAU, network=None)
    plans = {each.name: each.plan for each in service.service.query(FoundingPlans(), session=bureau).items}
    pilots = service.service.query(Pilots(), session=bureau).items
    shown = (draft, plans[EUROPE], plans[CLIMATE])
    return {"plan": list(map(str, shown)), "pilot": [str(each.pilot) for each in pilots]}


def _frozen(service: Opened) -> Mapping[str, Sequence[str]]:
    """Give the evaluation that the story publishes."""
    return {
        "frozen_evaluation": [
            str(each.frozen_evaluation) for each in service.service.query(FrozenEvaluations(), session=NOBODY).items
        ]
    }


def _ask(service: Opened) -> None:
    """Let a member ask about the own data, and the privacy officer for a name and for a reading by the auditor."""
    roles = (Role.MEMBER, Role.PRIVACY_OFFICER, Role.AUDITOR)
    member, officer, auditor = (service.vault.person_named(PEOPLE[role]) for role in roles)
    assert auditor is not None
    asking = Session(person=member, role=Role.MEMBER, network=None)
    lifting = Session(person=officer, role=Role.PRIVACY_OFFICER, network=None)
    service.service.execute(AskPrivacyOfficer(matter=PrivacyMatter.ACCESS), session=asking, command_id=uuid4())
    log = service.service.query(Events(limit=500), session=lifting)
    seen = next(each for each in log if is_reference(each.by) and each.role is Role.NATIONAL_BOARD)
    ask = AskLifting(item=seen.aggregate, reference=seen.by, reasons="Een lid vraagt wie dit vastlegde.")
    service.service.execute(ask, session=lifting, command_id=uuid4())
    sensitive = next(each.network for each in service.service.query(NetworkDirectory(), session=lifting).items if each.sensitive)
    reading = AskRecordLifting(
        network=sensitive, person=auditor, until=day_of(service.service.now()), reasons="Nodig voor de controle van de telling."
    )
    service.service.execute(reading, session=lifting, command_id=uuid4())
    service.reads.catch_up()


def _handled(service: Opened) -> Mapping[str, Sequence[str]]:
    """Give one of each kind that forms are about."""
    known = {role: service.vault.person_named(PEOPLE[role]) for role in (Role.PARTY_BUREAU, Role.PRIVACY_OFFICER)}
    sessions = {role: Session(person=person, role=role, network=None) for role, person in known.items()}
    lists: Mapping[str, tuple[Query[Any], Role]] = {
        "meeting": (Meetings(), Role.PARTY_BUREAU),
        "conversation": (Conversations(), Role.PARTY_BUREAU),
        "privacy_request": (PrivacyRequests(), Role.PRIVACY_OFFICER),
        "reference_lifting": (ReferenceLiftings(), Role.PRIVACY_OFFICER),
        "record_lifting": (RecordLiftings(), Role.PRIVACY_OFFICER),
    }
    found = {name: service.service.query(asked, session=sessions[role]).items for name, (asked, role) in lists.items()}
    return {name: [str(getattr(each, name)) for each in items[-1:]] for name, items in found.items()}


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert process.poll() is None
        try:
            httpx2.get(address, timeout=1)
        except httpx2.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(json.dumps(address))
