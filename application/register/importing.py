"""Bringing in the party's register: who is new, who changed, who ended; all of a file or nothing (docs/decisions/0047)."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Final
from uuid import UUID, uuid4

from application.parts import in_parts
from application.passing_time import let_time_pass
from application.pending import record
from application.ports.errors import ConcurrentChange, StoreBusy
from application.ports.event_log import EventDraft, EventLog
from application.ports.vault.contexts import PARTY, PersonId
from application.ports.vault.pending import PendingWrites
from application.ports.vault.people import KnownPerson
from application.ports.vault.register import KnownNow, NewMember, RegisterEntry, RegisterSaid
from application.ports.vault.vault import Vault
from application.register.comparing import ProvinceOf, changes, is_member, said_by
from application.register.file import (
    HasMemberNumber,
    RegisterNumberUnknown,
    RegisterOutcomeChanged,
    RegisterRow,
    RegisterRows,
    TooManyWouldEnd,
)
from application.register.outcome import RegisterChange, RegisterImported, WaitingLine
from domain.kernel.acts import IMPORT, Act, Reference, Role, Source
from domain.kernel.days import day_of, happened_on
from domain.party.party_membership import PartyMembership, PersonalDetail, party_membership_id
from domain.pilot.rule_book import RULE_BOOK, NoRulesApply, RuleBook
from domain.pilot.rules import NetworkType

AT_ONCE: Final = 1_000
"""Rows, or people, that are in memory together."""
TOLD: Final = 100
"""Lines, or changes, that are told one by one."""
ATTEMPTS: Final = 3
DETAILS: Final = {"name": PersonalDetail.NAME, "province": PersonalDetail.PROVINCE, "birth_year": PersonalDetail.BIRTH_YEAR}
"""What the record says was corrected; that of a postcode and an address the vault alone knows."""


@dataclass(frozen=True)
class ImportAnswers:
    """
    What the coordinator said of a file.

    :param day: of which the file tells
    :param same: which member numbers are of people who are known without one
    :param somebody_else: member numbers of people who look like somebody who is known, and are not
    :param back: member numbers of people who were erased, and became members again
    :param many_may_end: whether as many may end as the file says
    :param entered_by: who brings it in by a page, as a holder of their office; None: whoever runs the program
    """

    day: date
    same: Mapping[str, PersonId] = field(default_factory=dict)
    somebody_else: frozenset[str] = frozenset()
    back: frozenset[str] = frozenset()
    many_may_end: bool = False
    entered_by: Reference | None = None

    def with_many_ending(self) -> "ImportAnswers":
        """Give the same, and that as many may end as the file says."""
        return replace(self, many_may_end=True)


def days_to_undo(log: EventLog, now: datetime) -> int:
    """Give how many days the end of a party membership waits by the rules of today; none where no rules were adopted."""
    rule_book = log.load(RuleBook, RULE_BOOK)
    if rule_book is None:
        return 0
    try:
        return rule_book.rules_for(NetworkType.THEME, day_of(now)).rules.party_end_pending_days
    except NoRulesApply:
        return 0


@dataclass
class Found:
    """What was found in a file so far."""

    counts: Counter[RegisterChange] = field(default_factory=Counter)
    kept: int = 0
    members_before: int = 0
    without_province: int = 0
    first: list[tuple[int | None, RegisterChange]] = field(default_factory=list)
    missing: list[PersonId] = field(default_factory=list)
    marks: int = 0
    waiting: dict[RegisterChange, list[WaitingLine]] = field(default_factory=dict)

    def count(self, change: RegisterChange, line: int | None = None, *more: object) -> None:
        """
        Count what a line comes to.

        :param more: of what else it is made, so that another outcome is told from this one
        """
        self.counts[change] += 1
        self._mark(change, line, *more)
        if change in {RegisterChange.NEW, RegisterChange.CHANGED, RegisterChange.ENDED, RegisterChange.RETURNED}:
            _some(self.first, (line, change))

    def wait(self, change: RegisterChange, waiting: WaitingLine) -> None:
        self.counts[change] += 1
        self._mark(change, waiting)
        _some(self.waiting.setdefault(change, []), waiting)

    def _mark(self, *told: object) -> None:
        """Add what changes to a sum that does not depend on the order of the lines, which is another one each time."""
        self.marks += int.from_bytes(sha256(repr(told).encode()).digest())

    @property
    def digest(self) -> str:
        """Of all that changes."""
        return f"{self.marks % 2**256:064x}"


def _some(told: list[Any], each: object) -> None:
    if len(told) < TOLD:
        told.append(each)


class RegisterImport:
    """One attempt at a file: what follows from it goes into a draft, and into what waits to be written into the vault."""

    def __init__(
        self,
        draft: EventDraft,
        writes: PendingWrites,
        vault: Vault,
        *,
        command: UUID,
        now: datetime,
        said: ImportAnswers,
        province_of: ProvinceOf,
        days_to_undo: int,
    ) -> None:
        """
        Begin.

        :param days_to_undo: how many days the end of a party membership waits before it is final
        """
        self._draft, self._writes, self._vault = draft, writes, vault
        self._command, self._now, self._said = command, now, said
        self._province_of, self._days = province_of, days_to_undo
        self.found = Found()

    # Lines

    def tell(self, rows: Sequence[RegisterRow], every: RegisterRows) -> None:
        """Let happen what some lines say."""
        entries = self._vault.register_entries(row.number for row in rows)
        self._known([(row, entries[row.number]) for row in rows if row.number in entries], every)
        self._unknown([row for row in rows if row.number not in entries])

    def _known(self, rows: Sequence[tuple[RegisterRow, RegisterEntry]], every: RegisterRows) -> None:
        changed = []
        for row, entry in rows:
            said = said_by(row, entry.said, self._said.day, counts=entry.counts)
            if said == entry.said:
                self.found.count(RegisterChange.UNCHANGED)
            elif entry.day > self._said.day:
                self.found.count(RegisterChange.OLDER)
            else:
                changed.append((row, entry, said))
        known = self._vault.known_now(entry.person for _, entry, _ in changed)
        for row, entry, said in changed:
            corrected = self._correct(entry.person, entry.said, said, known[entry.person])
            became = self._became(row, entry, said, every)
            self._writes.keep_register_entry(self._vault.row(entry.row), said, self._said.day)
            change = became or (RegisterChange.CHANGED if corrected else RegisterChange.UNCHANGED)
            self.found.count(change, row.line, entry.person, sorted(corrected.items()))

    def _became(self, row: RegisterRow, entry: RegisterEntry, said: RegisterSaid, every: RegisterRows) -> RegisterChange | None:
        if entry.said.member == said.member:
            return None
        if said.member:
            self._return(entry.person, row.since)
            return RegisterChange.RETURNED
        return self._end(entry, row.until or self._said.day, every)

    def _unknown(self, rows: Sequence[RegisterRow]) -> None:
        erased = self._vault.erased_numbers(row.number for row in rows)
        alike = self._vault.without_number_like([(row.name, row.email) for row in rows])
        new = [row for row, like in zip(rows, alike, strict=True) if self._is_new(row, erased, like)]
        known = self._writes.members_known_as(self._new_member(row) for row in new if row.number not in self._said.same)
        for row in new:
            if row.number in known:
                self._begin(row, known[row.number])
            else:
                self._take_for(row, self._said.same[row.number])

    def _is_new(self, row: RegisterRow, erased: frozenset[str], like: tuple[PersonId, ...]) -> bool:
        """
        Say whether a line is of somebody to be registered; count it when not.

        :param like: who is known without a member number and may be the same person
        """
        if row.number in erased:
            self._writes.renew_erased_number(row.number, self._said.day)
        if not is_member(row, self._said.day):
            self.found.count(RegisterChange.ENDED_BEFORE)
            return False
        if row.number in erased:
            if row.number not in self._said.back:
                self.found.wait(RegisterChange.ERASED, WaitingLine(row.line))
                return False
            self._writes.forget_erased_number(row.number)
        if like and row.number not in self._said.same and row.number not in self._said.somebody_else:
            self.found.wait(RegisterChange.POSSIBLY_KNOWN, WaitingLine(row.line, like))
            return False
        return True

    def _new_member(self, row: RegisterRow) -> NewMember:
        province = self._province_of(row.postcode or "")
        self.found.without_province += province is None
        return NewMember(said_by(row, None, self._said.day), self._said.day, province)

    def _begin(self, row: RegisterRow, person: KnownPerson) -> None:
        at = happened_on(row.since or self._said.day, self._now)
        self._draft.add(PartyMembership.start(self._act(at), reference=person.reference(PARTY)))
        self.found.count(RegisterChange.NEW, row.line)

    def _take_for(self, row: RegisterRow, person: PersonId) -> None:
        """
        Take a line for somebody who is known.

        :raises HasMemberNumber: if they are known by another number
        """
        if self._vault.member_numbers_of(person):
            raise HasMemberNumber(line=row.line)
        known = self._vault.known(person)
        said = said_by(row, None, self._said.day)
        self._correct(known.id, None, said, self._vault.known_now([known.id])[known.id])
        self._return(known.id, row.since)
        self._writes.keep_register_entry(self._vault.row(known.id), said, self._said.day)
        self.found.count(RegisterChange.CHANGED, row.line, known.id)

    # Who is not in the file any more

    def end_missing(self, every: RegisterRows) -> None:
        """End the party memberships of those whom the register named before, and this file does not."""
        for some in self._entries():
            members = [entry for entry in some if entry.said.member]
            self.found.members_before += len(members)
            there = every.among(entry.said.number for entry in members)
            for entry in (each for each in members if each.said.number not in there and each.day <= self._said.day):
                said = entry.said._replace(member=False)
                self._end(entry, self._said.day, every)
                self._writes.keep_register_entry(self._vault.row(entry.row), said, self._said.day)
                self.found.count(RegisterChange.ENDED, None, entry.person)
                _some(self.found.missing, entry.person)

    def _entries(self) -> Iterator[Sequence[RegisterEntry]]:
        last = 0
        while some := self._vault.register_entries_after(last, most=AT_ONCE):
            yield some
            last = some[-1].number

    # What happens to one person

    def _correct(
        self, person: PersonId, before: RegisterSaid | None, said: RegisterSaid, known: KnownNow
    ) -> Mapping[str, object]:
        """Take over what is new, and give it by field."""
        found = changes(before, said, known, self._said.day, self._province_of)
        self.found.kept += bool(found.kept)
        if found.corrected:
            self._writes.correct_person(person, **found.corrected)
            self._record_correction(person, tuple(DETAILS[name] for name in DETAILS if name in found.corrected))
        if found.email is not None:
            (address,) = found.email
            self._writes.keep_address(person, address)
        return found.corrected | ({} if found.email is None else {"email": found.email[0]})

    def _record_correction(self, person: PersonId, details: tuple[PersonalDetail, ...]) -> None:
        membership = self._membership(person) if details else None
        if membership is not None:
            membership.correct_details(self._act(self._now), details=details)
            self._draft.add(membership)

    def _end(self, entry: RegisterEntry, on: date, every: RegisterRows) -> RegisterChange | None:
        """Announce the end of a party membership, if it has not ended otherwise and no other line says they are a member."""
        others = [number for number in self._vault.member_numbers_of(entry.person) if number != entry.said.number]
        if any(is_member(row, self._said.day) for row in every.among(others).values()):
            return None
        membership = self._membership(entry.person)
        if membership is not None and not (membership.ended or membership.withdrawn or membership.final_on):
            at = max(happened_on(on, self._now), membership.newest_at)
            final_on = date.fromordinal(day_of(self._now).toordinal() + self._days)
            membership.announce_end(self._act(at), final_on=final_on)
            self._draft.add(membership)
        return RegisterChange.ENDED

    def _return(self, person: PersonId, since: date | None) -> None:
        """Let somebody be a member of the party, for the first time or again, unless they are one."""
        membership = self._membership(person)
        at = happened_on(since or self._said.day, self._now)
        if membership is None:
            reference = self._vault.known(person).reference(PARTY)
            membership = PartyMembership.start(self._act(at), reference=reference)
        elif membership.final_on is not None:
            membership.undo_end(self._act(self._now))
        elif membership.ended:
            membership.start_again(self._act(max(at, membership.newest_at)))
        self._draft.add(membership)

    def _membership(self, person: PersonId) -> PartyMembership | None:
        """Load a party membership, in which what is due by now has happened."""
        item = party_membership_id(self._vault.known(person).reference(PARTY))
        found = self._draft.load_many([item]).get(item)
        if not isinstance(found, PartyMembership):
            return None
        let_time_pass(found, self._now)
        return found

    def _act(self, at: datetime) -> Act:
        entered_by = self._said.entered_by
        role = Role.ADMINISTRATOR if entered_by is None else Role.PARTY_BUREAU
        return Act(by=IMPORT, role=role, at=at, entered_by=entered_by, source=Source.IMPORT, command=self._command)


def import_register(
    rows: RegisterRows,
    *,
    log: EventLog,
    vault: Vault,
    now: datetime,
    said: ImportAnswers,
    province_of: ProvinceOf,
    days_to_undo: int,
    most_ended: float,
    dry_run: bool = False,
    only: str | None = None,
    progress: Callable[[int], None] = lambda _: None,
    recording: Callable[[], None] = lambda: None,
) -> RegisterImported:
    """
    Record what a file of the register changes, all of it or nothing: the same file again changes nothing.

    :param most_ended: which per cent of the members a file may end without anybody saying so
    :param only: the digest of what was shown: if something else comes of the file now, nothing is recorded
    :param progress: told how many lines are done
    :param recording: told when it begins to record
    :raises TooManyWouldEnd: if it would end more, and nobody said that it may
    :raises RegisterOutcomeChanged: if something else comes of it than what was shown
    :raises RegisterNumberUnknown: if something was said of a number that the file does not have
    """
    _must_be_there(rows, said)
    for _ in range(ATTEMPTS):
        command = uuid4()
        digest = vault.keyed_digest(command.bytes)
        writes = vault.pending(command, digest, now)
        with log.draft() as draft:
            telling = RegisterImport(
                draft,
                writes,
                vault,
                command=command,
                now=now,
                said=said,
                province_of=province_of,
                days_to_undo=days_to_undo,
            )
            _tell(telling, rows, progress)
            found = telling.found
            ended = found.counts[RegisterChange.ENDED]
            asks = ended * 100 > most_ended * found.members_before
            if asks and not said.many_may_end and not dry_run:
                raise TooManyWouldEnd(ended=ended, members=found.members_before, most=f"{most_ended:g}")
            position = log.last_position()
            if only is not None and only != found.digest:
                raise RegisterOutcomeChanged
            if not dry_run and (len(draft) or writes):
                recording()
                try:
                    position = record(draft, writes, (), command=command, digest=digest, answer={"rows": len(rows)}).last
                except ConcurrentChange:
                    continue
            return _imported(found, rows, asks=asks, position=position)
    raise StoreBusy


def _tell(telling: RegisterImport, rows: RegisterRows, progress: Callable[[int], None]) -> None:
    done = 0
    for some in in_parts(rows, AT_ONCE):
        telling.tell(some, rows)
        done += len(some)
        progress(done)
    telling.end_missing(rows)


def _must_be_there(rows: RegisterRows, said: ImportAnswers) -> None:
    named = {*said.same, *said.somebody_else, *said.back}
    if named - rows.among(named).keys():
        raise RegisterNumberUnknown


def _imported(found: Found, rows: RegisterRows, *, asks: bool, position: int) -> RegisterImported:
    return RegisterImported(
        rows=len(rows),
        counts={change: found.counts[change] for change in RegisterChange},
        kept=found.kept,
        members_before=found.members_before,
        without_province=found.without_province,
        first=tuple(found.first),
        possibly_known=tuple(found.waiting.get(RegisterChange.POSSIBLY_KNOWN, ())),
        erased=tuple(found.waiting.get(RegisterChange.ERASED, ())),
        alike=rows.alike(most=TOLD),
        asks=asks,
        position=position,
        missing=tuple(found.missing),
        digest=found.digest,
    )
