"""Papers are made one at a time, within a time, are let go after some minutes, and leave nothing in any file."""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from application.ports.papers import Paper, PaperState
from infrastructure.papers import making
from infrastructure.papers.making import KEPT_FOR, MOST_WAITING, PaperMaker
from tests.papers import ReadPaper, need_pango
from web.assets import STATIC, UNDER

SAYS = "import sys; sys.stdout.buffer.write(b'%PDF ' + sys.stdin.buffer.read())"
SLEEPS = "import time; time.sleep(60)"
ADDRESS = "http://127.0.0.1:8000"


def a_maker(program: str = SAYS, **more: float) -> PaperMaker:
    return PaperMaker(STATIC, UNDER, ADDRESS, command=(sys.executable, "-c", program), **more)  # type: ignore[arg-type]  # numbers


def wait_for(found: Callable[[], Paper], *, seconds: float = 60) -> Paper:
    until = time.monotonic() + seconds
    while (paper := found()).state is PaperState.BEING_MADE and time.monotonic() < until:
        time.sleep(0.02)
    return paper


def test_a_paper_is_begun_when_it_is_asked_for_and_given_when_it_is_ready():
    maker = a_maker()
    assert maker.of("<p>Anne</p>", "anne") == Paper(PaperState.BEING_MADE)
    assert wait_for(lambda: maker.of("<p>Anne</p>", "anne")) == Paper(PaperState.READY, b"%PDF <p>Anne</p>")


def test_of_another_page_there_is_another_paper():
    """So whoever no longer sees a page, or sees less of it, gets no paper of what it was."""
    maker = a_maker()
    wait_for(lambda: maker.of("<p>Anne</p>", "anne"))
    assert maker.of("<p>naam verwijderd</p>", "anne").state is PaperState.BEING_MADE


def test_what_takes_too_long_is_stopped():
    maker = a_maker(SLEEPS, longest=0.2)
    assert wait_for(lambda: maker.of("x", "anne"), seconds=20).state is PaperState.FAILED


@pytest.mark.parametrize(
    ("program", "state"),
    [
        ("import sys; sys.exit(3)", PaperState.NOT_HERE),
        ("import sys; sys.exit(1)", PaperState.FAILED),
        ("print('no paper')", PaperState.FAILED),
    ],
)
def test_where_no_paper_comes_that_is_said(program: str, state: PaperState):
    maker = a_maker(program)
    assert wait_for(lambda: maker.of("x", "anne")).state is state


def test_one_who_asks_waits_for_a_few_and_holds_up_nobody_else():
    maker = a_maker(SLEEPS)
    mine = [maker.of(f"{number}", "").state for number in range(MOST_WAITING + 1)]
    assert mine == [PaperState.BEING_MADE] * MOST_WAITING + [PaperState.TOO_MANY]
    assert maker.of("another", "anne").state is PaperState.BEING_MADE
    maker.close()


def test_papers_are_made_one_at_a_time(tmp_path: Path):
    turn = tmp_path / "turn"
    alone = f"import os,time; os.mkdir({str(turn)!r}); time.sleep(.2); os.rmdir({str(turn)!r}); print('%PDF')"
    maker = a_maker(alone)
    for number in range(MOST_WAITING):
        maker.of(str(number), "anne")
    assert [wait_for(lambda number=number: maker.of(str(number), "anne")).state for number in range(MOST_WAITING)] == [  # type: ignore[misc]
        PaperState.READY
    ] * MOST_WAITING


def test_a_paper_is_let_go_after_some_minutes(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(making, "A_WHILE", 0.02)
    now = [0.0]
    maker = PaperMaker(STATIC, UNDER, ADDRESS, clock=lambda: now[0], command=(sys.executable, "-c", SAYS))
    wait_for(lambda: maker.of("x", "anne"))
    now[0] = KEPT_FOR + 1
    until = time.monotonic() + 20
    while maker._known and time.monotonic() < until:  # noqa: SLF001  # nobody asks for it
        time.sleep(0.02)
    assert not maker._known  # noqa: SLF001


def test_nothing_is_left_in_a_file_and_no_secret_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("NETWERKPARTIJ_MASTER_KEY", "geheim")
    spills = "import os,sys,tempfile; open(tempfile.mkstemp()[1],'w').write('x'); print('%PDF', sorted(os.environ))"
    maker = a_maker(spills)
    paper = wait_for(lambda: maker.of("x", "anne"))

    assert paper.state is PaperState.READY
    assert b"NETWERKPARTIJ" not in paper.content
    assert list(tmp_path.rglob("*")) == []


def test_closing_ends_what_is_being_made():
    maker = a_maker(SLEEPS)
    maker.of("x", "anne")
    until = time.monotonic() + 20
    while maker._press is None and time.monotonic() < until:  # noqa: SLF001  # until it has begun
        time.sleep(0.02)
    began = time.monotonic()
    maker.close()
    assert wait_for(lambda: maker.of("x", "anne")).state is PaperState.FAILED
    assert time.monotonic() - began < 5


def test_the_real_press_makes_a_real_paper():
    need_pango()
    maker = PaperMaker(STATIC, UNDER, ADDRESS)
    page = '<!DOCTYPE html><html lang="nl"><title>Brief</title><h1>Besluit</h1></html>'
    paper = wait_for(lambda: maker.of(page, "anne"), seconds=110)
    assert ReadPaper(paper.content).text == "Besluit"
