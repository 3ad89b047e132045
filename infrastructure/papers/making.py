"""Making papers: one at a time, each by a process of its own, and kept in memory for some minutes. Nothing stays in a file."""

import os
import subprocess
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import structlog

from application.ports.papers import Paper, PaperState
from infrastructure.papers.press import CANNOT_BE_MADE_HERE

CHECKOUT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-P", "-m", "infrastructure.papers.press")
LONGEST = 120.0
"""Seconds for one paper, its turn among those of other processes included; most take two."""
KEPT_FOR, A_WHILE = 600.0, 20.0
MOST_KEPT = 32
MOST_WAITING = 3
"""For one who asks."""

BEING_MADE = Paper(PaperState.BEING_MADE)

log = structlog.get_logger()


@dataclass
class Making:
    """A paper that is made or was made."""

    html: str
    wanted_by: str
    since: float
    paper: Paper = BEING_MADE

    @property
    def waits(self) -> bool:
        """Whether it is still to be made."""
        return self.paper.state is PaperState.BEING_MADE

    @property
    def kept_for(self) -> float:
        """For how many seconds it is kept: what could not be made is tried again soon."""
        return KEPT_FOR if self.paper.state is PaperState.READY else A_WHILE


@dataclass
class PaperMaker:
    """
    Implements Papers (application.ports).

    A paper is found by all of its page, so whoever asks for it was shown that same page a moment ago.

    :param folder: of what pages are dressed with
    :param prefix: of its addresses
    :param address: of the service
    """

    folder: Path
    prefix: str
    address: str
    longest: float = LONGEST
    clock: Callable[[], float] = time.monotonic
    command: tuple[str, ...] = COMMAND
    _known: OrderedDict[str, Making] = field(default_factory=OrderedDict)
    _turn: threading.Condition = field(default_factory=threading.Condition)
    _press: "subprocess.Popen[bytes] | None" = None
    _works: bool = False
    _closed: bool = False

    def of(self, html: str, wanted_by: str) -> Paper:
        name = sha256(html.encode()).hexdigest()
        with self._turn:
            self._forget()
            if name not in self._known:
                waiting = [each for each in self._known.values() if each.waits]
                if sum(each.wanted_by == wanted_by for each in waiting) >= MOST_WAITING or len(waiting) >= MOST_KEPT:
                    return Paper(PaperState.TOO_MANY)
                self._known[name] = Making(html, wanted_by, since=self.clock())
                self._begin()
            return self._known[name].paper

    def close(self) -> None:
        """Leave what is being made."""
        with self._turn:
            self._closed = True
            if self._press is not None:
                self._press.kill()
            self._turn.notify()

    def _begin(self) -> None:
        if not self._works:
            self._works = True
            threading.Thread(target=self._work, name="papers", daemon=True).start()
        self._turn.notify()

    def _forget(self) -> None:
        """Let go of what was made a while ago, and of the oldest where there are many."""
        now = self.clock()
        done = [name for name, each in self._known.items() if not each.waits]
        old = [name for name in done if self._known[name].since + self._known[name].kept_for < now]
        for name in {*old, *done[: max(0, len(self._known) - MOST_KEPT)]}:
            del self._known[name]

    def _work(self) -> None:
        """Make what waits, in its order, and let go of it when it is old; until there is nothing left."""
        while (making := self._next()) is not None:
            paper = self._made(making.html)
            with self._turn:
                making.paper, making.html, making.since = paper, "", self.clock()

    def _next(self) -> Making | None:
        with self._turn:
            while not self._closed:
                self._forget()
                if (found := next((each for each in self._known.values() if each.waits), None)) is not None:
                    return found
                if not self._known:
                    break
                self._turn.wait(A_WHILE)
            self._works = False
            return None

    def _made(self, html: str) -> Paper:
        try:
            status, content = self._pressed(html)
        except (OSError, subprocess.TimeoutExpired) as error:
            log.warning("paper.failed", why=type(error).__name__)
            return Paper(PaperState.FAILED)
        if status == CANNOT_BE_MADE_HERE:
            log.warning("paper.not-here", missing="Pango")
            return Paper(PaperState.NOT_HERE)
        if status != 0 or not content.startswith(b"%PDF"):
            log.warning("paper.failed", status=status)
            return Paper(PaperState.FAILED)
        return Paper(PaperState.READY, content)

    def _pressed(self, html: str) -> tuple[int, bytes]:
        """Let a process make it that knows no secret of ours, and whose folder is gone with it."""
        command = (*self.command, str(self.folder), self.prefix, self.address)
        with TemporaryDirectory(prefix="netwerkpartij-paper-") as folder:
            knows = {"PATH": os.defpath, "PYTHONPATH": str(CHECKOUT), "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8"}
            with self._turn:
                self._press = subprocess.Popen(  # noqa: S603  # our own program
                    command,
                    env=knows,
                    cwd=folder,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
            with self._press as press:
                try:
                    content, _ = press.communicate(html.encode(), timeout=self.longest)
                finally:
                    press.kill()
            return press.returncode, content
