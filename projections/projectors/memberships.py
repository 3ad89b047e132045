"""From events to facts: memberships. Most events of a log are these, so they do no more than they must."""

from domain.kernel.entries import Entry, EntryKind, corrected, periods_of, withdrawn
from domain.networks.membership import Membership
from projections.projectors.periods import follow, kept, kept_now, now, told
from projections.projectors.registry import tells
from projections.projectors.row_writer import Facts
from projections.store.tables import ALWAYS, FOREVER, membership_endings, membership_periods, memberships

Later = (
    Membership.MemberReturned
    | Membership.MemberLeft
    | Membership.MembershipEnded
    | Membership.EntryCorrected
    | Membership.EntryWithdrawn
)


@tells(Membership.MemberJoined)
def joined(facts: Facts, event: Membership.MemberJoined) -> None:
    """Somebody is a member for the first time: one entry, and the one open period that follows from it."""
    same = {"network": str(event.network), "reference": event.reference}
    entries = kept_now(facts, EntryKind.BEGINS)
    facts.add(memberships, at=ALWAYS, purpose_version=event.purpose_version, entries=entries, **_sealed(event), **same)
    facts.add(membership_periods, begun_at=facts.at, begun_by=facts.event, ended_at=FOREVER, ended_by=None, **same)


@tells(Membership.MemberReturned)
def returned(facts: Facts, event: Membership.MemberReturned) -> None:
    """Somebody is a member again."""
    entries = (*_entries(facts), now(facts, EntryKind.BEGINS))
    columns = {"entries": kept(entries), "purpose_version": event.purpose_version, **_sealed(event)}
    facts.change(memberships, facts.only(memberships), **columns)
    _follow(facts, event, entries)


@tells(Membership.MemberLeft)
def left(facts: Facts, event: Membership.MemberLeft) -> None:
    """Somebody is a member no longer."""
    _end(facts, event)


@tells(Membership.MembershipEnded)
def ended(facts: Facts, event: Membership.MembershipEnded) -> None:
    """A membership ended otherwise."""
    _end(facts, event)
    facts.add(membership_endings, ending=event.ending)


@tells(Membership.PurposeEndorsed)
def purpose_endorsed(facts: Facts, event: Membership.PurposeEndorsed) -> None:
    """Somebody endorsed the newer wording."""
    row = facts.only(memberships)
    facts.change(memberships, row, purpose_version=max(row["purpose_version"], event.purpose_version))


@tells(Membership.EntryCorrected)
def entry_corrected(facts: Facts, event: Membership.EntryCorrected) -> None:
    """A membership began or ended at another moment."""
    _tell(facts, event, corrected(_entries(facts), event.of, event.at))


@tells(Membership.EntryWithdrawn)
def entry_withdrawn(facts: Facts, event: Membership.EntryWithdrawn) -> None:
    """The beginning or ending of a membership no longer counts."""
    _tell(facts, event, withdrawn(_entries(facts), event.of))


def _end(facts: Facts, event: Membership.MemberLeft | Membership.MembershipEnded) -> None:
    row, periods = facts.only(memberships), facts.of(membership_periods)
    if _is_first_ending(row["entries"]) and facts.at >= periods[0]["begun_at"]:
        facts.mend(memberships, row, entries=f"{row['entries']} {kept_now(facts, EntryKind.ENDS)}")
        facts.mend(membership_periods, periods[0], at=facts.at, ended_at=facts.at, ended_by=facts.event)
    else:
        _tell(facts, event, (*_entries(facts), now(facts, EntryKind.ENDS)))


def _is_first_ending(entries: str) -> bool:
    """Say whether only a beginning stands: then what follows is plain, and most endings of a log are such."""
    return "+" in entries and " " not in entries


def _sealed(event: Membership.MemberJoined | Membership.MemberReturned) -> dict[str, str | None]:
    """Give the token of the statistics as rows keep it: nobody reads it here."""
    token = None if event.statistics is None else event.statistics.model_dump_json()
    return {"statistics": token, "sealed_in": None if token is None else event.TOPIC}


def _entries(facts: Facts) -> tuple[Entry, ...]:
    return told(facts.owner, facts.only(memberships)["entries"])


def _tell(facts: Facts, event: Later, entries: tuple[Entry, ...]) -> None:
    facts.mend(memberships, facts.only(memberships), entries=kept(entries))
    _follow(facts, event, entries)


def _follow(facts: Facts, event: Later, entries: tuple[Entry, ...]) -> None:
    before, network = facts.of(membership_periods), str(event.network)
    follow(facts, membership_periods, before, periods_of(entries), network=network, reference=event.reference)
