"""``netwerkpartij demo``: an invented party tells a year and a half of its networks, and is then served."""

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer

from api.openapi.parts import EXAMPLE_CONTACT
from application.operating import DemoRunning, FolderNotOfADemo
from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import Role
from domain.kernel.log import LOG, Log
from infrastructure.event_store.event_log import READ_ONLY, open_event_log
from infrastructure.private_files import make_private, make_private_folder
from netwerkpartij.cli.serving import Port, must_be_free, run
from netwerkpartij.cli.terminal import progress
from netwerkpartij.cli.tokens import token_for
from netwerkpartij.settings import EVENTS, PREFIX, load_settings
from netwerkpartij.story import DAYS, PARTY, StoryClock, Told, tell
from netwerkpartij.wiring import opened

FOLDER, RUNNING = "demo", "demo.running"
OURS = re.compile(r"demo\.running|letters\.txt|(events|vault|read-[0-9a-f]{12})\.db(|-wal|-shm|\.key)")
HOST = "127.0.0.1"
EXAMPLE_PHONE = "085 000 00 00"


def demo(port: Port = 8000) -> None:
    """
    Fill a new demo folder with the story of an invented party, and serve it.

    Everything in it is invented: the Voorbeeldpartij, its people and their numbers. The folder `demo`, in NETWERKPARTIJ_DATA,
    is made anew at every start; your own data is never touched. A demo that runs keeps its folder.

    Example: netwerkpartij demo --port 8000
    """
    must_be_free(HOST, port)
    folder = load_settings(database_url="", vault_url="").data / FOLDER
    with kept(folder):
        os.environ.update(demo_environment(folder, port))
        told, tokens = _tell()
        typer.echo(_what_to_try(told, tokens, f"http://{HOST}:{port}", folder))
        run(HOST, port, workers=1)


@contextmanager
def kept(folder: Path) -> Iterator[None]:
    """
    Keep an empty folder for one demo, as long as it runs; what a demo before it left is removed.

    :raises FolderNotOfADemo: if there is something else in it
    :raises DemoRunning: if a demo runs in it
    """
    _must_be_of_a_demo(folder)
    make_private_folder(folder)
    make_private(folder / RUNNING)
    with (folder / RUNNING).open("w") as running:
        try:
            fcntl.flock(running, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DemoRunning(place=folder) from None
        for file in folder.iterdir():
            if file.name != RUNNING:
                file.unlink()
        yield


def _must_be_of_a_demo(folder: Path) -> None:
    found = list(folder.iterdir()) if folder.is_dir() else [folder] if folder.exists() else []
    if not all(OURS.fullmatch(file.name) for file in found):
        raise FolderNotOfADemo(place=folder)
    if (folder / EVENTS).exists():
        log = open_event_log(f"sqlite:///{folder / EVENTS}{READ_ONLY}", AGGREGATES)
        try:
            opened_before = log.load(Log, LOG)
        finally:
            log.close()
        if opened_before is not None and not opened_before.demo:
            raise FolderNotOfADemo(place=folder)


def demo_environment(folder: Path, port: int = 8000) -> dict[str, str]:
    """Give the settings of a demo: its own folder, whatever is set for your own service."""
    return {
        f"{PREFIX}DATA": str(folder),
        f"{PREFIX}DATABASE_URL": "",
        f"{PREFIX}VAULT_URL": "",
        f"{PREFIX}MAIL_URL": "",
        **{f"{PREFIX}OIDC_{part}": "" for part in ("ISSUER", "CLIENT_ID", "CLIENT_SECRET", "MEMBER_NUMBER")},
        f"{PREFIX}PAGES_ADDRESS": f"http://{HOST}:{port}",
        **{f"{PREFIX}CONTACT_{part.upper()}": value for part, value in EXAMPLE_CONTACT.items()},
        f"{PREFIX}CONTACT_PHONE": EXAMPLE_PHONE,
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


def _what_to_try(told: Told, tokens: dict[Role, str], address: str, folder: Path) -> str:
    lines = [
        f"Everything of this demo is kept in {folder}.",
        "",
        f"This is an invented story about an invented party, the {PARTY}. Nobody in it exists.",
        "It is served until you stop it with Ctrl-C: pages for people, and the same for programs under /v1.",
        "",
        "A token for each role (made anew at every start):",
        *(f"{role} {token}" for role, token in tokens.items()),
        "",
        "Try:",
    ]
    for each in told.worth_trying:
        lines += [
            f"  # {each.shows} ({each.role})",
            f"  curl -sH 'Authorization: Bearer {tokens[each.role]}' '{address}{each.path}'",
        ]
    opened = f"Open {address}/demo in a browser, and choose who you are in the story."
    return "\n".join([*lines, "", opened, ""])
