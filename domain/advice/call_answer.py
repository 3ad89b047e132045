"""Call answer: what one member answered to one call. Small, so that members who answer at once never wait for each other."""

from uuid import UUID, uuid5

from domain.kernel.acts import Act, Reference
from domain.kernel.events import Aggregate, FirstEvent
from domain.kernel.text import PersonalText, Sealed


def call_answer_id(advice_request: UUID, call_number: int, reference: Reference) -> UUID:
    """Give the one id of a member's answer to a call: answering twice cannot make two."""
    return uuid5(advice_request, f"call/{call_number}/{reference}")


class CallAnswer(Aggregate):
    """What one member, under one reference, said to a call of the core group."""

    # Events

    class AnswerGivenToCall(FirstEvent):
        """A member answered the core group's call."""

        advice_request: UUID
        call_number: int
        network: UUID
        reference: Reference
        answer: PersonalText

    # Decisions

    @classmethod
    def give(
        cls, act: Act, *, advice_request: UUID, call_number: int, network: UUID, reference: Reference, answer: Sealed
    ) -> "CallAnswer":
        return cls._begin(
            cls.AnswerGivenToCall,
            call_answer_id(advice_request, call_number, reference),
            act=act,
            advice_request=advice_request,
            call_number=call_number,
            network=network,
            reference=reference,
            answer=answer,
        )

    # Changes

    def __init__(self, network: UUID, reference: Reference) -> None:
        self.network = network
        self.reference = reference
