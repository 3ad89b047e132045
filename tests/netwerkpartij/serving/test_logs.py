"""Lines of the log: for people or as JSON, and never with what somebody typed."""

import json
import logging
from collections.abc import Iterator
from datetime import datetime

import pytest
import structlog

from netwerkpartij.logs import LogFormat, log_libraries_too, log_to_standard_error

SECRET = "np_geheim van Jan Jansen"  # noqa: S105  # of nobody


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    handlers = logging.getLogger().handlers[:]
    yield
    structlog.reset_defaults()
    logging.getLogger().handlers[:] = handlers


def fail_with(typed: str) -> None:
    raise ValueError(typed)


def test_a_line_as_json_is_one_object(capsys: pytest.CaptureFixture[str]):
    log_to_standard_error(LogFormat.JSON)
    structlog.get_logger().warning("store-error", code="store-busy")

    told = capsys.readouterr()
    line = json.loads(told.err)
    assert datetime.fromisoformat(line.pop("timestamp")).tzinfo is not None
    assert line == {"event": "store-error", "level": "warning", "code": "store-busy"}
    assert told.out == ""


@pytest.mark.parametrize("form", list(LogFormat))
def test_of_an_exception_no_words_and_no_values_are_told(form: LogFormat, capsys: pytest.CaptureFixture[str]):
    log_to_standard_error(form)
    try:
        fail_with(SECRET)
    except ValueError:
        structlog.get_logger().exception("clock.failed")

    told = capsys.readouterr().err
    assert "ValueError" in told
    assert "fail_with" in told
    assert "geheim" not in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize("form", list(LogFormat))
def test_what_a_library_says_looks_the_same(form: LogFormat, capsys: pytest.CaptureFixture[str]):
    log_to_standard_error(form)
    log_libraries_too(form)
    try:
        fail_with(SECRET)
    except ValueError:
        logging.getLogger("uvicorn.error").exception("Exception in ASGI application")

    (line,) = capsys.readouterr().err.splitlines()
    assert "geheim" not in line
    if form is LogFormat.JSON:
        assert {**json.loads(line), "timestamp": "", "frames": []} == {
            "event": "Exception in ASGI application",
            "level": "error",
            "kind": "ValueError",
            "timestamp": "",
            "frames": [],
        }
