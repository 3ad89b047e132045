"""The body of every command, as a program would send it: the example of it, about people and a network that are there."""

from typing import Any

from pydantic.alias_generators import to_camel

from api.commands.routes import COMMAND_ROUTES
from application.commands.base import Command
from tests.api.party import Party
from tests.application.command_examples import EXAMPLES
from tests.vaults import keep_address

PEOPLE = {"person", "nominee", "expert"}
IN_PATH = {command: set(route.from_path.values()) for route in COMMAND_ROUTES for command in route.commands}


def body_of(command: type[Command], party: Party) -> dict[str, Any]:
    """Give the body of a command; nobody in it was in a body before."""
    example = EXAMPLES[command]
    told = example.model_dump(mode="json", exclude_unset=True, exclude=IN_PATH[command])
    for name in told.keys() & PEOPLE:
        told[name] = str(_somebody(party))
    if "network" in told and party.networks:
        told["network"] = party.networks[0]  # of whose core group a token is
    body: dict[str, Any] = _as_programs_write(told)
    return body


def _somebody(party: Party) -> object:
    person = party.opened.vault.add_person("Voorbeeld Nieuw")
    keep_address(party.opened.vault, person, "bereikbaar@voorbeeld.example")
    return person


def _as_programs_write(told: Any) -> Any:
    if isinstance(told, dict):
        return {to_camel(name): _as_programs_write(each) for name, each in told.items()}
    return [_as_programs_write(each) for each in told] if isinstance(told, list) else told
