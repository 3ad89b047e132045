"""Queueing the letters that follow from what was recorded, and sending them: at most once each (docs/decisions/0011)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from application.digests import BECOMES
from application.language.event_letters import START, THE_PLAN, LetterTopic, event_letter
from application.language.formatting import format_value
from application.language.letters import Sender, Text
from application.language.words import Language, word
from application.letters.following import Following
from application.letters.kinds import LetterKind
from application.ports.calendar import Clock
from application.ports.event_log import EventLog
from application.ports.mail import Delivery, DigestState, EventLetter, EventLetters, Letter, Post
from application.ports.signing_in import ReadingLanguages
from application.ports.vault.vault import Vault
from application.signing_in.by_link import FOLLOW, RequestLinks
from domain.advice.request import AdviceRequest
from domain.kernel.days import day_of
from domain.networks.meeting import Meeting
from domain.networks.network import Network
from domain.pilot.rules import PlanPart
from domain.plans.founding_plan import FoundingPlan

TO_REQUESTERS = frozenset({LetterKind.QUESTION_RECEIVED, LetterKind.ADVICE_ANSWERED})
TOLD_BY_WHEN = frozenset({LetterKind.ADVICE_ASKED, LetterKind.QUESTION_RECEIVED, LetterKind.INVITED_AS_EXPERT})
AT_ONCE = 200
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
GIVEN_UP_AFTER = timedelta(days=3)
DOUBTED_AFTER = timedelta(minutes=10)
"""A claim that was not settled by then is of a process that died: no delivery takes that long."""


@dataclass(frozen=True)
class LettersOfEvents:
    """Queues and sends letters; any number of processes may do so at once, and any of them may stop at any moment."""

    log: EventLog
    vault: Vault
    letters: EventLetters
    languages: ReadingLanguages
    following: Following
    post: Post
    sender: Sender
    clock: Clock

    def run(self) -> int:
        """Queue what follows from everything recorded by now, send what waits, and give how many letters went out."""
        now = self.clock()
        while self._queue(now):
            pass
        self.letters.give_up(queued_before=now - GIVEN_UP_AFTER, claimed_before=now - DOUBTED_AFTER, now=now)
        return sum(self._send(each, now) for each in self.letters.waiting(now))

    def _queue(self, now: datetime) -> bool:
        """Queue what follows from the next events; say whether there may be more. Of what was before letters there are none."""
        told = self.letters.told_until()
        if told is None:
            self.letters.queue((), told=None, until=self.log.last_position(), now=now)
            return False
        recorded = self.log.read(after=told, limit=AT_ONCE)
        if not recorded:
            return False
        wanted = [letter for each in recorded for letter in self.following.of(each.event)]
        self.letters.queue(wanted, told=told, until=recorded[-1].position, now=now)
        return len(recorded) == AT_ONCE

    def _send(self, queued: EventLetter, now: datetime) -> int:
        address = self.vault.addresses([queued.person]).get(queued.person)
        if not self.letters.claim(queued, now):
            return 0  # another process was first
        if address is None:
            self.letters.settle(queued, DigestState.NOTHING_TO_SAY, now)
            return 0
        language = Language(self.languages.of(queued.person) or Language.NL)
        said = self._text(queued, language)
        delivery = self.post.deliver(Letter(queued.name, address, said.subject, said.text, language=language))
        if delivery is Delivery.NOT_NOW:
            self.letters.retry(queued, after=now + min(FIRST_WAIT * 2**queued.attempts, LONGEST_WAIT), now=now)
            return 0
        if delivery is Delivery.REFUSED:
            self.vault.refuse_address(queued.person, now)
        self.letters.settle(queued, BECOMES[delivery], now)
        return int(delivery is Delivery.SENT)

    def _text(self, queued: EventLetter, language: Language) -> Text:
        details = self.vault.details([queued.person]).get(queued.person)
        about = self._with_link(queued, self._about(queued, language))
        name = None if details is None else details.name
        return event_letter(LetterKind(queued.kind), about, self.sender, language, name)

    def _with_link(self, queued: EventLetter, about: LetterTopic) -> LetterTopic:
        """Let whoever asked without an account follow the request by a link of their own."""
        links = RequestLinks(self.log, self.vault, self.clock)
        if queued.kind not in TO_REQUESTERS or not links.needs_link(queued.person):
            return about
        secret = links.make(UUID(queued.facts["advice_request"]))
        return about if secret is None else replace(about, page=f"{FOLLOW}/{secret}")

    def _about(self, queued: EventLetter, language: Language) -> LetterTopic:
        facts = queued.facts
        missing = [word(PlanPart(each), language) for each in facts.get("missing", "").split(",") if each]
        if "plan" in facts:
            plan = self.log.load(FoundingPlan, UUID(facts["plan"]))
            if plan is None or plan.content.sensitive:
                return LetterTopic(None, START, missing=", ".join(missing))
            name = THE_PLAN.in_language(language).format(name=plan.content.name)
            page = f"plannen/{plan.id}/besluit" if "reasons" in facts else f"plannen/{plan.id}"
            return LetterTopic(name, page, facts.get("reasons"), ", ".join(missing))
        network = self.log.load(Network, UUID(facts["network"]))
        if network is None or network.sensitive:
            return LetterTopic(None, START)
        page = f"netwerken/{network.id}"
        if "advice_request" in facts and (asked := self.log.load(AdviceRequest, UUID(facts["advice_request"]))) is not None:
            due = format_value(asked.clock.days.due, language) if queued.kind in TOLD_BY_WHEN else None
            return LetterTopic(network.name, f"adviesvragen/{asked.id}", due=due)
        if queued.kind != LetterKind.YOU_JOINED:
            return LetterTopic(network.name, page)
        return LetterTopic(network.name, page, welcome=network.welcome, meets_on=self._meets_on(network.id, language))

    def _meets_on(self, network: UUID, language: Language) -> str | None:
        """Say on which day a network meets next."""
        resting = self.log.load_many(self.following.resting.on_network(network)).values()
        today = day_of(self.clock())
        days = (each.day for each in resting if isinstance(each, Meeting) and each.is_ahead and each.day >= today)
        day = min(days, default=None)
        return None if day is None else format_value(day, language)
