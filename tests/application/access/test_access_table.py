"""Every role against every command and every question, with the answer read from the documentation of the access table."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import pytest

from application.access.scopes import scope_of
from application.access.table import COMMANDS, DENIED, QUERIES, Scope
from application.commands import all_commands
from application.commands.advice import InviteExpert
from application.commands.base import Command
from application.errors import AccessDenied
from application.policies.carrying_out import THE_CLOCK
from application.ports.vault.sessions import Session
from application.queries import all_queries
from application.queries.base import Query
from domain.kernel.acts import Role
from domain.kernel.errors import DomainError
from infrastructure.vault.errors import VaultRefusal
from netwerkpartij.catalogues.access import access
from tests.application.command_examples import example
from tests.application.conftest import copied, party_at
from tests.application.party import FOUNDERS, OTHER_FOUNDERS, SOMEBODY, SOMEBODY_ELSE, Party

PAGE = access()
"""The documentation as it is made from the table; that it is also what stands in docs/ is tested there."""

ROLES = tuple(Role)


class Cell(NamedTuple):
    """What the documentation says of one role and one command or question."""

    what: str
    role: Role
    scope: str


def cells() -> list[Cell]:
    """Read the tables of the documentation; the columns are the roles in their order."""
    rows = re.findall(r"^\| (\w+) \| (.*) \|$", PAGE, re.MULTILINE)
    told = [(name, [cell.strip(" `") for cell in rest.split("|")]) for name, rest in rows]
    return [
        Cell(name, role, scope)
        for name, scopes in told
        if len(scopes) == len(ROLES)
        for role, scope in zip(ROLES, scopes, strict=True)
    ]


CELLS = cells()
KINDS: dict[str, type[Any]] = {kind.__name__: kind for kind in (*all_commands(), *all_queries())}


class Place(NamedTuple):
    """A party in which somebody of each role has something of their own, and something is of others."""

    party: Party
    network: UUID
    other_network: UUID
    plan: UUID
    other_plan: UUID
    meeting: UUID
    other_meeting: UUID
    request: UUID
    other_request: UUID


@pytest.fixture(scope="module")
def place(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with party_at(copied(begun, tmp_path_factory.mktemp("access"))) as party:
        network, other = party.founded(), party.founded(OTHER_FOUNDERS, name="Netwerk zorg")
        party.join(SOMEBODY, network)
        request, elsewhere = party.asked(network), party.asked(other, by=SOMEBODY_ELSE)
        party.give(InviteExpert(advice_request=request, expert=party.person(SOMEBODY)), party.bureau)
        plans = party.draft(SOMEBODY), party.draft(FOUNDERS[1])
        yield Place(party, network, other, *plans, party.meeting(network), party.meeting(other), request, elsewhere)


def session(place: Place, role: Role) -> Session:
    if role is Role.CLOCK:
        return THE_CLOCK
    if role is Role.CORE_GROUP:
        return place.party.core_group(FOUNDERS[0], place.network)
    return place.party.session(role, SOMEBODY if role is Role.MEMBER else None)


def is_denied(place: Place, asked: Any, by: Session) -> bool:
    """Give a command or ask a question, and say whether the table was what refused it; then nothing is recorded."""
    before = place.party.log.last_position()
    try:
        if isinstance(asked, Command):
            place.party.give(asked, by, expected=1 if asked.NEEDS_VERSION else None)
        else:
            place.party.ask(asked, by)
    except AccessDenied:
        assert place.party.log.last_position() == before
        return True
    except (DomainError, VaultRefusal):
        assert place.party.log.last_position() == before
    return False


def test_every_command_and_every_question_has_a_row_and_no_row_is_left_over():
    assert set(all_commands()) == set(COMMANDS)
    assert set(all_queries()) == set(QUERIES)
    assert len(all_commands()) > 45
    assert len(all_queries()) > 15


def test_the_documentation_has_every_command_and_question():
    assert {cell.what for cell in CELLS} == KINDS.keys()
    assert len(CELLS) == len(KINDS) * len(ROLES)


def test_what_has_no_row_is_denied():
    class Unheard(Command):
        """Nobody thought of this."""

    class Unasked(Query[int]):
        """Nobody thought of this either?"""

    for role in Role:
        for kind in (Unheard, Unasked):
            with pytest.raises(AccessDenied):
                scope_of(kind, role)


LAST = "DeclareExpertConflict, DeclineInvitation, EndSeat, EraseOwnData"
"""
Last of all who is an expert looks no more, and one gives up the seat, and with it what it lets one do.

