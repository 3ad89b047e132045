"""A paper is a tagged PDF in the language of its page, made of our own files alone by a process that asks no network."""

import http.server
import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from infrastructure.papers.press import own_file, press
from tests.papers import ReadPaper, need_pango
from web.assets import STATIC, UNDER, address_of_asset

ADDRESS = "http://netwerken.example:8000"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Letter to Anne</title></head><body><h1>About the plan</h1>
<p>It is <em>approved</em>.</p><h2>Why</h2><p>Four people.</p>{more}</body></html>"""


def pressed(more: str = "") -> bytes:
    need_pango()
    return press(PAGE.format(more=more).encode(), STATIC, UNDER, ADDRESS)


def test_a_paper_has_title_language_headings_and_text():
    paper = ReadPaper(pressed())

    assert paper.says_it_is_accessible
    assert paper.root["/Lang"] == "en"
    assert paper.file.metadata is not None
    assert paper.file.metadata.title == "Letter to Anne"
    assert paper.headings == [1, 2]
    assert paper.text == "About the plan It is approved. Why Four people."
    assert len(paper.file.pages) == 1


def test_a_picture_is_told_in_words():
    drawn = '<svg viewBox="0 0 9 9" role="img"><title>From 4 to 50</title><path d="M0 0h9v9z"/></svg>'
    assert ("/Figure", "From 4 to 50") in ReadPaper(pressed(drawn)).tags


class Counted(http.server.BaseHTTPRequestHandler):
    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another service on this machine, and what was asked of it."""
    asked: list[str] = []
    handler = type("Handler", (Counted,), {"asked": asked})
    with http.server.HTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_nothing_is_fetched_from_a_network_or_from_this_machine(
    elsewhere: tuple[str, list[str]], tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    address, asked = elsewhere
    secret = tmp_path / "secret.css"
    secret.write_text("h1 { display: none }")
    wanted = [f"{address}/a.png", f"{secret.as_uri()}", "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>"]
    tags = [f'<img alt="x" src="{each}"><link rel="stylesheet" href="{each}">' for each in wanted]
    with caplog.at_level(logging.ERROR, logger="weasyprint"):
        paper = ReadPaper(pressed("".join(tags) + f'<p style="background: url({address}/b.png)">.</p>'))

    assert asked == []
    assert "About the plan" in paper.text
    assert len([each for each in caplog.messages if "PermissionError" in each]) == 7


@pytest.mark.parametrize(
    "url",
    [
        f"{ADDRESS}{UNDER}x/../../app.py",
        f"{ADDRESS}{UNDER}x/%2e%2e/%2e%2e/app.py",
        f"{ADDRESS}{UNDER}x//etc/passwd",
        f"{ADDRESS}/portal.css",
        f"http://elders.example{UNDER}x/portal.css",
        f"https://netwerken.example:8000{UNDER}x/portal.css",
        "file:///static/x/portal.css",
        "data:text/css,h1{}",
        f"{ADDRESS}{UNDER}x/start.js",
    ],
)
def test_a_file_that_is_not_for_papers_is_refused(url: str):
    with pytest.raises(PermissionError):
        own_file(url, STATIC, UNDER, ADDRESS)


def test_what_pages_are_dressed_with_is_found():
    assert own_file(f"{ADDRESS}{address_of_asset('portal.css')}", STATIC, UNDER, ADDRESS) == STATIC / "portal.css"
