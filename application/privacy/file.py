"""Everything that is kept of one person, put together from log and vault when it is asked for (docs/decisions/0037)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pydantic import JsonValue

from application.language.processing import TERMS, WHAT
from application.language.words import NOT_TOLD_WHAT_FOR, words_for
from application.ports.event_log import EventLog
from application.ports.resting import RestingItems
from application.ports.vault.contexts import CONSENT, ERASURE, OFFICE, PARTY, PRIVACY, PersonId, in_network
from application.ports.vault.kept import KeptInVault
from application.ports.vault.looks import Look
from application.ports.vault.vault import Vault
from application.privacy.consenting import OwnConsents
from application.privacy.register import LASTS, REGISTER, Kept, Term, What, remedy_of
from application.privacy.standing import left_at
from application.queries.privacy import (
    KeptEntry,
    LookEntry,
    OwnAccessEntry,
    OwnEventEntry,
    OwnMessageEntry,
    PersonFile,
    ReferenceEntry,
)
from domain.kernel.acts import Reference, is_reference
from domain.kernel.days import day_of
from domain.kernel.events import DomainEvent, FirstEvent, event_name
from domain.kernel.free_text import texts_of
from domain.kernel.text import Sealed, SealedFor, TextKind
from domain.plans.founding_plan import FoundingPlan

NOT_TOLD = frozenset(FirstEvent.model_fields)
"""What an event has beside what it tells."""


@dataclass(frozen=True)
class PersonFiles:
    """Puts together what is kept of people."""

    log: EventLog
    vault: Vault
    resting: RestingItems

    def of(self, person: PersonId) -> PersonFile:
        """
        Give everything that is kept of somebody.

        :raises PersonUnknown, PersonErased: if nothing is
        """
        known = self.vault.known(person)
        contexts = [PARTY, OFFICE, ERASURE, PRIVACY, CONSENT, *map(in_network, sorted(self.resting.every_network()))]
        own = {reference: context for context in contexts for reference in known.references(context)}
        events = tuple(self._events(own))
        kept, left = self.vault.kept_of(known.id), left_at(self.log, known)
        until = None if left is None else day_of(left + LASTS[Term.AFTER_LEAVING])
        spoken_of = {event.context for event in events}
        return PersonFile(
            person=known.id,
            counts=known.counts,
            kept=tuple(self._kept(each, kept, events, until) for each in REGISTER),
            references=tuple(ReferenceEntry(context=own[each], reference=each) for each in own if own[each] in spoken_of),
            events=events,
            consents=tuple(OwnConsents(self.log, own).all(_plans_of(events))),
            looks=tuple(_look(each) for each in self.vault.looks_at(known.id)),
            accesses=tuple(OwnAccessEntry(**vars(each)) for each in kept.accesses),
            messages=tuple(OwnMessageEntry(**vars(each)) for each in kept.messages),
            rows=dict(kept.rows),
        )

    def _kept(self, entry: Kept, kept: KeptInVault, events: Iterable[OwnEventEntry], until: date | None) -> KeptEntry:
        values = kept.values.get(entry.what, ())
        if entry.what is What.PERSONAL_TEXTS:
            values = tuple(text for event in events for text in event.texts.values())
        ends = until if entry.term is Term.AFTER_LEAVING else None
        words = (f"{WHAT[entry.what].nl}: {TERMS[entry.term].nl}", f"{WHAT[entry.what].en}: {TERMS[entry.term].en}")
        return KeptEntry(
            what=entry.what,
            values=values,
            purpose=entry.purpose,
            ground=entry.ground,
            remedy=remedy_of(entry),
            term=entry.term,
            until=ends,
            nl=words[0],
            en=words[1],
        )

    def _events(self, own: Mapping[Reference, str]) -> Iterator[OwnEventEntry]:
        for recorded in self.log.mentioning(own, self.resting.naming(own)):
            event, act = recorded.event, recorded.event.act
            told = event.model_dump_json()
            first = next(reference for reference in own if f'"{reference}"' in told)
            doer = next((each for each in (act.by, act.entered_by) if each in own), None)
            yield OwnEventEntry(
                id=event_name(event),
                type=type(event).__name__,
                context=own[doer or first],
                did=doer is not None,
                at=act.at,
                recorded_at=event.timestamp,
                role=act.role,
                data={name: _without_others(value, own) for name, value in _data(event).items()},
                texts=self._texts(event, own),
            )

    def _texts(self, event: DomainEvent, own: Mapping[Reference, str]) -> dict[str, str]:
        """Open what somebody wrote themselves."""
        author = getattr(event, "reference", None) or event.act.by
        if author not in own:
            return {}
        personal = [path for path, kind in texts_of(type(event)).items() if kind is TextKind.PERSONAL]
        sealed = {path: text for path in personal if isinstance(text := getattr(event, path), Sealed)}
        place = {"aggregate": str(event.originator_id), "event_type": type(event).__name__, "subject": author}
        opened = {
            path: self.vault.open(text, SealedFor(field=path, **place), context=own[author]) for path, text in sealed.items()
        }
        return {path: text for path, text in opened.items() if text is not None}


def _plans_of(events: Iterable[OwnEventEntry]) -> set[UUID]:
    """Give the plans in which somebody accepted a seat."""
    accepted = FoundingPlan.NominationAccepted.__name__
    return {UUID(event.id.partition(":")[0]) for event in events if event.type == accepted}


def _data(event: DomainEvent) -> dict[str, JsonValue]:
    return event.model_dump(mode="json", exclude=set(NOT_TOLD))


def _without_others(value: JsonValue, own: Mapping[Reference, str]) -> JsonValue:
    """Leave out the references of others and what is sealed."""
    if isinstance(value, str):
        return None if is_reference(value) and value not in own else value
    if isinstance(value, list):
        return [
            _without_others(each, own) for each in value if not (isinstance(each, str) and _without_others(each, own) is None)
        ]
    if isinstance(value, dict):
        return None if "commitment" in value else {name: _without_others(each, own) for name, each in value.items()}
    return value


def _look(look: Look) -> LookEntry:
    told = NOT_TOLD_WHAT_FOR if look.purpose is None else words_for(look.purpose)
    return LookEntry(day=look.day, role=look.role, what=look.what, about=look.about, purpose=look.purpose, nl=told.nl, en=told.en)
