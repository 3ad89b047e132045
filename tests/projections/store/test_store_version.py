"""What rows follow from makes the version of the read store, so that no release reads rows that another one would not write."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from projections.projectors import catch_up
from projections.store import read_store
from projections.store.read_store import DECIDES_ROWS, modules_at, store_version

PROGRAM = Path(read_store.__file__).parents[2]
BEGIN = Path(catch_up.__file__)


def module_file(name: str) -> Path | None:
    """The file of a module of the program, None for a library's."""
    place = PROGRAM.joinpath(*name.split("."))
    found = [file for file in (place.with_suffix(".py"), place / "__init__.py") if file.exists()]
    return found[0] if found else None


def imported_by(file: Path) -> Iterator[Path]:
    for node in ast.walk(ast.parse(file.read_text())):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        yield from (found for name in names if (found := module_file(name)) is not None)


def closure_of(file: Path) -> set[Path]:
    """Every file of the program that a module imports, or that one of those does."""
    known, new = {file}, {file}
    while new:
        new = {found for each in new for found in imported_by(each)} - known
        known |= new
    return known


def test_every_module_that_catching_up_imports_is_in_the_version():
    hashed = {file for place in DECIDES_ROWS for file in modules_at(PROGRAM / place)}
    closure = closure_of(BEGIN)
    assert {"domain", "projections"} <= {file.relative_to(PROGRAM).parts[0] for file in closure}
    assert closure - hashed == set()


@pytest.fixture
def _computed_anew() -> Iterator[None]:
    store_version.cache_clear()
    yield
    store_version.cache_clear()


@pytest.mark.usefixtures("_computed_anew")
@pytest.mark.parametrize("place", DECIDES_ROWS)
def test_another_word_in_any_of_them_is_another_version(place: str, monkeypatch: pytest.MonkeyPatch):
    before = store_version()
    changed = modules_at(PROGRAM / place)[-1]
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda file: read(file) + b"#" if file == changed else read(file))
    store_version.cache_clear()
    assert store_version() != before
