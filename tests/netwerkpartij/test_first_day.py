"""docs/how-to/first-day.md is run as it is written: from nothing to a founded network."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.netwerkpartij.terminal import CHECKOUT, Terminal

PAGE = (CHECKOUT / "docs" / "how-to" / "first-day.md").read_text(encoding="utf-8")
COMMANDS = "".join(re.findall(r"^```bash\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))
CALLS = re.findall(r"^(?:PLAN=\$\(|TOKEN=\$\()?(tell|netwerkpartij) ", COMMANDS, re.MULTILINE)
FIRST = "set -euo pipefail\ntrap 'kill $(jobs -p)' EXIT\n"
"""A call that is refused stops the page; the service is stopped with it."""
BASH = shutil.which("bash") or "/bin/bash"
PROGRAM = f"""#!/bin/sh
PYTHONPATH='{CHECKOUT}' exec '{sys.executable}' -P -m netwerkpartij "$@"
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with the command in it, as `make setup` makes one."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "netwerkpartij").write_text(PROGRAM, encoding="utf-8")
    (folder / "netwerkpartij").chmod(0o755)
    return folder


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_the_page_leads_from_nothing_to_a_founded_network(terminal: Terminal, program: Path, monkeypatch: pytest.MonkeyPatch):
    port = str(free_port())
    monkeypatch.setenv("HOME", str(terminal.folder))
    monkeypatch.setenv("PATH", f"{program}:{os.environ['PATH']}")
    script = FIRST + COMMANDS.replace("8000", port)

    done = subprocess.run(  # noqa: S603  # our own page
        [BASH, "-c", script], capture_output=True, text=True, check=False, timeout=120, cwd=terminal.folder
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"Onderwijsnetwerk\s+│ 4\s+│ 4\s+│ 0\s+│ 4\s", done.stdout), done.stdout
    assert done.stdout.count(f"Everything is kept in {terminal.folder / 'netwerkpartij'}.") == 1  # `serve`
    there = terminal.with_settings(data=str(terminal.folder / "netwerkpartij"))
    kinds = [json.loads(line)["type"] for line in there.does("events").out.splitlines()]
    assert kinds.count("NetworkFounded") == 1
    assert there.does("check").out.startswith("All is well")


def test_it_takes_eight_calls_and_a_look():
    assert len(CALLS) == 8 + 1
    assert re.findall(r"\*\*(\d)\.\*\*", PAGE) == [str(number) for number in range(1, 9)]
