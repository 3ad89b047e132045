"""From events to facts: memberships. Most events of a log are these, so they do no more than they must."""

from domain.kernel.entries import Entry, EntryKind, corrected, periods_of, withdrawn
from domain.networks.membership import Membership
from projections.projectors.periods import follow, kept, kept_now, now, told
from projections.projectors.registry import projects
from projections.projectors.row_writer import RowWriter
from projections.store.tables import ALWAYS, FOREVER, membership_endings, membership_periods, memberships

Later = (
    Membership.MemberReturned
    | Membership.MemberLeft
    | Membership.MembershipEnded
    | Membership.EntryCorrected
    | Membership.EntryWithdrawn
    | Membership.EntryRestored
)


@projects(Membership.MemberJoined)
def joined(writer: RowWriter, event: Membership.MemberJoined) -> None:
    """Somebody is a member for the first time: one entry, and the one open period that follows from it."""
    same = {"network": str(event.network), "reference": event.reference}
    entries = kept_now(writer, EntryKind.BEGINS)
    writer.add(memberships, at=ALWAYS, purpose_version=event.purpose_version, entries=entries, **_sealed(event), **same)
    writer.add(membership_periods, begun_at=writer.at, begun_by=writer.event, ended_at=FOREVER, ended_by=None, **same)


@projects(Membership.MemberReturned)
def returned(writer: RowWriter, event: Membership.MemberReturned) -> None:
    entries = (*_entries(writer), now(writer, EntryKind.BEGINS))
    columns = {"entries": kept(entries), "purpose_version": event.purpose_version, **_sealed(event)}
    writer.change(memberships, writer.only(memberships), **columns)
    _follow(writer, event, entries)


@projects(Membership.MemberLeft)
def left(writer: RowWriter, event: Membership.MemberLeft) -> None:
    _end(writer, event)


@projects(Membership.MembershipEnded)
def ended(writer: RowWriter, event: Membership.MembershipEnded) -> None:
    _end(writer, event)
    writer.add(membership_endings, ending=event.ending, cause=event.act.cause)


@projects(Membership.PurposeEndorsed)
def purpose_endorsed(writer: RowWriter, event: Membership.PurposeEndorsed) -> None:
    row = writer.only(memberships)
    writer.change(memberships, row, purpose_version=max(row["purpose_version"], event.purpose_version))


@projects(Membership.EntryCorrected)
def entry_corrected(writer: RowWriter, event: Membership.EntryCorrected) -> None:
    _tell(writer, event, corrected(_entries(writer), event.of, event.at))


@projects(Membership.EntryWithdrawn)
def entry_withdrawn(writer: RowWriter, event: Membership.EntryWithdrawn) -> None:
    _tell(writer, event, withdrawn(_entries(writer), event.of))


@projects(Membership.EntryRestored)
def entry_restored(writer: RowWriter, event: Membership.EntryRestored) -> None:
    _tell(writer, event, (*_entries(writer), Entry(event.of, EntryKind.BEGINS, event.at)))


def _end(writer: RowWriter, event: Membership.MemberLeft | Membership.MembershipEnded) -> None:
    row, periods = writer.only(memberships), writer.of(membership_periods)
    if _is_first_ending(row["entries"]) and writer.at >= periods[0]["begun_at"]:
        writer.mend(memberships, row, entries=f"{row['entries']} {kept_now(writer, EntryKind.ENDS)}")
        writer.mend(membership_periods, periods[0], at=writer.at, ended_at=writer.at, ended_by=writer.event)
    else:
        _tell(writer, event, (*_entries(writer), now(writer, EntryKind.ENDS)))


def _is_first_ending(entries: str) -> bool:
    """Say whether only a beginning stands: then what follows is plain, and most endings of a log are such."""
    return "+" in entries and " " not in entries


def _sealed(event: Membership.MemberJoined | Membership.MemberReturned) -> dict[str, str | None]:
    """Give the token of the statistics as rows keep it: nobody reads it here."""
    token = None if event.statistics is None else event.statistics.model_dump_json()
    return {"statistics": token, "sealed_in": None if token is None else event.TOPIC}


def _entries(writer: RowWriter) -> tuple[Entry, ...]:
    return told(writer.owner, writer.only(memberships)["entries"])


def _tell(writer: RowWriter, event: Later, entries: tuple[Entry, ...]) -> None:
    writer.mend(memberships, writer.only(memberships), entries=kept(entries))
    _follow(writer, event, entries)


def _follow(writer: RowWriter, event: Later, entries: tuple[Entry, ...]) -> None:
    before, network = writer.of(membership_periods), str(event.network)
    follow(writer, membership_periods, before, periods_of(entries), network=network, reference=event.reference)
