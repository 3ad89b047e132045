import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent
PAGES = sorted([*CHECKOUT.glob("README*.md"), *(CHECKOUT / "docs").rglob("*.md")])
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


@pytest.mark.parametrize(
    "path", sorted((CHECKOUT / "domain").rglob("*.py")) + sorted((CHECKOUT / "application").rglob("*.py")), ids=name
)
def test_pages_that_the_code_points_to_are_there(path):
    for pointed in re.findall(r"docs/[\w/.-]+\.md", path.read_text(encoding="utf-8")):
        assert (CHECKOUT / pointed).is_file(), pointed
