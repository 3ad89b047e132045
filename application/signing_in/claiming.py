"""
Saying to be a member from an address that nobody is known by, and what the bureau does with that.

Whoever says so is told the same whoever they are and whatever is known: nobody learns here who is a member.
"""

from dataclasses import dataclass
from uuid import UUID, uuid4

from pydantic import TypeAdapter, ValidationError

from application.access.scopes import Reach
from application.commands.base import PersonName
from application.commands.party import RecordAddress
from application.errors import UnknownItem
from application.ports.claims import MemberClaim, MemberClaims, Notice, NoticeKind, Notices, OpenClaim
from application.ports.vault.contexts import PersonId
from application.ports.vault.sessions import Session
from application.queries.claims import MemberClaimDetails
from application.register.file import MalformedMemberName, MalformedMemberNumber, MalformedPostcode
from application.register.reading import NUMBER, postcode_as_kept
from application.service import Service
from application.signing_in.by_mail import ByMail
from application.signing_in.errors import CodeOver

A_NAME: TypeAdapter[str] = TypeAdapter(PersonName)


@dataclass(frozen=True)
class Claiming:
    """Takes in who says to be a member, and answers."""

    service: Service
    by_mail: ByMail

    @property
    def _claims(self) -> MemberClaims:
        return self.service.claims

    def claim(self, secret: str, *, name: str, member_number: str, postcode: str, language: str) -> None:
        """
        Keep what somebody says whose mailbox was shown; again, or too often, changes nothing and says nothing else.

        :raises CodeOver: if no mailbox was shown, or too long ago
        :raises MalformedMemberName, MalformedMemberNumber, MalformedPostcode: if something cannot be so
        """
        shown = self.by_mail.proven(secret)
        if shown is None:
            raise CodeOver
        if member_number and not NUMBER.fullmatch(member_number):
            raise MalformedMemberNumber
        if (kept := postcode_as_kept(postcode)) is None:
            raise MalformedPostcode
        number = member_number.upper() or None
        self._claims.keep(MemberClaim(_name(name), kept, shown.address, language, number))
        self.by_mail.forget(secret)

    def match(self, claim: UUID, person: PersonId, *, session: Session) -> None:
        """
        Say who it is: their mail goes to that address from now on, and with it they sign in.

        :raises UnknownItem: if it was answered already
        """
        found = self._of(claim, session)
        self.service.execute(RecordAddress(person=person, email=found.claim.address), session=session, command_id=uuid4())
        self._answer(found, NoticeKind.MEMBER_FOUND)

    def refuse(self, claim: UUID, *, session: Session) -> None:
        """
        Say that it did not work out, and not why.

        :raises UnknownItem: if it was answered already
        """
        self._answer(self._of(claim, session), NoticeKind.MEMBER_NOT_FOUND)

    def _answer(self, found: OpenClaim, kind: NoticeKind) -> None:
        if self._claims.answered(found.id):
            self._notices.keep(Notice(found.claim.address, kind, found.claim.language))

    @property
    def _notices(self) -> Notices:
        return self.service.notices

    def _of(self, claim: UUID, session: Session) -> OpenClaim:
        reach = Reach(MemberClaimDetails, session, self.service.log, self.service.vault, self.service.now())
        if not reach.scope:
            raise reach.denied()
        reach.must_hold_right()
        if (found := self._claims.of(claim)) is None:
            raise UnknownItem(kind="MemberClaim", item=claim)
        return found


def _name(said: str) -> str:
    try:
        return A_NAME.validate_python(said)
    except ValidationError:
        raise MalformedMemberName from None
