"""Commands on advice: a request from its question to what was done with the answer, and advice given unasked."""

from datetime import date
from typing import Annotated, ClassVar, Generic, Self
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints, model_validator

from application.commands.base import IN_NETWORK, A_co, Answer, Command, Email, Line, Paper, PersonName
from application.commands.party import SomebodyElse
from application.commands.plans import Holder, Number, Person
from domain.advice.values import AdviceKind, AdviceUse, Answered, DeclineReason, NextActor, RequesterKind, RequestStatus

Link = Annotated[str, StringConstraints(pattern=r"^https?://[!-~]+$", max_length=500)]


class RequestAnswer(Answer):
    """Where the advice request stands now, who is next, and by which day an answer is needed."""

    advice_request: UUID
    version: int = Field(description="for If-Match")
    status: RequestStatus
    next_actor: NextActor
    due: date


class MemberCallAnswer(RequestAnswer):
    """The number of the call to all members."""

    call_number: int


class CallAnsweredAnswer(Answer):
    """The call that was answered."""

    advice_request: UUID
    call_number: int


class AdviceOfferAnswer(Answer):
    """The advice that a network gave unasked."""

    advice_offer: UUID
    network: UUID


class ContactText(BaseModel):
    """Somebody who is no member of the party and asks for advice, such as the secretary of a committee."""

    model_config = Command.model_config

    name: PersonName
    email: Email | None = None
    somebody_else: SomebodyElse = False


class RequestAdvice(Command[RequestAnswer], dutch="advies vragen"):
    """Ask a network for advice through its core group, by a day. Several networks may be asked; the first one leads."""

    KEEPS_PEOPLE = True

    network: UUID
    other_networks: Annotated[tuple[UUID, ...], Field(max_length=20)] = ()
    person: Holder = None
    contact: Annotated[
        ContactText | None, Field(description="who asks and is not known yet, kept by the bureau or by who confirmed it by mail")
    ] = None
    requester_kind: RequesterKind
    kind: AdviceKind = AdviceKind.ADVICE
    question: Annotated[Paper, Field(description="names nobody, unless the request is closed")]
    due: Annotated[date, Field(description="the day by which an answer is needed")]
    closed: bool = Field(default=False, description="seen only by requester, core group and named experts")
    kept_back: Annotated[
        Line | None,
        Field(description="why members of the network do not read question and answer; left out: they do once it is answered"),
    ] = None


class OnRequest(Command[A_co], Generic[A_co]):
    """Something that is done on one advice request."""

    TELLS_CONTENT: ClassVar[bool] = False
    """True when it carries what a closed request keeps closed, so that only those who may see that can give it."""

    advice_request: UUID


class AcceptRequest(OnRequest[RequestAnswer], dutch="adviesvraag in behandeling nemen"):
    """Take a request on."""


class DeclineRequest(OnRequest[RequestAnswer], dutch="adviesvraag niet in behandeling nemen"):
    """Not take a request on."""

    decline_reason: DeclineReason
    explanation: Line | None = None


class RedirectRequest(OnRequest[RequestAnswer], dutch="adviesvraag aan een ander netwerk voorleggen"):
    """Bring a request to another network."""

    other_network: UUID
    due: date | None = Field(default=None, description="left out: the day that was agreed")
    explanation: Line | None = None


class AskClarification(OnRequest[RequestAnswer], dutch="om uitleg vragen"):
    """Ask the requester what is meant; the days wait for the answer."""

    TELLS_CONTENT: ClassVar[bool] = True
    question: Paper


class GiveClarification(OnRequest[RequestAnswer], dutch="uitleg geven"):
    """Say what is meant."""

    TELLS_CONTENT: ClassVar[bool] = True
    answer: Paper


class AgreeNewDay(OnRequest[RequestAnswer], dutch="een andere dag afspreken"):
    """Record that requester and core group agreed on another day. The other side sees it and can say that it did not agree."""

    due: date
    reason: Line
    told_by_both: bool = Field(
        default=False, description="the core group heard it from the requester, such as by phone; of the bureau it is understood"
    )


