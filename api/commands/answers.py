"""What commands answer."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from domain.advice.values import NextActor, RequestStatus
from domain.kernel.acts import EVENT_NAME_PATTERN
from domain.kernel.half_years import HalfYear
from domain.pilot.rules import NetworkType
from domain.plans.content import PlanStatus


class Answer(BaseModel):
    """What became of a command."""

    model_config = ConfigDict(alias_generator=to_camel, validate_by_name=True, validate_by_alias=True, extra="forbid")


class RulesAnswer(Answer):
    """The rules that were adopted."""

    rules_version: str = Field(max_length=40)
    network_type: NetworkType


class BaselineAnswer(Answer):
    """The baseline that was recorded."""

    baseline: UUID


class PilotAnswer(Answer):
    """The pilot that changed."""

    pilot: UUID


class GroupAnswer(PilotAnswer):
    """The group on the list of talks."""

    group: UUID


class OfferAnswer(PilotAnswer):
    """The plan that was offered a place."""

    plan: UUID


class PlanAnswer(Answer):
    """Where the plan stands now."""

    plan: UUID
    version: int = Field(description="for If-Match")
    plan_version: int = Field(description="the version of the plan that is before the board; 0 before it was handed in")
    status: PlanStatus
    network: UUID | None = Field(description="the network that was founded on it")


class QuestionAnswer(PlanAnswer):
    """The number of the question, for answering it."""

    question_number: int


class NetworkAnswer(Answer):
    """The network that changed."""

    network: UUID
    version: int = Field(description="for If-Match")


class AgreementsAnswer(NetworkAnswer):
    """The wording of the purpose that holds now."""

    purpose_version: int


class MergerAnswer(NetworkAnswer):
    """The network that goes on."""

    into: UUID


class MembershipAnswer(Answer):
    """The membership that changed."""

    membership: UUID
    network: UUID
    version: int


class MeetingAnswer(Answer):
    """The meeting that changed."""

    meeting: UUID
    network: UUID
    version: int = Field(description="for If-Match")


class ConversationAnswer(Answer):
    """The conversation whose outcome was recorded."""

    conversation: UUID
    network: UUID
    version: int = Field(description="for If-Match")


class LessonsAnswer(Answer):
    """What was told, and over which half year."""

    lessons: UUID
    network: UUID
    half_year: HalfYear
    version: int = Field(description="how often they were told")


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


class CorrectionAnswer(Answer):
    """The entry that was corrected."""

    corrected: str = Field(pattern=EVENT_NAME_PATTERN, max_length=60)
    version: int


class EntryWithdrawalAnswer(Answer):
    """The entry that no longer counts."""

    withdrawn: str = Field(pattern=EVENT_NAME_PATTERN, max_length=60)
    version: int


class PartyMembershipAnswer(Answer):
    """The party membership that changed."""

    party_membership: UUID


class PartyMemberAnswer(PartyMembershipAnswer):
    """The person that other commands can name."""

    person: UUID | None = Field(description="null: erased since")


class PartyEndAnswer(PartyMembershipAnswer):
    """From when the end is final."""

    final_on: date


class AddressAnswer(Answer):
    """It is kept; which address it is, nothing tells."""

    kept: bool


class OfficeAnswer(Answer):
    """The role that was given or ended."""

    office: UUID
