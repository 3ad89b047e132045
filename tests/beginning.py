"""A party that has begun, and tokens for whoever a test needs: what a token gives entry to is done first."""

from datetime import date
from uuid import UUID, uuid4

from application.begin import Adoption, Beginning, begin
from application.commands.base import Command
from application.commands.networks import AppointCoreGroupMember, JoinNetwork
from application.commands.party import GiveRole, StartPartyMembership
from application.own.consents import wording_on
from application.ports.vault.contexts import OFFICE, PARTY, PersonId, in_network
from application.ports.vault.sessions import Session
from application.rule_books import RULE_BOOKS
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.kernel.log import LOG, Log
from domain.networks.membership import Membership, membership_id
from domain.networks.name import NetworkName, network_name_id
from domain.networks.network import Network
from domain.party.office import GIVEN, Office, office_id
from domain.party.party_membership import PartyMembership, party_membership_id
from domain.party.service_parts import ServicePart
from netwerkpartij.cli.tokens import token_for
from netwerkpartij.wiring import Opened
from tests.deciding import as_decided

ADMINISTRATOR = "Beheer Voorbeeld"
ADOPTED = date(2023, 1, 1)
FIRST_RULE_BOOKS = tuple(written for books in RULE_BOOKS.values() for written in books)


def let_begin(service: Opened) -> Opened:
    """Let a party begin with the rule books that ship, each from its own day, unless one did."""
    log = service.log.load(Log, LOG)
    if log is not None and log.party is None:
        adoption = Adoption(FIRST_RULE_BOOKS, ADOPTED)
        beginning = Beginning("Voorbeeldpartij", ADMINISTRATOR, adoption=adoption, parts=tuple(ServicePart))
        begin(service.log, service.vault, service.service.now(), beginning)
    return service


def administrator(service: Opened) -> Session:
    """Give the session of the administrator who began."""
    return Session(person=service.vault.person_named(ADMINISTRATOR), role=Role.ADMINISTRATOR, network=None)


def token_of(service: Opened, role: Role, person: str | None = None, network: str | None = None) -> str:
    """Give a token for a role, after somebody got what it takes: a role, a party membership, a seat."""
    let_begin(service)
    name = person or f"{role} (token)"
    known = service.vault.person_named(name) or service.vault.add_person(name)
    if role in GIVEN:
        _hold_role(service, known, role)
    else:
        _be_party_member(service, known)
    if network is not None:
        _have_seat(service, known, network)
    return token_for(service, role, name, network)


def _give(service: Opened, command: Command, session: Session) -> None:
    service.service.execute(as_decided(command, session.role, service.service.now()), session=session, command_id=uuid4())


def _hold_role(service: Opened, person: PersonId, role: Role) -> None:
    office = service.log.load(Office, office_id(service.vault.reference(person, OFFICE), role))
    if office is None or not office.held:
        _give(service, GiveRole(person=person, role=role), administrator(service))


def _bureau(service: Opened) -> Session:
    person = service.vault.person_named(ADMINISTRATOR)
    assert person is not None
    _hold_role(service, person, Role.PARTY_BUREAU)
    return Session(person=person, role=Role.PARTY_BUREAU, network=None)


def _be_party_member(service: Opened, person: PersonId) -> None:
    known = service.log.load(PartyMembership, party_membership_id(service.vault.reference(person, PARTY)))
    if known is None or known.ended:
        _give(service, StartPartyMembership(person=person), _bureau(service))


def _have_seat(service: Opened, person: PersonId, name: str) -> None:
    known = service.log.load(NetworkName, network_name_id(name))
    assert known is not None
    found = service.log.load(Network, known.network or UUID(int=0))
    assert found is not None
    now, reference = service.service.now(), service.vault.reference(person, in_network(found.id))
    if found.has_seat(reference, now):
        return
    membership = service.log.load(Membership, membership_id(found.id, reference))
    if membership is None or not membership.holds_at(now):
        wording = wording_on(day_of(now)) if found.sensitive else None
        consent = None if wording is None else wording.version
        join = JoinNetwork(network=found.id, purpose_version=found.purpose_version, person=person, consent_version=consent)
        _give(service, join, _bureau(service))
    _give(service, AppointCoreGroupMember(network=found.id, person=person), _bureau(service))
