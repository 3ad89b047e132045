"""Everything that a template says stands in both languages, and nothing that a strict policy forbids."""

import re
from pathlib import Path

import pytest

from web.page import WEB
from web.rendering import environment

TEMPLATES = sorted(WEB.rglob("*.html"))
SAID_BY_ATTRIBUTES = re.compile(r'(?:aria-label|title|alt|placeholder|content)="([^"]*)"')
NO_WORDS = frozenset({"width=device-width, initial-scale=1, viewport-fit=cover", "#0f4c5c"})
LONGEST_OF_A_PAGE = 40


def without_jinja(text: str) -> str:
    return "".join(value for _, kind, value in environment().lex(text) if kind == "data")


def test_there_are_templates():
    assert len(TEMPLATES) > 15


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(WEB)))
def test_no_text_stands_bare(path: Path):
    text = path.read_text(encoding="utf-8")
    bare = without_jinja(text)
    attributes = [each for each in SAID_BY_ATTRIBUTES.findall(bare) if each.strip() and each not in NO_WORDS]
    words = re.sub(r"<[^>]*>|&\w+;", " ", re.sub(r"<!DOCTYPE[^>]*>", " ", bare))

    assert re.findall(r"[A-Za-zÀ-ÿ]{2,}", words) == []
    assert attributes == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(WEB)))
def test_both_languages_are_said_and_differ(path: Path):
    said = re.findall(r'say\(\s*"([^"]*)",\s*"([^"]*)"\s*\)', path.read_text(encoding="utf-8"))
    same = {"Privacy", "Cookies", "Status", "Postcode"}

    assert [dutch for dutch, english in said if (dutch == english) and dutch not in same] == []
    assert [pair for pair in said if not all(pair)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(WEB)))
def test_nothing_is_styled_or_run_within_a_page(path: Path):
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"\sstyle=|<style|\son\w+=|javascript:|<script(?![^>]*src=)|\|\s*safe", text) == []


@pytest.mark.parametrize("path", [path for path in TEMPLATES if "pages" in path.parts], ids=lambda path: path.stem)
def test_the_template_of_a_page_is_short(path: Path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_OF_A_PAGE
