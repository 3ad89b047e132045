"""Whatever a program sends: no mistake of ours, and nothing outside the document (schemathesis over the checked-in one)."""

import subprocess
import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.checks import CHECKS, load_all_checks

from api.commands.routes import COMMAND_ROUTES
from api.queries.routes import READ_ROUTES, SEARCH_ROUTES
from api.register_imports import IMPORT_ROUTES
from application.access.table import COMMANDS, QUERIES
from domain.kernel.acts import Role
from netwerkpartij.catalogues.pages import DOCS
from tests.api.party import Party

load_all_checks()
FILE = DOCS / "openapi.json"
RULES_OF_THE_PARTY: Any = CHECKS.get_one("positive_data_acceptance")
"""What fits the document can still be refused: a network closes once, and If-Match names a version that there is."""

ROLES = (
    {route.name: next(iter(COMMANDS[route.commands[0]])) for route in COMMAND_ROUTES}
    | {route.name: next(iter(QUERIES[route.question])) for route in (*READ_ROUTES, *SEARCH_ROUTES)}
    | {route.name: Role.PARTY_BUREAU for route in IMPORT_ROUTES}
)


@pytest.fixture(scope="module")
def ids(quiet: Party) -> dict[str, str]:
    """Give the ids of things that are there."""
    network = quiet.network()
    quiet.headers(Role.CORE_GROUP, network="Netwerk zorg")
    return {"network": network, "meeting": quiet.meeting(network), "pilot": quiet.pilot(), "plan": quiet.plan("member (token)")}


ONLY_RANDOM = schemathesis.Config.from_dict({"phases": {"examples": {"enabled": False}, "coverage": {"enabled": False}}})
"""The command line runs the other phases, below."""

document = schemathesis.openapi.from_path(FILE, config=ONLY_RANDOM)


@document.parametrize()
@settings(max_examples=2, suppress_health_check=list(HealthCheck), deadline=None)
def test_a_program_that_knows_the_document(case: Case[Any], quiet: Party, quiet_address: str, ids: dict[str, str]):
    for name, given in case.path_parameters.items():
        case.path_parameters[name] = ids.get(name, given) if _is_uuid(given) else given
    headers = quiet.headers(ROLES[case.operation.definition.raw["operationId"]])

    case.call_and_validate(base_url=f"{quiet_address}/v1", headers=headers, excluded_checks=[RULES_OF_THE_PARTY])


def _is_uuid(given: object) -> bool:
    try:
        return bool(UUID(str(given)))
    except ValueError:
        return False


@pytest.mark.slow
@pytest.mark.parametrize("role", [Role.PARTY_BUREAU, Role.ADMINISTRATOR])
def test_the_running_service_against_the_document(party: Party, address: str, tmp_path: Path, role: Role):
    told = tmp_path / "schemathesis.txt"
    token = party.headers(role)["Authorization"]
    command = [str(Path(sys.executable).with_name("st")), "run", str(FILE), "--url", f"{address}/v1", "--workers", "1"]
    with told.open("w") as output:
        done = subprocess.run(  # noqa: S603  # our own environment
            [
                *command,
                "--header",
                f"Authorization: {token}",
                "--exclude-checks",
                RULES_OF_THE_PARTY.__name__,
                "-n",
                "12",
                "--seed",
                "20231231",
                "--no-color",
            ],
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=tmp_path,
            check=False,
        )

    assert done.returncode == 0, told.read_text()[-5_000:]
