"""Registering somebody by hand: a member of the party of whom the register says nothing yet."""

from datetime import date, datetime
from typing import Final
from uuid import uuid4

from application.commands.party import NewPartyMember, RegisterPartyMember
from application.errors import PossiblySamePerson
from application.pending import record
from application.ports.errors import ConcurrentChange, StoreBusy
from application.ports.event_log import EventLog
from application.ports.vault.contexts import PARTY, PersonId
from application.ports.vault.pending import PendingWrites
from application.ports.vault.people import KnownPerson
from application.ports.vault.vault import Vault
from domain.kernel.acts import IMPORT, Act, Role, Source
from domain.kernel.days import day_of
from domain.party.party_membership import PartyMembership
from domain.party.person import must_be_birth_year

ATTEMPTS: Final = 3


def registered(
    writes: PendingWrites,
    new: RegisterPartyMember | NewPartyMember,
    today: date,
    *,
    postcode: str | None = None,
) -> KnownPerson:
    """
    Keep somebody new in the vault.

    :raises NotABirthYear: if nobody can have been born then
    :raises PossiblySamePerson: if somebody has the same name or address, and nobody says that it is somebody else
    """
    must_be_birth_year(new.birth_year, today)
    if not new.somebody_else and (same := writes.same_as_known(new.name, email=new.email)):
        raise PossiblySamePerson(name=new.name, same=tuple(sorted(same)))
    return writes.register_person(
        new.name,
        province=new.province,
        birth_year=new.birth_year,
        postcode=postcode,
        email=new.email,
        somebody_else=new.somebody_else,
    )


def add_person(log: EventLog, vault: Vault, now: datetime, new: NewPartyMember, *, postcode: str | None = None) -> PersonId:
    """
    Keep somebody for whoever runs the program, and record that they are a member of the party from now on.

    :param postcode: which the province of ``new`` follows from
    :raises PossiblySamePerson: if somebody has the same name or address, and nobody says that it is somebody else
    :raises NotABirthYear: if nobody can have been born then
    """
    for _ in range(ATTEMPTS):
        command = uuid4()
        digest = vault.keyed_digest(command.bytes)
        writes = vault.pending(command, digest, now)
        person = registered(writes, new, day_of(now), postcode=postcode)
        act = Act(by=IMPORT, role=Role.ADMINISTRATOR, at=now, source=Source.IMPORT, command=command)
        membership = PartyMembership.start(act, reference=person.reference(PARTY))
        try:
            record(log, writes, [membership], command=command, digest=digest, answer={})
        except ConcurrentChange:
            continue
        return person.id
    raise StoreBusy
