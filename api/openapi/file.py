"""Writes ``docs/openapi.json``: ``python -m api.openapi.file``."""

from pathlib import Path
from typing import cast

from api.app import create_app
from api.openapi.document import document
from api.openapi.parts import EXAMPLE_CONTACT
from application.service import Service

FILE = Path(__file__).parents[2] / "docs" / "openapi.json"


def written() -> str:
    """Give the document; it takes no service, because nothing is asked."""
    return document(create_app(cast("Service", None)), EXAMPLE_CONTACT)


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
