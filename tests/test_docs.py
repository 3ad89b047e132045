import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
PAGES = sorted([*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md")])
TOP = ("domain", "application", "projections", "infrastructure", "api", "netwerkpartij", "tests", "docs")
CODE_AND_PAGES = sorted([path for folder in TOP for path in (CHECKOUT / folder).rglob("*.py")] + PAGES)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def name(path: Path) -> str:
    return str(path.relative_to(CHECKOUT))


def links(page: Path) -> list[str]:
    return [link for link in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))) if not re.match(r"[a-z]+:", link)]


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_there_is_something_to_read():
    assert len(PAGES) > 20


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_within_the_project_leads_somewhere(page):
    for link in links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{link}: no such file"
        assert target.is_relative_to(CHECKOUT), f"{link}: outside the project"
        assert not anchor or anchor in anchors(target), f"{link}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_page_has_one_title(page):
    titles = re.findall(r"^# .+$", CODE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    assert len(titles) == 1


def test_decision_records_are_numbered_once():
    numbers = [path.name[:4] for path in sorted((CHECKOUT / "docs" / "decisions").glob("*.md"))]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


@pytest.mark.parametrize("path", sorted((CHECKOUT / "docs" / "decisions").glob("*.md")), ids=name)
def test_decision_records_say_when_they_were_decided(path):
    assert re.match(r"# \d{4} .+\n\n\w+ \d{4}, decided\.\n", path.read_text(encoding="utf-8"))


NAMED_FILE = re.compile(rf"(?<![\w/.])(?:{'|'.join(TOP)})/[\w/.-]*[\w/](?![\w+])")
NAMED_RECORD = re.compile(r"(?:docs/decisions/|ADR-)(\d{4})")
NOT_HERE = re.compile(r"\b(?:DESIGN|DOMAIN|STYLE|STACK|PORTAL|HOUSE|RELIABILITY|LANGUAGE|CONTRACT)(?:\.md\b| \d)")
"""Papers that were there before the program and are no part of it: nobody who reads the code can open them."""
EXAMPLES = {"docs/how-to/add-an-event.md": ("domain/networks/minutes_errors.py",)}
"""What a page tells somebody to make."""


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_files_that_a_page_names_are_there(page):
    text = page.read_text(encoding="utf-8")
    for named in (found for code in re.findall(r"`([^`\n]+)`", text) for found in NAMED_FILE.findall(code)):
        assert [*CHECKOUT.glob(named)] or named in EXAMPLES.get(name(page), ()), named


def test_what_code_and_pages_point_to_is_in_the_repository():
    records = {path.name[:4] for path in (CHECKOUT / "docs" / "decisions").glob("*.md")}
    for path in CODE_AND_PAGES:
        text = path.read_text(encoding="utf-8")
        assert NOT_HERE.findall(text) == [], name(path)
        assert set(NAMED_RECORD.findall(text)) <= records, name(path)
        if path.suffix == ".py":
            for pointed in re.findall(r"docs/[\w/.-]+\.md", text):
                assert (CHECKOUT / pointed).is_file(), f"{name(path)}: {pointed}"
