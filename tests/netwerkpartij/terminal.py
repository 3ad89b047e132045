"""Typing commands: in this process, which is fast, or as somebody would, in a process of their own."""

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from netwerkpartij.cli.main import main
from netwerkpartij.settings import PREFIX

BEGIN = ("begin", "--party", "Voorbeeldpartij", "--administrator", "Beheer Voorbeeld")
CHECKOUT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Typed:
    """What came of a command."""

    status: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line that says what went wrong; there is nothing else on the screen."""
        assert self.status in {1, 2}, self
        assert self.out == ""
        (line,) = self.err.splitlines()
        return line


class Terminal:
    """Somebody's terminal, in a folder, with settings."""

    first: Typed

    def __init__(self, folder: Path, **settings: str) -> None:
        self.folder = folder
        self.settings = {f"{PREFIX}{name.upper()}": value for name, value in settings.items()}

    def with_settings(self, **settings: str) -> "Terminal":
        """Give the same terminal with other settings."""
        return Terminal(self.folder, **settings)

    def types(self, *arguments: str) -> Typed:
        """Type a command, in this process; the folder must be the current one."""
        out, err = io.StringIO(), io.StringIO()
        with (
            redirect_stdout(out),
            redirect_stderr(err),
            patch.object(sys, "argv", ["netwerkpartij", *arguments]),
            patch.dict(os.environ, self.settings),
        ):
            try:
                main()
                status = 0
            except SystemExit as stopped:
                status = stopped.code if isinstance(stopped.code, int) else 0
        return typed(status, out.getvalue(), err.getvalue())

    def does(self, *arguments: str) -> Typed:
        """Type a command that works."""
        done = self.types(*arguments)
        assert done.status == 0, done
        return done

    def starts(self, *arguments: str) -> "subprocess.Popen[str]":
        """Type a command, in a process of its own."""
        return subprocess.Popen(  # noqa: S603  # our own program
            [sys.executable, "-P", "-m", "netwerkpartij", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(CHECKOUT), **self.settings},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def really(self, *arguments: str) -> Typed:
        """Type a command in a process of its own and wait for its end."""
        process = self.starts(*arguments)
        out, err = process.communicate(timeout=60)
        return typed(process.returncode, out, err)


def typed(status: int, out: str, err: str) -> Typed:
    """Check what holds for every command: no traceback on any screen."""
    assert "Traceback" not in err + out, err + out
    return Typed(status, out, err)


def commands_in(group: Any, *words: str) -> list[str]:
    """Give every command below a group, with the words that one types for it."""
    below = getattr(group, "commands", None)
    return [" ".join(words)] if below is None else [each for name in below for each in commands_in(below[name], *words, name)]
