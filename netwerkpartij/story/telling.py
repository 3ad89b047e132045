"""
Telling: chapters run side by side, each waiting for its next moment, as people do.

A chapter is a generator: it yields the moment until which it waits, and goes on when the clock is there.
"""

import heapq
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID, uuid5

from application.command_handler import CommandResult
from application.commands.base import A_co, Command, DecidedText
from application.commands.networks import JoinNetwork, LeaveNetwork, MembershipAnswer
from application.commands.plans import PlanAnswer
from application.ports.event_log import Recorded
from application.ports.vault.contexts import PersonId
from application.ports.vault.sessions import Session
from domain.kernel.acts import DecisionForm, EventName, Role, Source
from domain.kernel.days import day_of
from domain.kernel.errors import DomainError
from domain.kernel.events import event_name
from domain.kernel.log import PROJECT
from infrastructure.vault.people.persons import NewPerson
from netwerkpartij.background import settle
from netwerkpartij.story.clock import LAST_DAY, StoryClock, next_night
from netwerkpartij.story.people import (
    ADMINISTRATOR,
    AUDITOR,
    COORDINATOR,
    PRIVACY_OFFICER,
    REQUESTER,
    Character,
    board_on,
    everybody,
)
from netwerkpartij.wiring import Opened

STORY = uuid5(PROJECT, "story")
SEED = 28_06_2022
CONSENT = "toestemming-2022-06"
"""The wording of the explicit consent that members of a sensitive network give."""

WEEK = timedelta(days=7)

Chapter = Iterator[datetime]


class NotRefused(Exception):
    """The story means to show a refusal, and nothing was refused."""


class NotFounded(Exception):
    """The story means to found a network, and its plan waits or was not approved."""


class NotRegistered(Exception):
    """The story means to register somebody twice, and it was seen that they were there."""


def network_founded(answer: CommandResult[PlanAnswer]) -> UUID:
    if answer.data.network is None:
        raise NotFounded
    return answer.data.network