Then somebody with a seat gives up everything.
"""


@pytest.mark.parametrize("role", ROLES)
def test_a_role_does_and_sees_what_the_documentation_says_and_nothing_else(place: Place, role: Role):
    by = session(place, role)
    other = place.party.party_member(FOUNDERS[2])
    wrong = []
    for cell in sorted((cell for cell in CELLS if cell.role is role), key=lambda cell: LAST.find(cell.what)):
        kind = KINDS[cell.what]
        own: dict[str, Any] = {}
        beyond: list[dict[str, Any]] = []
        if cell.what == "EraseOwnData" and role is Role.CORE_GROUP:
            by = place.party.core_group(FOUNDERS[1], place.network)
        if cell.scope == Scope.SELF:
            own = {"network": place.network} if role is Role.CORE_GROUP else {"plan": place.plan, "advice_request": place.request}
            of_others = {"plan": place.other_plan, "advice_request": place.other_request}
            of_few = role is Role.MEMBER and not of_others.keys().isdisjoint(kind.model_fields)
            beyond = [{**own, "person": other}, *[of_others] * of_few]
        elif cell.scope == Scope.INITIATOR:
            own = {"plan": place.plan, "item": place.plan}
            beyond = [{"plan": place.other_plan, "item": place.other_plan}, {**own, "person": other}]
        elif cell.scope == Scope.OWN_NETWORK:
            own = {
                "network": place.network,
                "item": place.network,
                "meeting": place.meeting,
                "advice_request": place.request,
            }
            beyond = [
                {
                    "network": place.other_network,
                    "item": place.other_network,
                    "meeting": place.other_meeting,
                    "advice_request": place.other_request,
                }
            ]
        elif cell.scope in {Scope.OWN_REQUEST, Scope.READER, Scope.MEMBERSHIP}:
            own = {"network": place.network, "item": place.request, "advice_request": place.request}
            beyond = [{"network": place.other_network, "item": place.other_request, "advice_request": place.other_request}]
        if is_denied(place, example(kind, **own), by) is not (cell.scope == "-"):
            wrong.append((cell.what, cell.scope, own))
        for further in beyond:
            asked = example(kind, **further)
            if ("person" not in further or "person" in kind.model_fields) and not is_denied(place, asked, by):
                wrong.append((cell.what, cell.scope, further))
    assert wrong == []


@pytest.mark.parametrize(("role", "kind", "why"), DENIED)
def test_what_must_not_be_is_refused_although_the_thing_is_there(place: Place, role: Role, kind: type[Any], why: str):
    own = {
        "network": place.network,
        "plan": place.plan,
        "item": place.network,
        "meeting": place.meeting,
        "advice_request": place.request,
    }
    assert is_denied(place, example(kind, **own), session(place, role)), why


def test_the_clock_is_not_a_person_who_could_have_a_token(place: Place):
    """What only the clock may do follows from facts, and is about references that nobody outside the log knows."""
    only = {kind for kind, row in COMMANDS.items() if set(row) == {Role.CLOCK}}
    assert {kind.__name__ for kind in only} == {
        "LetTimePass",
        "EndErasedPartyMembership",
        "EndErasedRole",
        "EraseKept",
        "EndMembership",
        "DropNomination",
        "OpenConversation",
        "RestoreDouble",
        "WithdrawDouble",
    }
    assert all(Role.CLOCK not in row for kind, row in COMMANDS.items() if kind not in only)
    assert all(Role.CLOCK not in row for row in QUERIES.values())
    assert place.party.log.last_position() > 0
