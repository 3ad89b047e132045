import subprocess
import sys

import pytest

from netwerkpartij.catalogues import pages as catalogues


@pytest.mark.parametrize("name", catalogues.PAGES)
def test_the_generated_pages_say_what_the_code_says(name):
    path = catalogues.FOLDER / name
    assert path.is_file(), "run make docs"
    assert path.read_text(encoding="utf-8") == catalogues.pages()[name], "run make docs"


def test_no_generated_page_is_left_over():
    assert {path.name for path in catalogues.FOLDER.iterdir()} == set(catalogues.PAGES), "remove what no code makes"


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    folder = tmp_path / "docs" / "reference"
    monkeypatch.setattr(catalogues, "FOLDER", folder)
    return folder


@pytest.mark.usefixtures("elsewhere")
def test_what_was_written_is_found_equal():
    assert catalogues.main([]) == 0
    assert catalogues.main(["--check"]) == 0


def test_a_page_that_differs_is_named(elsewhere, capsys):
    catalogues.main([])
    (elsewhere / "rules.md").write_text("changed by hand")
    (elsewhere / "events.md").unlink()
    assert catalogues.main(["--check"]) == 1
    assert capsys.readouterr().err == (
        "docs/reference/events.md is not what the code says: run make docs\n"
        "docs/reference/rules.md is not what the code says: run make docs\n"
    )


def test_every_cell_of_a_table_stays_in_its_column():
    for page in catalogues.pages().values():
        for table in page.split("\n\n"):
            lines = [line for line in table.splitlines() if line.startswith("|")]
            assert len({line.replace("\\|", "").count("|") for line in lines}) <= 1


def test_the_pages_can_be_compared_from_the_command_line():
    checked = subprocess.run(
        [sys.executable, "-m", "netwerkpartij.catalogues.pages", "--check"],
        cwd=catalogues.FOLDER.parent.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stderr) == (0, ""), "run make docs"
