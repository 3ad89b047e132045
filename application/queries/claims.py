"""Questions about who says to be a member from an unknown address."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from application.queries.base import Query, Shape


class ClaimCandidate(Shape):
    """Somebody who may have made a claim, and what speaks for it."""

    person: UUID
    name: str
    province: str | None
    birth_year: int | None
    same_number: bool
    same_postcode: bool
    has_address: bool = Field(description="whether another address of them is kept: a letter goes there when it is replaced")


class MemberClaimEntry(Shape):
    """What somebody says who wants to sign in, and who it may be."""

    member_claim: UUID
    name: str
    member_number: str | None
    postcode: str
    email: str
    asked_at: datetime
    candidates: tuple[ClaimCandidate, ...]


class MemberClaimDetails(Query[MemberClaimEntry], dutch="iemand die zegt lid te zijn"):
    """Who says to be a member, and who may that be?"""

    member_claim: UUID
