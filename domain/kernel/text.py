"""
The three kinds of text (docs/decisions/0001). The type of an event's field says of which kind it is.

*Institutional* text is stored as it is, names nobody and survives everyone. *Closed* text is sealed with the key of its
dossier. *Personal* text is sealed with its author's key for that purpose.
"""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import StringConstraints, model_validator

from domain.kernel.immutable import Immutable


class TextKind(StrEnum):
    """How a free text is kept."""

    INSTITUTIONAL = "institutional"
    CLOSED = "closed"
    PERSONAL = "personal"


class Purpose(StrEnum):
    """What a person's key is for; each can be destroyed without the others."""

    IDENTITY = "identity"
    STATISTICS = "statistics"
    CONTRIBUTION = "contribution"
    CONFLICT_OF_INTEREST = "conflict-of-interest"


class Sealed(Immutable):
    """
    A text that only a face may open, and that nobody can once its key is destroyed.

    The token is bound to its aggregate, event type, field, subject, key and value: moved elsewhere it does not open.
    ``key`` differs per context, so it links no two references of a person. ``box`` is nonce and ciphertext, base64url.
    """

    key: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
    value: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]
    commitment: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    box: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$")]


ClosedText = Annotated[Sealed, TextKind.CLOSED]
PersonalText = Annotated[Sealed, TextKind.PERSONAL]


class SealedFor(Immutable):
    """Where a sealed text belongs: the associated data of its encryption."""

    aggregate: str
    event_type: str
    field: str
    subject: str


Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000), TextKind.INSTITUTIONAL]
"""Institutional text. Commands set narrower limits; the event only bounds what a store must bear."""


class Writing(Immutable):
    """A text of a case that is open or closed: institutional and stored as it is, or sealed with the key of its dossier."""

    text: Text | None = None
    sealed: ClosedText | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.text is None) is (self.sealed is None):
            message = "ambiguous"
            raise ValueError(message)
        return self


Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Label = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Version = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=40)]
