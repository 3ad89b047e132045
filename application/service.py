"""The whole application as faces see it: give a command, ask a question, who is this token."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol, TypeVar, cast
from uuid import UUID

from application.access.claims import claims_to_match, of_claim
from application.access.contacts import contacts_of
from application.access.looks import AccessLog, must_say_what_for
from application.access.parts import parts_used
from application.access.queries import NAMES, asker_of, must_be_allowed, narrowed
from application.access.redaction import WHO, from_vault, redacted
from application.access.register import OF_REGISTER, of_register
from application.access.rights import is_open
from application.access.scopes import Reach
from application.acts.trying import Trial, possible_acts
from application.command_handler import CommandHandler, CommandResult
from application.commands.base import A_co, Command
from application.evaluation.figure_changes import changed_since
from application.forms.refusals import field_of
from application.own.mine import ABOUT_ONESELF, OwnItems
from application.own.wishes import wished
from application.ports.claims import MemberClaims, Notices
from application.ports.event_log import EventLog
from application.ports.register_uploads import RegisterUploads
from application.ports.vault.looks import Look, LookPurpose
from application.ports.vault.sessions import Session
from application.ports.vault.vault import Vault
from application.privacy.file import PersonFiles
from application.queries.acts import ActsFound, PossibleActs
from application.queries.attention import REGISTER, AttentionKind, AttentionList, NeedsOfVault, NetworksOfPlans
from application.queries.auditing.figure_changes import FigureChanges
from application.queries.auditing.reasons import Why
from application.queries.auditing.record import PartsFound, PartsUsed
from application.queries.base import Query
from application.queries.claims import MemberClaimDetails
from application.queries.networks import CoreGroupContacts
from application.queries.pilot import Pilots, Wishes
from application.queries.privacy import MyFile
from application.register.comparing import ProvinceOf
from application.register.desk import RegisterDesk
from application.register.differences import differs_since
from domain.kernel.acts import Role
from domain.kernel.days import day_of
from domain.kernel.errors import DomainError
from domain.party.service_parts import ServicePart

R = TypeVar("R")


class ReadSide(Protocol):
    """The read side: facts with their past."""

    def answer(self, query: Query[R], *, after: int = 0, patience: float) -> R:
        """Answer a question as of the moment it names, from rows that reach a position, or say that it took too long."""

    def catch_up(self) -> int:
        """Catch up with everything recorded by now, and give the position reached."""

    def lag(self) -> int:
        """Give how far the read side is behind the log, in positions."""


@dataclass(frozen=True)
class Service:
    """One party's application, opened."""

    command_handler: CommandHandler
    log: EventLog
    vault: Vault
    reads: ReadSide
    read_wait: float
    access_log: AccessLog
    uploads: RegisterUploads
    """Registers that were sent and not taken in yet."""
    claims: MemberClaims
    """Who says to be a member from an unknown address."""
    notices: Notices
    """Short letters to an address."""
    province_of: ProvinceOf
    """The province of a postcode."""

    @property
    def register_desk(self) -> RegisterDesk:
        """Where a register is sent and taken in."""
        return RegisterDesk(self.uploads, self.log, self.vault, self.now)

    def execute(
        self, command: Command[A_co], *, session: Session, command_id: UUID, expected: int | None = None
    ) -> CommandResult[A_co]:
        """Do what is asked, once (application.command_handler); a refusal says which field it is about, if it is about one."""
        stored_id = self.stored_id(command_id)
        try:
            return self.command_handler.handle(command, session=session, command_id=stored_id, expected=expected)
        except DomainError as refusal:
            refusal.field = field_of(refusal.code, command)
            raise

    def stored_id(self, command_id: UUID) -> UUID:
        """
        Give what is kept of the id that somebody gave a command: a keyed digest.

        So nobody gives a command an id that the clock or a policy will use, and none is kept that tells on which machine
        it was made (UUID version 1).
        """
        return UUID(self.vault.keyed_digest(b"command-id/" + command_id.bytes)[:32], version=4)

    def query(self, question: Query[R], *, session: Session, after: int | None = None, purpose: LookPurpose | None = None) -> R:
        """
        Answer a question, as far as the role may see the answer.

        :param after: a position that the answer must know of; None for everything recorded by now
        :param purpose: what for, where the answer looks at people; it is kept with the look, and told to them
        :raises AccessDenied: if the access table does not let this role ask it
        :raises LookPurposeMissing: if many people are asked for and nobody says what for
        """
        reach = Reach(type(question), session, self.log, self.vault, self.now())
        must_be_allowed(question, reach)
        must_say_what_for(question, purpose)
        answer = self._answer(question, reach, after)
        self._record_looks(question, reach, purpose)
        return answer

    def _answer(self, question: Query[R], reach: Reach, after: int | None) -> R:
        if (of_now := OF_NOW.get(type(question))) is not None:
            return cast("R", of_now(self, question, reach))
        needed = self.log.last_position() if after is None else after
        if isinstance(question, FigureChanges):
            return cast("R", changed_since(question, lambda why: self._answer(why, replace(reach, asked=Why), needed)))
        if isinstance(question, PossibleActs):
            return cast("R", self._tried(question, reach.session, needed))
        asked = narrowed(question, reach)
        if isinstance(asked, AttentionList):
            asked = cast("Query[R]", self._of_asker(asked, reach, needed))
        answer = self.reads.answer(asked, after=needed, patience=self.read_wait)
        return redacted(question, answer, replace(reach, now=self.log.now()))  # who has left meanwhile is not told

    def own_items(self, reach: Reach) -> OwnItems:
        """Give what finds what is somebody's own."""
        return OwnItems(reach, self.command_handler.resting, self._looked_up)

    def _tried(self, question: PossibleActs, session: Session, needed: int) -> ActsFound:
        if needed > self.log.last_position():
            self.reads.answer(Pilots(), after=needed, patience=self.read_wait)  # waits, or says that the log is not that far
        return possible_acts(Trial(self.command_handler, session, self._looked_up), question.item, question.entry)

    def _looked_up(self, question: Query[R]) -> R:
        """Answer what the program itself asks, of everything recorded by now."""
        return self.reads.answer(question, after=self.log.last_position(), patience=self.read_wait)

    def _record_looks(self, question: Query[R], reach: Reach, purpose: LookPurpose | None) -> None:
        """Keep at whom the answer looks before anybody is told: in which role, and what was asked about what."""
        session = reach.session
        about = next((found for name in NAMES if (found := getattr(question, name, None)) is not None), None)
        what = type(question).__name__
        look = Look(day=day_of(reach.now), role=session.role, what=what, by=session.person, about=about, purpose=purpose)
        self.access_log.record(reach.looks, look)

    def _of_asker(self, question: AttentionList, reach: Reach, needed: int) -> AttentionList:
        networks: tuple[UUID, ...] = ()
        if reach.session.role is Role.MEMBER:
            moment = question.model_dump(include={"on", "known_at", "position"})
            networks = self.reads.answer(NetworksOfPlans(**moment), after=needed, patience=self.read_wait)
        return question.model_copy(update={"asker": asker_of(question, reach, networks, self._needed(reach))})

    def _needed(self, reach: Reach) -> Iterator[NeedsOfVault]:
        """Give what needs the bureau that only the vault knows: who says to be a member, and what the register does not know."""
        if reach.session.role is not Role.PARTY_BUREAU:
            return
        yield from claims_to_match(self.claims)
        if (since := differs_since(self.vault, self.province_of)) is not None:
            yield NeedsOfVault(kind=AttentionKind.REGISTER_DIFFERS, item=REGISTER, name=None, since=since)

    def session(self, token: str) -> Session | None:
        """Give whose token it is; None when nobody knows it, it expired, or its right has ended since it was given."""
        session = self.vault.session(token)
        return session if session is not None and is_open(session, self.log, self.vault, self.now()) else None

    def now(self) -> datetime:
        return self.command_handler.clock()


OF_NOW: Mapping[type[Query[Any]], Callable[[Service, Any, Reach], object]] = {
    MyFile: lambda service, _, reach: PersonFiles(service.log, service.vault, service.command_handler.resting).of(reach.person),
    PartsUsed: lambda service, *_: PartsFound(parts=tuple(each for each in ServicePart if each in parts_used(service.log))),
    Wishes: lambda _, question, reach: wished(question, reach),
    CoreGroupContacts: lambda _, question, reach: contacts_of(question, reach),
    MemberClaimDetails: lambda service, question, reach: of_claim(question, reach, service.claims),
    **dict.fromkeys(ABOUT_ONESELF, lambda service, question, reach: service.own_items(reach).answer(question)),
    **dict.fromkeys(WHO, lambda _, question, reach: from_vault(question, reach)),
    **dict.fromkeys(
        OF_REGISTER, lambda service, question, reach: of_register(question, reach, service.uploads, service.province_of)
    ),
}
"""Questions that no fact answers: of people, their wishes and the register the vault knows; what is used now, the log."""
