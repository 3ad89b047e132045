"""How far a scope reaches is told in one place, and what nobody told of is denied."""

import ast
from pathlib import Path
from uuid import UUID

import pytest

from application.access import scopes, table
from application.access.scopes import RESOLVERS, Reach
from application.access.table import Scope
from application.commands.networks import MarkSensitive
from application.errors import AccessDenied
from application.queries.networks import MembersOfNetwork, NetworkDirectory
from domain.kernel.acts import Role
from domain.networks.network import Network
from tests.application.party import FOUNDERS, Party

ROOT = Path(__file__).parents[2]
PROGRAM = ("domain", "application", "projections", "api", "infrastructure", "netwerkpartij")


def makes_a_refusal(path: Path) -> bool:
    calls = (node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    return any(AccessDenied.__name__ in {getattr(call, "id", None), getattr(call, "attr", None)} for call in calls)


def test_access_is_refused_in_one_module():
    found = [path for room in PROGRAM for path in (ROOT / room).rglob("*.py") if makes_a_refusal(path)]
    assert found == [ROOT / "application/access/scopes.py"]


def test_every_scope_has_its_resolver():
    assert set(RESOLVERS) == set(Scope)


def test_a_scope_of_which_nobody_says_how_far_it_reaches_reaches_nothing(
    party: Party, network: UUID, monkeypatch: pytest.MonkeyPatch
):
    own = party.core_group(FOUNDERS[0], network)
    assert party.ask(MembersOfNetwork(network=network), own).items
    known = {scope: reaches for scope, reaches in RESOLVERS.items() if scope not in {Scope.OWN_NETWORK, Scope.ALL}}
    monkeypatch.setattr(scopes, "RESOLVERS", known)
    for question, session in ((MembersOfNetwork(network=network), own), (NetworkDirectory(), party.bureau)):
        with party.refused(AccessDenied):
            party.ask(question, session)
    with party.refused(AccessDenied):
        party.give(MarkSensitive(network=network), party.board)


def test_nobody_reaches_what_is_not_there_but_who_reaches_everything(party: Party, network: UUID):
    reach = Reach(NetworkDirectory, party.core_group(FOUNDERS[0], network), party.log, party.vault, party.clock.now)
    reached = {Scope.ALL, Scope.SELF, Scope.OWN_NETWORK, Scope.MEMBERSHIP}
    assert {scope for scope, reaches in RESOLVERS.items() if reaches(reach, None)} == {Scope.ALL}
    assert {scope for scope, reaches in RESOLVERS.items() if reaches(reach, party.load(Network, network))} == reached


def test_commands_and_questions_are_in_one_table():
    assert set(table.ROWS) == {*table.COMMANDS, *table.QUERIES}
    assert len(table.ROWS) == len(table.COMMANDS) + len(table.QUERIES)
    assert all(Role.CLOCK not in row or set(row) == {Role.CLOCK} for row in table.ROWS.values())
