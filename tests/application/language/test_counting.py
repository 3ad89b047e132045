"""Numbers in sentences: none, one, two, many, and a number that is not there or not shown as one."""

import pytest

from application.language.counting import of_many
from application.language.errors import error_sentence
from application.language.formatting import Facts
from application.language.words import Language


@pytest.mark.parametrize(
    ("value", "dutch", "english"),
    [
        (0, "geen leden", "no members"),
        (1, "één lid", "one member"),
        (2, "twee leden", "two members"),
        (12, "twaalf leden", "twelve members"),
        (13, "13 leden", "13 members"),
        (1_643, "1.643 leden", "1,643 members"),
        (0.5, "0,5 leden", "0.5 members"),
        (None, "geen leden", "no members"),
        ("50-99", "50-99 leden", "50-99 members"),
    ],
)
def test_a_number_is_told_with_what_it_counts(value: object, dutch: str, english: str):
    assert "{has:lid|leden}".format_map(Facts({"has": value}, Language.NL)) == dutch
    assert "{has:member|members}".format_map(Facts({"has": value}, Language.EN)) == english


def test_a_number_that_is_not_there_is_unknown():
    assert "{has:lid|leden}".format_map(Facts({}, Language.NL)) == "een onbekend aantal leden"
    assert "{has:member|members}".format_map(Facts({}, Language.EN)) == "an unknown number of members"


@pytest.mark.parametrize(
    ("has", "told"),
    [
        (0, "De oprichting heeft nog geen steun. Minstens vijf leden zijn nodig."),
        (1, "De oprichting heeft steun van één lid. Minstens vijf leden zijn nodig."),
        (2, "De oprichting heeft steun van twee leden. Minstens vijf leden zijn nodig."),
    ],
)
def test_none_has_words_of_its_own_where_a_sentence_has_them(has: int, told: str):
    assert error_sentence("too-few-supporters", {"has": has, "needs": 5}, Language.NL).text == told


def test_a_month_a_half_year_a_year_and_rules_are_told_in_words():
    facts = Facts({"month": "2023-09", "half_year": "2023-H1", "year": 2030, "rules_version": "2022-06-28"}, Language.NL)
    assert facts["month"] == "september 2023"
    assert facts["half_year"] == "eerste halfjaar van 2023"
    assert facts["year"] == "2030"
    assert facts["rules_version"] == "de spelregels van 28 juni 2022"
    assert Facts({"rules_version": "pilot-rule-page"}, Language.EN)["rules_version"] == "the rules for the pilot"
    assert Facts({"rules_version": "eigen"}, Language.NL)["rules_version"] == "de spelregels “eigen”"


def test_a_sentence_begins_with_a_capital_also_where_a_name_is_hidden():
    told = error_sentence("another-body-decides", {"body": "x"}, Language.EN)
    assert told.text[0].isupper()
    assert told.next[0].isupper()


def test_in_a_list_of_sentences_a_number_is_told_as_of_many():
    assert of_many("Het plan heeft {words:woord|woorden}, en {n} over.") == "Het plan heeft {words} woorden, en {n} over."
    assert of_many("Er is {has:nog geen steun|steun van # lid|steun van # leden}.") == "Er is steun van {has} leden."
