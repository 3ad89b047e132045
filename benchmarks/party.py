"""A party for measuring: networks, people and party memberships, made as fast as the aggregates allow."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

from application.begin import Adoption, Beginning, begin
from application.commands.base import NOT_NOTED, DecidedText
from application.commands.networks import AppointCoreGroupMember, BringInNetwork, JoinNetwork
from application.ports.vault.contexts import PARTY, PersonId, in_network
from application.ports.vault.sessions import Session
from application.rule_books import RULE_BOOKS
from domain.kernel.acts import Act, DecisionForm, Role, Source
from domain.kernel.days import day_of
from domain.kernel.events import Aggregate
from domain.networks.membership import JoiningTerms, Membership
from domain.party.party_membership import PartyMembership
from domain.pilot.rules import NetworkType
from infrastructure.vault.people.persons import NewPerson
from netwerkpartij.settings import Settings, load_settings
from netwerkpartij.wiring import Opened, open_service

LONG_AGO = datetime(2022, 7, 1, 12, 0, tzinfo=UTC)
CHUNK = 2_000


@dataclass(frozen=True)
class Party:
    """An opened service, and the session of somebody at its bureau."""

    service: Opened
    settings: Settings
    bureau: Session


@contextmanager
def a_party(database_url: str | None = None, master_key: str | None = None) -> Iterator[Party]:
    """Open a new party in a folder of its own, or in a PostgreSQL database."""
    with TemporaryDirectory(prefix="netwerkpartij-bench-") as folder:
        url = database_url or f"sqlite:///{Path(folder) / 'events.db'}"
        settings = load_settings(database_url=url, master_key=master_key)
        service = open_service(settings)
        try:
            adoption = Adoption(RULE_BOOKS["netwerkpartij-2022"], LONG_AGO.date())
            beginning = Beginning("Meetpartij", "Meetbureau", (("Meetbureau", Role.PARTY_BUREAU),), adoption)
            bureau = begin(service.log, service.vault, service.service.now(), beginning)
            yield Party(service, settings, Session(person=bureau, role=Role.PARTY_BUREAU, network=None))
        finally:
            service.close()


def a_network(party: Party, name: str) -> UUID:
    """Bring in a network that exists since long."""
    command = BringInNetwork(
        name=name,
        network_type=NetworkType.THEME,
        purpose="Measuring how fast things go.",
        organisation="A core group of four.",
        existed_since=LONG_AGO.date(),
        decided=DecidedText(form=DecisionForm.MEETING, day=LONG_AGO.date(), taking_part=NOT_NOTED),
        at=LONG_AGO,
    )
    answer = party.service.service.execute(command, session=party.bureau, command_id=uuid4())
    return answer.data.network


def a_network_with_core_group(party: Party, name: str) -> UUID:
    """Bring in a network, and let four members of it have a seat."""
    network = a_network(party, name)
    met = DecidedText(form=DecisionForm.MEETING, day=day_of(party.service.service.now()), taking_part=NOT_NOTED)
    for person in people(party, 4):
        join(party, network, person)
        seat = AppointCoreGroupMember(network=network, person=person, decided=met)
        party.service.service.execute(seat, session=party.bureau, command_id=uuid4())
    return network


def events_of(party: Party, network: UUID) -> int:
    """Give how many events a network has, so that a peer can have as many."""
    return len(party.service.log.history(network))


def people(party: Party, number: int) -> list[PersonId]:
    """Add people, each a member of the party."""
    vault = party.service.vault
    found = vault.add_persons([NewPerson(f"Meetpersoon {uuid4()}", "NL-UT", 1980) for _ in range(number)])
    act = _act()
    _record(party, (PartyMembership.start(act, reference=vault.reference(person, PARTY)) for person in found))
    return found


def members(party: Party, network: UUID, number: int, *, leaving: int = 0) -> None:
    """Let made-up references join a network, some of them leaving later; nobody in the vault is theirs."""
    terms = JoiningTerms(network=network, purpose_version=1, sensitive=False, minimum_age=None)
    _record(party, (_member(terms, day, leaves=day < leaving) for day in range(number)))


def lived(party: Party, lives: Iterable[tuple[UUID, Sequence[tuple[datetime, bool]]]]) -> None:
    """Let made-up references join networks (true) and leave them (false) at some moments, each as often as is told."""
    _record(party, (_life(network, life) for network, life in lives))


def _life(network: UUID, life: Sequence[tuple[datetime, bool]]) -> Membership:
    terms = JoiningTerms(network=network, purpose_version=1, sensitive=False, minimum_age=None)
    (begun, _), *rest = life
    member = Membership.join(_act(begun), reference=f"r{uuid4().hex}", terms=terms, purpose_version=1)
    for at, joined in rest:
        if joined:
            member.join_again(_act(at), terms=terms, purpose_version=1)
        else:
            member.leave(_act(at))
    return member


def join(party: Party, network: UUID, person: PersonId) -> None:
    """Join a network oneself, through the use case."""
    session = Session(person=person, role=Role.MEMBER, network=None)
    party.service.service.execute(JoinNetwork(network=network, purpose_version=1), session=session, command_id=uuid4())


def reference_of(party: Party, person: PersonId, network: UUID) -> str:
    """Give how somebody is known in a network."""
    return party.service.vault.reference(person, in_network(network))


def _member(terms: JoiningTerms, number: int, *, leaves: bool) -> Membership:
    begun = LONG_AGO + timedelta(minutes=number)
    member = Membership.join(_act(begun), reference=f"r{uuid4().hex}", terms=terms, purpose_version=1)
    if leaves:
        member.leave(_act(begun + timedelta(days=200)))
    return member


def _act(at: datetime = LONG_AGO) -> Act:
    return Act(by="import", role=Role.ADMINISTRATOR, at=at, source=Source.IMPORT, command=uuid4())


def _record(party: Party, aggregates: Iterable[Aggregate]) -> None:
    some: list[Aggregate] = []
    for aggregate in aggregates:
        some.append(aggregate)
        if len(some) == CHUNK:
            _save(party, some)
            some = []
    if some:
        _save(party, some)


def _save(party: Party, aggregates: list[Aggregate]) -> None:
    party.service.log.record(aggregates, command=uuid4(), digest="0" * 64, answer={})
