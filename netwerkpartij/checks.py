"""What can be wrong with a log and its vault, found by reading all of it: whatever made it so, it is named with its event."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.access.redaction.histories import context_of
from application.ports.event_log import Recorded
from application.ports.vault.contexts import CONSENT, ERASURE, OFFICE, PARTY, PRIVACY, in_network
from domain.kernel.acts import EventName, Role
from domain.kernel.events import DomainEvent, event_name
from domain.party.consent import Consent
from domain.party.erasures import Erasures
from domain.party.privacy_request import PrivacyRequest
from netwerkpartij.wiring import Opened

BATCH = 1_000
APART = {Erasures: ERASURE, PrivacyRequest: PRIVACY, Consent: CONSENT}
"""Where people are known in contexts that they have nowhere else, so that nothing is tied."""
REFERENCE = re.compile(r'"(r[0-9a-f]{32})"')
COPY_FIRST = "make a copy first: netwerkpartij backup FOLDER"
TOGETHER = f"{COPY_FIRST}; then put events and vault of one moment back: netwerkpartij restore FOLDER"
PUT_BACK = f"{COPY_FIRST}; then put a backup of before back: netwerkpartij restore FOLDER"


@dataclass(frozen=True)
class Finding:
    """Something that is not as it should be, and what to do."""

    code: str
    what: str
    do: str
    event: str | None = None


def of_log(service: Opened, show: Callable[[int], None] = lambda _: None) -> Iterator[Finding]:
    """
    Find what no command can have recorded: versions that are missing, times that go back, receipts that fit no events.

    :param show: is told how far it is, in positions
    """
    versions: dict[UUID, int] = {}
    before: datetime | None = None
    receipts = Receipts(service.log.receipts())
    for recorded in every_event(service):
        event, name = recorded.event, event_name(recorded.event)
        if event.originator_version != versions.get(event.originator_id, 0) + 1:
            what = f"before event {name} others of the same item are missing"
            yield Finding("versions-missing", what, PUT_BACK, name)
        versions[event.originator_id] = event.originator_version
        if before is not None and event.timestamp < before:
            what = f"event {name} was recorded at {event.timestamp.isoformat()}, and the one before it later"
            yield Finding("recording-time-goes-back", what, PUT_BACK, name)
        before = event.timestamp
        if not receipts.hold(recorded):
            what = f"event {name} is in no receipt of its command {event.act.command}"
            yield Finding("event-without-receipt", what, PUT_BACK, name)
        show(recorded.position)
    for command, missing in receipts.without_events():
        yield Finding(
            "receipt-without-events", f"command {command} has a receipt, and {missing} of its events are gone", PUT_BACK
        )


class Receipts:
    """Which events each command says it recorded, and which of them were met."""

    def __init__(self, receipts: Sequence[tuple[UUID, int, int]]) -> None:
        self._receipts = [(command, first, last) for command, first, last in receipts if first <= last]
        self._firsts = [first for _, first, _ in self._receipts]
        self._met = [0] * len(self._receipts)

    def hold(self, recorded: Recorded) -> bool:
        """
        Say whether a receipt tells the position of an event: that of its own command, or of any for what time did.

        Whatever comes first to an item records with it what was due there (docs/decisions/0010).
        """
        which = bisect_right(self._firsts, recorded.position) - 1
        if which < 0 or recorded.position > self._receipts[which][2]:
            return False
        self._met[which] += 1
        act = recorded.event.act
        return act.role is Role.CLOCK or self._receipts[which][0] == act.command

    def without_events(self) -> Iterator[tuple[UUID, int]]:
        """Give the commands of which events were not met, and how many."""
        for (command, first, last), met in zip(self._receipts, self._met, strict=True):
            if last - first + 1 > met:
                yield command, last - first + 1 - met


def of_vault(service: Opened) -> Iterator[Finding]:
    """
    Find people whom events speak of and whom the vault does not know: it is older than its log.

    Of erased people the vault knows no references either; where people are known in some contexts, there are no more of
    those than were erased, in each. People of whom no event speaks are no fault.
    """
    erased = service.vault.erased_people()
    strangers = 0
    first: EventName | None = None
    for contexts, spoken_of in _people(service).items():
        known = {each for context in contexts for each in service.vault.whose(context, spoken_of)}
        unknown = [reference for reference in spoken_of if reference not in known]
        excused = erased * len(contexts)
        if len(unknown) > excused:
            strangers = max(strangers, len(unknown) - excused)
            first = first or spoken_of[unknown[0]]
    if first is not None:
        what = (
            f"the vault is older than the log: it does not know at least {strangers} of those whom events speak of, {first} first"
        )
        yield Finding("vault-older-than-log", what, TOGETHER, first)


def _people(service: Opened) -> Mapping[frozenset[str], Mapping[str, EventName]]:
    """Give those whom events speak of by the contexts in which they can be known, and the first event that does."""
    people: dict[frozenset[str], dict[str, EventName]] = defaultdict(dict)
    for recorded, contexts in in_contexts(service):
        for reference in REFERENCE.findall(recorded.event.model_dump_json()):
            people[contexts].setdefault(reference, event_name(recorded.event))
    return people


def in_contexts(service: Opened) -> Iterator[tuple[Recorded, frozenset[str]]]:
    """Give every event, and in which contexts the people have their references whom it speaks of."""
    contexts: dict[UUID, frozenset[str]] = {}
    for batch in batches(service):
        unseen = {each.event.originator_id for each in batch} - contexts.keys()
        for item, aggregate in service.log.load_many(unseen).items():
            own = APART.get(type(aggregate)) or context_of(aggregate)
            contexts[item] = frozenset({OFFICE, PARTY} if own is None else {OFFICE, PARTY, own})
        for each in batch:
            item = each.event.originator_id
            contexts[item] |= {in_network(network) for network in _networks_in(each.event)}
            contexts[item] |= contexts.get(getattr(each.event, "item", item), frozenset())  # whose name is asked there
            yield each, contexts[item]


def _networks_in(event: DomainEvent) -> Iterator[UUID]:
    """Give the networks that an event names: whose request it is, who else is asked, from where it was brought."""
    for field in ("network", "from_network"):
        if isinstance(named := getattr(event, field, None), UUID):
            yield named
    yield from getattr(event, "other_networks", ())


def batches(service: Opened) -> Iterator[Sequence[Recorded]]:
    """Give every event of the log, some at a time."""
    after = 0
    while batch := service.log.read(after=after, limit=BATCH):
        yield batch
        after = batch[-1].position


def every_event(service: Opened) -> Iterator[Recorded]:
    for batch in batches(service):
        yield from batch
