"""``netwerkpartij demo``: an invented party tells a year and a half of its networks, and is then served."""

import os
import shutil
from pathlib import Path

import typer

from api.openapi.parts import EXAMPLE_CONTACT
from domain.kernel.acts import Role
from netwerkpartij.cli.serving import Port, must_be_free, run
from netwerkpartij.cli.terminal import progress
from netwerkpartij.cli.tokens import token_for
from netwerkpartij.settings import PREFIX, load_settings
from netwerkpartij.story import DAYS, PARTY, StoryClock, Told, tell
from netwerkpartij.wiring import opened

FOLDER = Path("var/demo")
HOST = "127.0.0.1"


def demo(port: Port = 8000) -> None:
    """
    Fill a new demo folder with the story of an invented party, and serve it.

    Everything in it is invented: the Voorbeeldpartij, its people and their numbers. The folder var/demo is made anew
    at every start; your own data is never touched.

    Example: netwerkpartij demo --port 8000
    """
    must_be_free(HOST, port)
    os.environ.update(demo_environment())
    told, tokens = _tell()
    typer.echo(_what_to_try(told, tokens, f"http://{HOST}:{port}"))
    run(HOST, port, workers=1)


def demo_environment() -> dict[str, str]:
    """Give the settings of a demo: its own folder, whatever is set for your own service."""
    folder = FOLDER.absolute()
    shutil.rmtree(folder, ignore_errors=True)
    return {
        f"{PREFIX}DATABASE_URL": f"sqlite:///{folder / 'events.db'}",
        f"{PREFIX}VAULT_URL": f"sqlite:///{folder / 'vault.db'}",
        **{f"{PREFIX}CONTACT_{part.upper()}": value for part, value in EXAMPLE_CONTACT.items()},
    }


def _tell() -> tuple[Told, dict[Role, str]]:
    clock = StoryClock()
    with opened(load_settings(), clock=clock, demo=True) as service, progress("story", DAYS) as show:
        told = tell(service, clock, show)
    with opened(load_settings()) as service:
        tokens = {
            role: token_for(service, role, person, told.core_group_network if role is Role.CORE_GROUP else None)
            for role, person in told.people.items()
        }
        service.reads.catch_up()
    return told, tokens


def _what_to_try(told: Told, tokens: dict[Role, str], address: str) -> str:
    lines = [
        "",
        f"This is an invented story about an invented party, the {PARTY}. Nobody in it exists.",
        f"It is served at {address}/v1 until you stop it with Ctrl-C.",
        "",
        "A token for each role (made anew at every start):",
        *(f"  {role:<16} {token}" for role, token in tokens.items()),
        "",
        "Try:",
    ]
    for each in told.worth_trying:
        lines += [
            f"  # {each.shows} ({each.role})",
            f"  curl -sH 'Authorization: Bearer {tokens[each.role]}' '{address}{each.path}'",
        ]
    return "\n".join([*lines, ""])