class RefuseNewDay(OnRequest[RequestAnswer], dutch="de andere dag weigeren"):
    """Say that you did not agree with the new day: the former day holds again."""


class InviteExpert(OnRequest[RequestAnswer], dutch="deskundige vragen"):
    """Invite a party member to work on the advice as an expert."""

    expert: Annotated[UUID, IN_NETWORK]


class AcceptInvitation(OnRequest[RequestAnswer], dutch="meewerken als deskundige"):
    """Accept to work on the advice."""

    person: Person = None


class DeclineInvitation(OnRequest[RequestAnswer], dutch="afzeggen als deskundige"):
    """Decline to work on the advice, or stop."""

    person: Person = None


class DeclareExpertConflict(OnRequest[RequestAnswer], dutch="eigen belang melden"):
    """Tell of an interest of your own in the subject; you take no part until it will be disclosed with the advice."""

    TELLS_CONTENT: ClassVar[bool] = True
    person: Person = None
    interest: Paper


class DiscloseExpertConflict(OnRequest[RequestAnswer], dutch="belang vermelden bij advies"):
    """Say that an expert's interest will be disclosed with the advice, so that they take part."""

    expert: Annotated[UUID, IN_NETWORK]


class CallMembers(OnRequest[MemberCallAnswer], dutch="alle leden vragen mee te denken"):
    """Ask all members of the network to think along."""

    closes_on: date


class AnswerCall(OnRequest[CallAnsweredAnswer], dutch="meedenken als lid"):
    """Answer a call to the members of your network."""

    person: Person = None
    answer: Paper


class GiveContribution(OnRequest[RequestAnswer], dutch="bijdragen als ander netwerk"):
    """Contribute for a network that was asked beside the leading one."""

    TELLS_CONTENT: ClassVar[bool] = True
    network: Annotated[UUID, Field(description="the network that contributes")]
    contribution: Paper


class DeliverAdvice(OnRequest[RequestAnswer], dutch="advies geven"):
    """Answer: with a text, or by saying on which day you talked about it and with whom, by role."""

    TELLS_CONTENT: ClassVar[bool] = True
    advice: Paper | None = None
    talked_on: date | None = None
    talked_with: Annotated[Line | None, Field(description="with whom, by role; no names")] = None
    recommendations: Annotated[tuple[Line, ...], Field(max_length=50)] = ()
    minority_views: Annotated[tuple[Paper, ...], Field(max_length=20)] = ()
    answered: Annotated[
        Answered | None, Field(description="whether this answers the question, as the network sees it; left out: not said")
    ] = None

    @model_validator(mode="after")
    def _talked_with_somebody(self) -> Self:
        if (self.talked_on is None) is not (self.talked_with is None):
            message = "give both talkedOn and talkedWith, or neither"
            raise ValueError(message)
        return self


class AcknowledgeAdvice(OnRequest[RequestAnswer], dutch="melden dat het advies er is"):
    """Say that the advice came, and whether it answers the question."""

    answered: Annotated[Answered | None, Field(description="whether the question is answered; left out: not said")] = None


class UseText(Command):
    """What was done with one recommendation, or without a number with the whole advice."""

    number: Number | None = None
    use: AdviceUse
    remark: Line | None = None
    link: Link | None = None


class ReportUse(OnRequest[RequestAnswer], dutch="vertellen wat u met het advies deed"):
    """Tell the network what was done with the advice: in one line, or for each recommendation."""

    TELLS_CONTENT: ClassVar[bool] = True
    uses: Annotated[tuple[UseText, ...], Field(min_length=1, max_length=50)]


class PublishUse(OnRequest[RequestAnswer], dutch="terugkoppeling openbaar maken voor leden"):
    """Let all members read what was done with the advice; the party bureau does so for a requester who agreed."""


class WithdrawRequest(OnRequest[RequestAnswer], dutch="adviesvraag intrekken"):
    """Need no answer any more."""


class OfferAdvice(Command[AdviceOfferAnswer], dutch="ongevraagd advies geven"):
    """Give advice that nobody asked for."""

    network: UUID
    addressee: RequesterKind
    advice: Paper
