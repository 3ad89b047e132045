"""What letters there are that follow from something that happened."""

from enum import StrEnum


class LetterKind(StrEnum):
    """Why somebody gets a letter."""

    ADVICE_ASKED = "advice-asked"
    """To the core group that is asked."""
    QUESTION_RECEIVED = "question-received"
    """To whoever asked."""
    ADVICE_ANSWERED = "advice-answered"
    PLAN_APPROVED = "plan-approved"
    PLAN_REJECTED = "plan-rejected"
    PLAN_RETURNED = "plan-returned"
    INVITED_TO_SEAT = "invited-to-seat"
    INVITED_AS_EXPERT = "invited-as-expert"
    YOU_JOINED = "you-joined"
    NEW_MEMBER = "new-member"
    """To the core group."""
    YOU_LEFT = "you-left"
    NEW_NETWORK = "new-network"
    """To who wished for it, or wanted to hear of it."""
    PURPOSE_CHANGED = "purpose-changed"
