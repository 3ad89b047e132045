"""From events to facts: memberships. Most events of a log are these, so they do no more than they must."""

from domain.entries import Entry, begins, corrected, ends, withdrawn
from domain.events import event_name
from domain.membership import Membership
from projections.facts import Facts
from projections.periods import follow, kept, told
from projections.projectors import owner_of, tells
from projections.tables import ALWAYS, membership_periods, memberships

Later = (
    Membership.MemberReturned
    | Membership.MemberLeft
    | Membership.MembershipEnded
    | Membership.EntryCorrected
    | Membership.EntryWithdrawn
)


@tells(Membership.MemberJoined)
def joined(facts: Facts, event: Membership.MemberJoined) -> None:
    """Somebody is a member for the first time."""
    owner, name, network = facts.owner, facts.event, str(event.network)
    entries = (begins(event.act, name),)
    facts.add(
        memberships,
        at=ALWAYS,
        network=network,
        reference=event.reference,
        purpose_version=event.purpose_version,
        entries=kept(entries),
    )
    follow(facts, membership_periods, event, position, [], entries, network=network, reference=event.reference)


@tells(Membership.MemberReturned)
def returned(facts: Facts, event: Membership.MemberReturned) -> None:
    """Somebody is a member again."""
    entries = (*_entries(facts, event), begins(event.act, facts.event))
    row = facts.only(memberships)
    columns = {"entries": kept(entries), "purpose_version": event.purpose_version}
    facts.change(memberships, row, **columns)
    _follow(facts, event, entries)


@tells(Membership.MemberLeft, Membership.MembershipEnded)
def left(facts: Facts, event: Membership.MemberLeft | Membership.MembershipEnded) -> None:
    """Somebody is a member no longer."""
    _tell(facts, event, (*_entries(facts, event), ends(event.act, facts.event)))


@tells(Membership.PurposeEndorsed)
def purpose_endorsed(facts: Facts, event: Membership.PurposeEndorsed) -> None:
    """Somebody endorsed the newer wording."""
    row = facts.only(memberships)
    facts.change(memberships, row, purpose_version=event.purpose_version)


@tells(Membership.EntryCorrected)
def entry_corrected(facts: Facts, event: Membership.EntryCorrected) -> None:
    """A membership began or ended at another moment."""
    _tell(facts, event, corrected(_entries(facts, event), event.of, event.at))


@tells(Membership.EntryWithdrawn)
def entry_withdrawn(facts: Facts, event: Membership.EntryWithdrawn) -> None:
    """The beginning or ending of a membership no longer counts."""
    _tell(facts, event, withdrawn(_entries(facts, event), event.of))


def _entries(facts: Facts, event: Later) -> tuple[Entry, ...]:
    owner = facts.owner
    return told(owner, facts.only(memberships)["entries"])


def _tell(facts: Facts, event: Later, entries: tuple[Entry, ...]) -> None:
    row = facts.only(memberships)
    facts.mend(memberships, row, entries=kept(entries))
    _follow(facts, event, entries)


def _follow(facts: Facts, event: Later, entries: tuple[Entry, ...]) -> None:
    before = facts.of(membership_periods)
    same = {"network": str(event.network), "reference": event.reference}
    follow(facts, membership_periods, event, position, before, entries, **same)
