"""What the bureau is told of somebody who says to be a member: what they said, and who it may be."""

from collections.abc import Iterator

from application.access.scopes import Reach
from application.errors import UnknownItem
from application.ports.claims import MemberClaim, MemberClaims
from application.queries.attention import AttentionKind, NeedsOfVault
from application.queries.claims import ClaimCandidate, MemberClaimDetails, MemberClaimEntry

MOST = 10


def of_claim(question: MemberClaimDetails, reach: Reach, claims: MemberClaims) -> MemberClaimEntry:
    """
    Tell what somebody said, and who has that member number or name.

    :raises UnknownItem: if it was answered, or there is none
    """
    found = claims.of(question.member_claim)
    if found is None:
        raise UnknownItem(kind="MemberClaim", item=question.member_claim)
    said = found.claim
    return MemberClaimEntry(
        member_claim=found.id,
        name=said.name,
        member_number=said.member_number,
        postcode=said.postcode,
        email=said.address,
        asked_at=found.asked_at,
        candidates=tuple(_candidates(said, reach)),
    )


def _candidates(said: MemberClaim, reach: Reach) -> Iterator[ClaimCandidate]:
    numbered = reach.vault.register_entries([said.member_number]) if said.member_number else {}
    by_number = {each.person for each in numbered.values()}
    named, _ = reach.people_named(said.name, most=MOST)
    people = {**reach.people(by_number), **{each.person: each for each in named}}
    known, addresses = reach.vault.known_now(people), reach.vault.addresses(people)
    for person, details in people.items():
        postcode = known[person].postcode if person in known else None
        yield ClaimCandidate(
            person=person,
            name=details.name or "",
            province=details.province,
            birth_year=details.birth_year,
            same_number=person in by_number,
            same_postcode=postcode is not None and postcode == said.postcode,
            has_address=person in addresses,
        )


def claims_to_match(claims: MemberClaims) -> Iterator[NeedsOfVault]:
    """Give who waits for the bureau."""
    for each in claims.open():
        yield NeedsOfVault(kind=AttentionKind.MEMBER_TO_MATCH, item=each.id, name=each.claim.name, since=each.asked_at)
