"""docs/figures.md is the specification: every figure has its paragraph there, and no paragraph is left over."""

import re
from pathlib import Path

from application.evaluation.figures import About, FigureName, Topic
from application.evaluation.statistics import PARTS_OF_THE_COUNTRY
from application.language.evaluation.first_page import QUESTIONS
from application.language.evaluation.words import COLUMNS, NOTES, PARTS, PLACES, TITLES, VERDICTS
from application.language.words import Language
from application.queries.evaluating.evaluation import Note, Verdict

PAGE = (Path(__file__).parents[2] / "docs" / "figures.md").read_text(encoding="utf-8")
TOGETHER, EACH = PAGE.split("## Of all networks and plans together")[1].split("## Of each network")


def paragraphs(part: str) -> list[str]:
    return re.findall(r"^### `([a-z0-9-]+)`$", part, re.MULTILINE)


def test_every_figure_has_its_paragraph_in_its_place():
    assert set(paragraphs(TOGETHER)) == {figure for figure in FigureName if figure.about is About.ALL_TOGETHER}
    assert set(paragraphs(EACH)) == {figure for figure in FigureName if figure.about is About.NETWORK}
    assert len(paragraphs(PAGE)) == len(FigureName) > 15


def test_no_paragraph_is_empty():
    for paragraph in re.split(r"^### .+$", PAGE, flags=re.MULTILINE)[1:]:
        assert len(paragraph.split("\n## ")[0].split()) > 3


def test_every_note_is_explained():
    assert {note for note in Note if f"`{note}`" not in PAGE} == set()


def test_every_figure_verdict_and_note_has_words():
    assert set(TITLES) == set(FigureName)
    assert set(VERDICTS) == set(Verdict)
    assert set(NOTES) == set(Note)
    assert {figure.topic for figure in FigureName} == set(Topic)
    assert list(QUESTIONS) == list(Topic)


def test_what_is_said_in_dutch_is_said_in_english():
    assert all(question.in_language(language).strip() for question, _ in QUESTIONS.values() for language in Language)
    for table in (TITLES, VERDICTS, NOTES, COLUMNS, PARTS, PLACES):
        assert all(words.in_language(language).strip() for words in table.values() for language in Language)


def test_every_place_that_can_be_missed_has_a_name():
    assert set(PLACES) == set(PARTS_OF_THE_COUNTRY) | {place for places in PARTS_OF_THE_COUNTRY.values() for place in places}
