"""What an answer marks as veiled is shown of a sensitive network to those who may count its people, and to nobody else."""

from collections.abc import Iterator
from datetime import date
from typing import Any, get_args
from uuid import UUID

import pytest
from pydantic import BaseModel

from application.commands.advice import AnswerCall, CallMembers
from application.commands.base import answer_of
from application.commands.meetings import CancelMeeting, RecordMeeting
from application.ports.vault.sessions import Session
from application.queries import all_queries
from application.queries.advice import AdviceRequestDetails, AdviceRequests
from application.queries.base import Query, Veiled
from application.queries.conversations import Conversations
from application.queries.meetings import MeetingDetails, Meetings
from application.queries.networks import MembershipReport, NetworkDetails, NetworkDirectory
from domain.kernel.acts import Role
from domain.networks.meeting import MeetingAudience, MeetingMode
from netwerkpartij.background import settle
from projections.reading.query_service import QueryService
from tests.application.party import OTHER_FOUNDERS, SOMEBODY, Party

A_NUMBER, A_TEXT = 12, "Iets."

Marked = tuple[type[Query[Any]], type[BaseModel], str]
"""A question, a part of its answer, and a field of that."""


def marks(shape: type[BaseModel]) -> dict[str, Veiled]:
    return {name: mark for name, field in shape.model_fields.items() for mark in field.metadata if isinstance(mark, Veiled)}


def shapes_of(annotation: Any) -> Iterator[type[BaseModel]]:
    """Give every part that an answer can have."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from shapes_of(field.annotation)
    for argument in get_args(annotation):
        yield from shapes_of(argument)


def shapes_in(answer: Any) -> Iterator[BaseModel]:
    """Give every part that an answer has."""
    if isinstance(answer, BaseModel):
        yield answer
        answer = [value for _, value in answer]
    if isinstance(answer, list | tuple):
        for each in answer:
            yield from shapes_in(each)


def filled(part: Any) -> Any:
    """Give an answer with something in every field that is marked, so that nothing is empty because it did not happen."""
    if isinstance(part, tuple):
        return tuple(filled(each) for each in part)
    if not isinstance(part, BaseModel):
        return part
    inner = {name: filled(value) for name, value in part}
    empty = {name: A_NUMBER if mark.band else A_TEXT for name, mark in marks(type(part)).items() if inner[name] is None}
    return part.model_copy(update=inner | empty)


def seen(party: Party, questions: list[Query[Any]], session: Session) -> Iterator[tuple[Marked, Any, str | None]]:
    """Give what a session sees of every field that is marked, and the band that took its place."""
    for question in questions:
        for shape in shapes_in(party.ask(question, session)):
            for name, mark in marks(type(shape)).items():
                yield (type(question), type(shape), name), getattr(shape, name), getattr(shape, mark.band or "", None)


@pytest.fixture
def questions(party: Party, hidden: UUID, monkeypatch: pytest.MonkeyPatch) -> list[Query[Any]]:
    """Questions whose answers have parts with marked fields, of a sensitive network; the read side fills those that are empty."""
    kern = party.core_group(OTHER_FOUNDERS[0], hidden)
    record = RecordMeeting(
        network=hidden,
        title="Kennismaking",
        mode=MeetingMode.ONLINE,
        audience=MeetingAudience.PARTY,
        present=12,
        outcome="held",
        on=date(2025, 3, 3),
    )
    held = party.give(record, party.bureau).data.meeting
    cancelled = party.meeting(hidden)
    party.give(CancelMeeting(meeting=cancelled, reason="De spreker is ziek."), party.bureau)
    request = party.asked(hidden, by="Wilma Voorbeeld")
    party.give(CallMembers(advice_request=request, closes_on=date(2025, 3, 10)), kern)
    party.give(AnswerCall(advice_request=request, answer="Ja."), party.member(SOMEBODY))
    party.step_down(OTHER_FOUNDERS[3], hidden)
    party.clock.pass_time(days=400)
    settle(party.opened, nightly=True)
    answer = QueryService.answer
    monkeypatch.setattr(QueryService, "answer", lambda *asked, **how: filled(answer(*asked, **how)))
    return [
        NetworkDirectory(),
        NetworkDetails(network=hidden),
        MembershipReport(),
        Meetings(),
        MeetingDetails(meeting=held),
        MeetingDetails(meeting=cancelled),
        Conversations(network=hidden),
        AdviceRequests(network=hidden),
        AdviceRequestDetails(advice_request=request),
    ]


def test_what_is_marked_is_for_those_who_may_count(party: Party, hidden: UUID, questions: list[Query[Any]]):
    own = party.core_group(OTHER_FOUNDERS[0], hidden)
    shown = {marked for marked, value, _ in seen(party, questions, own) if value is not None}
    assert shown == {
        (question, shape, name) for question in all_queries() for shape in shapes_of(answer_of(question)) for name in marks(shape)
    }


def test_nobody_else_is_shown_what_is_marked(party: Party, questions: list[Query[Any]]):
    *of_networks, of_advice = questions
    others = [
        (of_networks, party.session(Role.AUDITOR)),
        (of_networks, party.board),
        ([of_advice], party.requester("Wilma Voorbeeld")),
    ]
    exact = [each for asked, session in others for each in seen(party, asked, session)]
    assert [(marked, value) for marked, value, _ in exact if value is not None] == []
    assert {band for _, _, band in exact if band is not None} == {"10-24"}


def test_the_bureau_is_shown_what_meetings_are_about_and_nothing_else_that_is_marked(party: Party, questions: list[Query[Any]]):
    shown = {name for (_, _, name), value, _ in seen(party, questions, party.bureau) if value is not None}
    assert shown == {"title", "begins", "place", "reason"}