class Story:
    """Knows everybody by name and every network by its name, and gives their commands in their own sessions."""

    def __init__(self, service: Opened, clock: StoryClock) -> None:
        self.service = service
        self.clock = clock
        self.lot = Random(SEED)  # noqa: S311  # the same story every time
        self.cast: dict[str, Character] = {each.name: each for each in everybody(self.lot)}
        self.persons: dict[str, PersonId] = self._add_persons()
        self.pilot: UUID
        self.plans: dict[str, UUID] = {}
        self.networks: dict[str, UUID] = {}
        self.wordings: dict[str, int] = {}
        self.sensitive: set[str] = set()
        self.members: dict[str, list[str]] = {}
        self.left: dict[str, list[str]] = {}
        self.party_members: list[str] = []
        self.told = 0

    def _add_persons(self) -> dict[str, PersonId]:
        people = [NewPerson(each.name, each.province, each.birth_year) for each in self.cast.values()]
        return dict(zip(self.cast, self.service.vault.add_persons(people), strict=True))

    # Who gives a command

    def member(self, name: str, command: Command[A_co]) -> CommandResult[A_co]:
        return self.give(command, self._session(name, Role.MEMBER))

    def core_group(self, name: str, network: str, command: Command[A_co]) -> CommandResult[A_co]:
        return self.give(command, self._session(name, Role.CORE_GROUP, self.networks[network]))

    def bureau(self, command: Command[A_co], name: str = COORDINATOR) -> CommandResult[A_co]:
        return self.give(command, self._session(name, Role.PARTY_BUREAU))

    def board(self, name: str, command: Command[A_co]) -> CommandResult[A_co]:
        return self.give(command, self._session(name, Role.NATIONAL_BOARD))

    def requester(self, command: Command[A_co]) -> CommandResult[A_co]:
        return self.give(command, self._session(REQUESTER, Role.REQUESTER))

    def privacy_officer(self, command: Command[A_co]) -> CommandResult[A_co]:
        return self.give(command, self._session(PRIVACY_OFFICER, Role.PRIVACY_OFFICER))

    def administrator(self, command: Command[A_co]) -> CommandResult[A_co]:
        return self.give(command, self._session(ADMINISTRATOR, Role.ADMINISTRATOR))

    def auditor(self, command: Command[A_co]) -> CommandResult[A_co]:
        return self.give(command, self._session(AUDITOR, Role.AUDITOR))

    def give(self, command: Command[A_co], session: Session) -> CommandResult[A_co]:
        """Give a command; who edits what others edit too has looked at it first."""
        self.clock.pass_a_moment()
        self.told += 1
        expected = self._version_of(command) if command.NEEDS_VERSION else None
        command_id = uuid5(STORY, f"command/{self.told}")
        # By the ids of the story itself, so that telling it again tells the same; what faces give has an id of its own kind.
        handler = self.service.service.command_handler
        return handler.handle(command, session=session, command_id=command_id, expected=expected)

    @contextmanager
    def refused(self, refusal: type[DomainError]) -> Iterator[None]:
        """
        Show that something is refused.

        :raises NotRefused: if it is not
        """
        try:
            yield
        except refusal:
            return
        raise NotRefused(refusal.code)

    def _session(self, name: str, role: Role, network: UUID | None = None) -> Session:
        return Session(person=self.persons[name], role=role, network=network)

    def _version_of(self, command: Command) -> int:
        item: UUID = getattr(command, "plan", None) or getattr(command, "network")  # noqa: B009  # one of the two
        return self.service.log.load_many([item])[item].public_version

    # What happened before

    def last_of(self, topic: str, item: UUID | None = None) -> EventName:
        """Name the last event of a kind, of one item or of all."""
        history = self._recorded() if item is None else self.service.log.history(item)
        return [event_name(each.event) for each in history if topic == each.event.TOPIC][-1]

    def _recorded(self) -> Iterator[Recorded]:
        after = 0
        while batch := self.service.log.read(after=after, limit=1_000):
            yield from batch
            after = batch[-1].position

    def begun_by(self, item: UUID) -> str:
        """Give who began something, by their reference."""
        return next(iter(self.service.log.history(item))).event.act.by

    def met(self, day: str, *, without: str | None = None) -> DecidedText:
        """Give the meeting of the board in which something was decided, and who took part."""
        met_on = date.fromisoformat(day)
        took_part = tuple(self.persons[name] for name in board_on(met_on) if name != without)
        return DecidedText(form=DecisionForm.MEETING, day=met_on, taking_part=took_part)

    # Joining and leaving

    def join(self, name: str, network: str, source: Source = Source.SELF, on: date | None = None) -> EventName:
        """Let somebody join, by themselves or recorded by the party bureau; gives the entry that was made."""
        source = self._came_in(network, source)
        command = JoinNetwork(
            network=self.networks[network],
            purpose_version=self.wordings.get(network, 1),
            person=None if source is Source.SELF else self.persons[name],
            consent_version=CONSENT if network in self.sensitive else None,
            source=source,
            on=on,
        )
        entry = _entry(self.member(name, command) if source is Source.SELF else self.bureau(command))
        self.members.setdefault(network, []).append(name)
        return entry

    def join_as(self, person: PersonId, network: str) -> None:
        """Let somebody who has no part in the story join by phone."""
        joined = JoinNetwork(
            network=self.networks[network],
            purpose_version=self.wordings.get(network, 1),
            person=person,
            source=Source.PHONE,
        )
        self.bureau(joined)

    def leave(self, name: str, network: str, source: Source = Source.SELF, on: date | None = None) -> EventName:
        """Let somebody leave, by themselves or recorded by the party bureau; gives the entry that was made."""
        source = self._came_in(network, source)
        person = None if source is Source.SELF else self.persons[name]
        command = LeaveNetwork(network=self.networks[network], person=person, source=source, on=on)
        entry = _entry(self.member(name, command) if source is Source.SELF else self.bureau(command))
        self.members[network].remove(name)
        self.left.setdefault(network, []).append(name)
        return entry

    def _came_in(self, network: str, source: Source) -> Source:
        """In a sensitive network members do it themselves: the bureau records nothing about one person there."""
        return Source.SELF if network in self.sensitive else source


def _entry(answer: CommandResult[MembershipAnswer]) -> EventName:
    return f"{answer.data.membership}:{answer.data.version}"


def weeks(story: Story) -> Chapter:
    """Let the clock look every week at what is due and whether a target was reached."""
    night = next_night(story.clock())
    while day_of(night) <= LAST_DAY:
        yield night
        settle(story.service, nightly=True)
        night += WEEK


def nights(story: Story, number: int) -> Chapter:
    """Let the clock of the service do its work in the coming nights; when nothing is due it has none."""
    for _ in range(number):
        yield next_night(story.clock())
        settle(story.service, nightly=True)


def tell_side_by_side(chapters: Iterable[Chapter], clock: StoryClock) -> None:
    """Let every chapter go on when its moment has come, until all are told."""
    waiting: list[tuple[datetime, int, Chapter]] = []
    for number, chapter in enumerate(chapters):
        _wait(waiting, number, chapter)
    while waiting:
        moment, number, chapter = heapq.heappop(waiting)
        clock.move_to(moment)
        _wait(waiting, number, chapter)


def _wait(waiting: list[tuple[datetime, int, Chapter]], number: int, chapter: Chapter) -> None:
    moment = next(chapter, None)
    if moment is not None:
        heapq.heappush(waiting, (moment, number, chapter))
