"""Lines of the log: on standard error, for people or as JSON; never with what somebody typed, a name or a token."""

import logging
import sys
from collections.abc import MutableMapping
from enum import StrEnum
from typing import Any, Final

import structlog

from api.errors.problems import frames_of


class LogFormat(StrEnum):
    """How a line of the log looks."""

    TEXT = "text"
    JSON = "json"


Line = MutableMapping[str, Any]


def without_values(_logger: object, _method: str, line: Line) -> Line:
    """Tell of an exception what it is and where it came from; its words, and the values around it, can be somebody's."""
    error = line.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        line.update(kind=type(error).__name__, frames=frames_of(error))
    return line


BEFORE: Final = (
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    without_values,
)


def log_to_standard_error(form: LogFormat = LogFormat.TEXT) -> None:
    """Keep what the program says of itself off standard output, where answers are."""
    structlog.configure(processors=[*BEFORE, _rendered(form)], logger_factory=lambda *_: structlog.PrintLogger(sys.stderr))


def log_libraries_too(form: LogFormat) -> None:
    """Let what libraries say look as what the program says of itself."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=BEFORE, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, _rendered(form)]
        )
    )
    logging.basicConfig(handlers=[handler], force=True)


def _rendered(form: LogFormat) -> structlog.typing.Processor:
    return structlog.dev.ConsoleRenderer() if form is LogFormat.TEXT else structlog.processors.JSONRenderer(ensure_ascii=False)
