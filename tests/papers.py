"""What tests of papers need: whether one can be made here, and reading it back as another program."""

import io
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pypdf
import pytest

HEADINGS = tuple(f"/H{level}" for level in range(1, 7))


def need_pango() -> None:
    """Skip a test where no paper can be made, and say so; fail where it must run."""
    try:
        import weasyprint  # noqa: F401, PLC0415  # it loads Pango
    except OSError:
        if os.environ.get("NETWERKPARTIJ_TEST_PANGO") == "needed":
            pytest.fail("no Pango here, and these tests must run")
        pytest.skip("no Pango: install it with the package manager of this machine (Debian: libpangoft2-1.0-0)")


@dataclass(frozen=True)
class ReadPaper:
    """A PDF as a reader has it."""

    content: bytes

    @cached_property
    def file(self) -> pypdf.PdfReader:
        """The file as pypdf reads it."""
        return pypdf.PdfReader(io.BytesIO(self.content))

    @cached_property
    def root(self) -> Any:
        """What the whole file says of itself."""
        return self.file.trailer["/Root"].get_object()

    @property
    def text(self) -> str:
        """What can be copied out of it, in one line."""
        return " ".join(" ".join(page.extract_text() for page in self.file.pages).split())

    @property
    def says_it_is_accessible(self) -> bool:
        """Whether it is tagged, shows its title, and claims PDF/UA-1."""
        metadata = self.root["/Metadata"].get_object().get_data()
        is_tagged = self.root["/MarkInfo"]["/Marked"] is True or self.root["/MarkInfo"]["/Marked"].value is True
        return is_tagged and bool(self.root["/ViewerPreferences"]["/DisplayDocTitle"]) and b"pdfuaid:part" in metadata

    @cached_property
    def tags(self) -> list[tuple[str, str | None]]:
        """Every element in its order: what it is, and what is said instead of it."""
        return list(_elements(self.root["/StructTreeRoot"]["/K"]))

    @property
    def headings(self) -> list[int]:
        """The levels of its headings."""
        return [HEADINGS.index(tag) + 1 for tag, _ in self.tags if tag in HEADINGS]


def _elements(found: Any) -> Iterator[tuple[str, str | None]]:
    of = found.get_object() if hasattr(found, "get_object") else found
    if isinstance(of, list):
        for each in of:
            yield from _elements(each)
    elif isinstance(of, dict):
        if "/S" in of:
            yield str(of["/S"]), str(of["/Alt"]) if "/Alt" in of else None
        if "/K" in of:
            yield from _elements(of["/K"])
