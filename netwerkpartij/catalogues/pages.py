"""
What the code knows about itself, for people and programs to read: docs/reference/ and docs/openapi.json.

``python -m netwerkpartij.catalogues.pages`` writes it, ``--check`` compares it; a test does the same.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import cast

from api.app import create_app
from api.openapi.document import document
from api.openapi.parts import EXAMPLE_CONTACT
from application.service import Service
from netwerkpartij.catalogues.access import access
from netwerkpartij.catalogues.commands import commands
from netwerkpartij.catalogues.errors import errors
from netwerkpartij.catalogues.events import events
from netwerkpartij.catalogues.letters import letters
from netwerkpartij.catalogues.processing import register, statement
from netwerkpartij.catalogues.rules import rules
from netwerkpartij.catalogues.settings import settings
from netwerkpartij.catalogues.ways_back import ways_back

DOCS = Path(__file__).parents[2] / "docs"


def openapi() -> str:
    """Give the document of the API; it takes no service, because nothing is asked."""
    return document(create_app(cast("Service", None)), EXAMPLE_CONTACT)


PAGES: Mapping[str, Callable[[], str]] = {
    "reference/events.md": events,
    "reference/ways-back.md": ways_back,
    "reference/commands.md": commands,
    "reference/errors.md": errors,
    "reference/rules.md": rules,
    "reference/access.md": access,
    "reference/settings.md": settings,
    "reference/letters.md": letters,
    "reference/processing.md": register,
    "reference/privacyverklaring.md": statement,
    "openapi.json": openapi,
}


def main(arguments: Sequence[str]) -> int:
    """Write what the code says now, or only name what differs."""
    check = "--check" in arguments
    differing = {DOCS / name: text for name, write in PAGES.items() if (text := write()) != _stored(DOCS / name)}
    for path, text in differing.items():
        if check:
            sys.stderr.write(f"{path.relative_to(DOCS.parent)} is not what the code says: run make docs\n")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return int(check and bool(differing))


def _stored(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
