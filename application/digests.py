"""On Monday morning whoever has something to do gets one message about it (docs/decisions/0011)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import Protocol
from uuid import UUID, uuid5

from application.errors import AccessDenied
from application.language.digest import digest_message
from application.language.letters import Sender, Text
from application.language.words import Language
from application.ports.calendar import Calendar
from application.ports.mail import Delivery, DigestState, Letter, Outbox, Post, QueuedDigest
from application.ports.signing_in import ReadingLanguages
from application.ports.vault.contexts import OFFICE, PersonId, in_network
from application.ports.vault.sessions import Session
from application.privacy.consenting import consenting
from application.queries.attention import AttentionItem, AttentionList
from application.service import Service
from domain.kernel.acts import Reference, Role
from domain.kernel.days import AMSTERDAM
from domain.party.consent import ConsentPurpose

AT = time(8)
"""In the Netherlands."""
FIRST_WAIT = timedelta(minutes=2)
LONGEST_WAIT = timedelta(hours=1)
DOUBTED_AFTER = timedelta(minutes=10)
"""A claim that was not settled by then is of a process that died: no delivery takes that long."""

BECOMES = {
    Delivery.SENT: DigestState.SENT,
    Delivery.REFUSED: DigestState.REFUSED,
    Delivery.REJECTED: DigestState.REJECTED,
    Delivery.UNKNOWN: DigestState.UNKNOWN,
}


class Recipients(Protocol):
    """What is asked of the read side: who has a list of their own."""

    def office_holders(self) -> Sequence[tuple[Reference, Role]]:
        """Give who holds the roles that a weekly message goes to."""

    def core_group_seats(self) -> Sequence[tuple[UUID, Reference]]:
        """Give who has a seat in the core group of which network."""


@dataclass(frozen=True)
class Digests:
    """Queues and sends the weekly messages."""

    service: Service
    recipients: Recipients
    outbox: Outbox
    post: Post
    calendar: Calendar
    languages: ReadingLanguages
    sender: Sender

    def run(self, stopped: Callable[[], bool] = lambda: False) -> int:
        """
        Do what is due: from Monday at eight o'clock on, on days on which mail goes out. Gives how many messages went out.

        A week in which the service was down on Monday has its messages on the next of these days.

        Any number of processes may do so at once, and any of them may stop at any moment.

        :param stopped: asked before each message
        :raises CalendarLacksYear: if the calendar does not know that day; it is asked again the next time
        """
        now = self.service.now()
        here = now.astimezone(AMSTERDAM)
        monday = here.date() - timedelta(days=here.date().weekday())
        self.outbox.give_up(before=monday, claimed_before=now - DOUBTED_AFTER, now=now)
        if here.time() < AT or not self.calendar.is_mail_day(here.date()):
            return 0
        sessions = self._sessions()
        if not self.outbox.is_queued(since=monday):
            wanted = [QueuedDigest(digest_id(person, here.date()), person) for person in self._addresses(sessions)]
            self.outbox.queue(wanted, day=here.date(), now=now)
        waiting = takewhile(lambda _: not stopped(), self.outbox.waiting(now))
        return sum(self._send(each, sessions.get(each.person, ()), now) for each in waiting)

    def _sessions(self) -> Mapping[PersonId, Sequence[Session]]:
        """Give whose lists there are, by person: somebody with two roles gets one message."""
        vault = self.service.vault
        holders = self.recipients.office_holders()
        people = vault.whose(OFFICE, {reference for reference, _ in holders})
        found: dict[PersonId, list[Session]] = defaultdict(list)
        for reference, role in holders:
            if reference in people:
                found[people[reference]].append(Session(person=people[reference], role=role, network=None))
        seats: dict[UUID, set[Reference]] = defaultdict(set)
        for network, reference in self.recipients.core_group_seats():
            seats[network].add(reference)
        for network, references in seats.items():
            for person in vault.whose(in_network(network), references).values():
                found[person].append(Session(person=person, role=Role.CORE_GROUP, network=network))
        return found

    def _addresses(self, people: Iterable[PersonId]) -> Mapping[PersonId, str]:
        """Give where people want this message: those who consented to it and can be reached."""
        known = self.service.vault.addresses(people)
        wanting = consenting(self.service.log, self.service.vault, known, ConsentPurpose.WEEKLY_MESSAGE)
        return {person: address for person, address in known.items() if person in wanting}

    def _send(self, queued: QueuedDigest, sessions: Sequence[Session], now: datetime) -> int:
        language = Language(self.languages.of(queued.person) or Language.NL)
        message = self._message(sessions, language)
        address = self._addresses([queued.person]).get(queued.person)
        if not self.outbox.claim(queued.digest, now):
            return 0  # another process was first
        if message is None or address is None:
            self.outbox.settle(queued.digest, DigestState.NOTHING_TO_SAY, now)
            return 0
        delivery = self.post.deliver(Letter(queued.digest, address, message.subject, message.text, language=language))
        if delivery is Delivery.NOT_NOW:
            wait = min(FIRST_WAIT * 2**queued.attempts, LONGEST_WAIT)
            self.outbox.retry(queued.digest, after=now + wait, now=now)
            return 0
        if delivery is Delivery.REFUSED:
            self.service.vault.refuse_address(queued.person, now)
        self.outbox.settle(queued.digest, BECOMES[delivery], now)
        return int(delivery is Delivery.SENT)

    def _message(self, sessions: Sequence[Session], language: Language) -> Text | None:
        """Make the text from the lists as they are now; it is never kept."""
        items: dict[tuple[str, UUID, int | None], AttentionItem] = {}
        more = False
        for session in sessions:
            try:
                answer = self.service.query(AttentionList(), session=session)
            except AccessDenied:
                continue  # the role ended a moment ago
            more = more or answer.more
            items |= {(item.kind, item.item, item.number): item for item in answer.items}
        ordered = sorted(items.values(), key=_urgency)
        return digest_message(ordered, self.sender, language, more=more) if ordered else None


def digest_id(person: PersonId, day: date) -> UUID:
    """Give the one id of somebody's message of a week."""
    year, week, _ = day.isocalendar()
    return uuid5(person, f"digest/{year}-{week:02}")


def _urgency(item: AttentionItem) -> tuple[int, str, int]:
    rank, due, since, *_ = item.key.split(" ")
    return int(rank), due, int(since)
