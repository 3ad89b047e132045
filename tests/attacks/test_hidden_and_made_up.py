"""
Somebody who tries numbers of things that they may not know of.

What a role may give or ask of its own alone is given and asked about a thing of others and about one that is not there: with no
version and with two. What is answered is the same: nobody learns that it is there, where it stands, or its version.
"""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from uuid import UUID

import pytest

from application.access.table import ROWS, Asked, Scope
from application.command_context import CommandContext
from application.commands.advice import AcceptRequest, DeliverAdvice
from application.commands.base import Command
from application.ports.vault.sessions import Session
from application.queries.acts import PossibleActs
from domain.kernel.acts import Role
from domain.kernel.errors import DomainError
from infrastructure.vault.errors import VaultRefusal
from tests.application.command_examples import example
from tests.application.party import FOUNDERS, OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party

MADE_UP = UUID(int=2**127 + 5)


class Hidden(NamedTuple):
    """Things of others, by the field that names them; and who tries."""

    things: Mapping[str, tuple[UUID, ...]]
    outsiders: tuple[Session, ...]


@pytest.fixture
def hidden(party: Party) -> Hidden:
    sensitive = party.approved(party.submitted(OTHER_FOUNDERS, name="LHBTIQ+ netwerk", sensitive=True))
    own = party.founded(FOUNDERS)
    asked = party.asked(sensitive, closed=True)
    done = party.asked(sensitive)
    core_group = party.core_group(OTHER_FOUNDERS[0], sensitive)
    party.give(AcceptRequest(advice_request=done), core_group)
    party.give(example(DeliverAdvice, advice_request=done), core_group)
    undecided = party.submitted(OTHER_FOUNDERS, name="Netwerk cultuur", sensitive=True)
    drafted = party.draft(OTHER_FOUNDERS[1], name="Netwerk sport")
    outsiders = (party.member(SOMEBODY), party.core_group(FOUNDERS[0], own), party.session(Role.REQUESTER, SOMEBODY_ELSE))
    plans, requests, meetings = (undecided, drafted), (asked, done), (party.meeting(sensitive),)
    things = {"plan": plans, "follows": plans, "advice_request": requests, "meeting": meetings, "item": plans + requests}
    return Hidden(things, outsiders)


def tries(hidden: Hidden) -> Iterator[tuple[Session, Asked, str, UUID]]:
    """Give what each of them may give or ask of their own alone, a thing of others, and by which field it is named."""
    for session in hidden.outsiders:
        for asked, scopes in ROWS.items():
            if scopes.get(session.role, Scope.ALL) is Scope.ALL and asked is not PossibleActs:
                continue
            for field in hidden.things.keys() & asked.model_fields.keys():
                yield from ((session, asked, field, thing) for thing in hidden.things[field] if session.role in scopes)


def answered(party: Party, session: Session, asked: Asked, about: Mapping[str, Any], version: int | None) -> str:
    """Say what was answered, the thing that was asked about taken out."""
    given = example(asked, **about)
    try:
        answer = party.give(given, session, expected=version).data if isinstance(given, Command) else party.ask(given, session)
    except (DomainError, VaultRefusal) as refusal:
        told = f"{type(refusal).__name__} {refusal} {getattr(refusal, 'facts', {})}"
    else:
        told = str(answer.model_dump_json())
    return told.replace(str(next(iter(about.values()))), "")


def told_apart(party: Party, hidden: Hidden) -> list[tuple[str, str, int | None, str, str]]:
    found = []
    for session, asked, field, thing in tries(hidden):
        for version in (None, 1, 99) if issubclass(asked, Command) else (None,):
            about = {field: thing, **({"network": session.network} if session.network is not None else {})}
            real, made_up = (answered(party, session, asked, {**about, field: each}, version) for each in (thing, MADE_UP))
            if real != made_up:
                found.append((asked.__name__, session.role.value, version, real, made_up))
    return found


def test_a_thing_of_others_is_answered_as_one_that_is_not_there(party: Party, hidden: Hidden):
    assert told_apart(party, hidden) == []
    assert len(list(tries(hidden))) > 60


def test_it_is_told_apart_when_its_version_is_looked_at_first(party: Party, hidden: Hidden, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(CommandContext, "_get_of_few", CommandContext.target)
    assert {name for name, *_ in told_apart(party, hidden)} > {"RevisePlan", "GiveClarification", "DeliverAdvice"}
