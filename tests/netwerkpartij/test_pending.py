"""Somebody's machine stops between vault and log: nothing is half, check says what waits, and the clock ends it."""

import base64
import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.kernel.log import LOG, Log
from netwerkpartij.background import settle
from netwerkpartij.settings import Settings, load_settings
from netwerkpartij.wiring import opened
from tests.netwerkpartij.terminal import BEGIN, CHECKOUT, Terminal
from tests.netwerkpartij.test_history_files import FOUNDED, JOINED, file, row

ADMINISTRATOR = BEGIN[-1]
MASTER_KEY = base64.b64encode(bytes(range(32))).decode()
KILLED = """
import os, signal
from {module} import {name} as of
of.{step} = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
from netwerkpartij.cli.main import main
main()
"""
WRITES = ("infrastructure.vault.command_writes", "StoredPendingWrites")
EVENTS = ("infrastructure.event_store.event_log", "StoredEventLog")
STEPS = {"the vault": (*WRITES, "store"), "the log": (*EVENTS, "record"), "the end": (*WRITES, "confirm")}


@pytest.fixture
def settings(database_url: str) -> Settings:
    return load_settings(database_url=database_url, vault_url="", master_key=MASTER_KEY)


@pytest.fixture
def there(terminal: Terminal, database_url: str, settings: Settings) -> Terminal:
    """A terminal whose log was opened."""
    there = terminal.with_settings(database_url=database_url, vault_url="", master_key=MASTER_KEY)
    with opened(settings):
        return there


def killed_before(step: str, there: Terminal, *arguments: str) -> None:
    """Type a command in a process of its own, which is killed before a step."""
    module, name, function = STEPS[step]
    program = KILLED.format(module=module, name=name, step=function)
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-P", "-c", program, *arguments],
        cwd=there.folder,
        env={**os.environ, "PYTHONPATH": str(CHECKOUT), **there.settings},
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL


def findings(there: Terminal) -> list[dict[str, Any]]:
    told = json.loads(there.types("check", "--format", "json").out)
    return [each for each in told["findings"] if each["code"] == "vault-writes-pending"]


@pytest.mark.parametrize("step", STEPS)
def test_a_party_whose_beginning_is_killed_has_begun_or_has_not_and_nobody_is_kept_for_nothing(
    there: Terminal, settings: Settings, step: str
):
    killed_before(step, there, *BEGIN)
    recorded = step == "the end"
    with opened(settings) as service:
        log = service.log.load(Log, LOG)
        assert log is not None
        assert (log.party is not None) == recorded
        assert service.vault.person_named(ADMINISTRATOR) is None
        waiting = service.vault.pending_commands()
        assert len(waiting) == int(step != "the vault")
    told = findings(there)
    assert [each["sentence"].split("command ")[1].split(" wrote")[0] for each in told] == [str(each.command) for each in waiting]
    assert [": it was recorded, and nobody sees it yet;" in each["sentence"] for each in told] == [recorded] * len(waiting)
    with opened(settings, clock=lambda: datetime.now(UTC) + timedelta(hours=1, minutes=1)) as service:
        settle(service)
        assert (service.vault.person_named(ADMINISTRATOR) is not None) == recorded
    assert findings(there) == []
    if not recorded:
        there.does(*BEGIN)
    there.does("token", "give", "--role", "administrator", "--person", ADMINISTRATOR)


def test_what_check_says_to_do_ends_what_is_pending(there: Terminal, settings: Settings):
    killed_before("the end", there, *BEGIN)
    (found,) = findings(there)
    assert "netwerkpartij clock advance --to INSTANT" in found["sentence"]
    there.does("clock", "advance", "--to", datetime.now(UTC).isoformat())
    assert findings(there) == []
    with opened(settings) as service:
        assert service.vault.person_named(ADMINISTRATOR) is not None


# Refused, and nobody was kept


def nobody_is_kept() -> bool:
    with opened(load_settings()) as service:
        return not service.vault.knows_somebody() and service.vault.pending_commands() == []


def test_a_beginning_that_is_refused_keeps_nobody(terminal: Terminal):
    assert terminal.types(*BEGIN, "--rules", "netwerkpartij-2022", "--adopted-on", "2199-01-01").status == 1
    assert nobody_is_kept()


def test_who_has_two_roles_from_the_beginning_is_one_person(terminal: Terminal):
    terminal.does(*BEGIN, "--bureau", ADMINISTRATOR)
    for role in ("administrator", "party-bureau"):
        assert terminal.does("token", "give", "--role", role, "--person", ADMINISTRATOR).out.startswith("np_")


def test_a_history_that_is_refused_or_only_tried_keeps_nobody(terminal: Terminal):
    wrong = file(terminal, FOUNDED, JOINED, row("MemberJoined", "p1"))
    assert terminal.types("import", "history", wrong).status == 1
    assert nobody_is_kept()
    terminal.does("import", "history", file(terminal, FOUNDED, JOINED), "--dry-run")
    assert nobody_is_kept()
    terminal.does("import", "history", file(terminal, FOUNDED, JOINED))
    assert not nobody_is_kept()
