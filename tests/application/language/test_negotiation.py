"""In which language somebody is answered."""

import pytest

from application.language.negotiation import preferred
from application.language.words import Language


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("", Language.NL),
        ("en", Language.EN),
        ("EN-us", Language.EN),
        (" en ; q=0.4", Language.EN),
        ("en-GB, nl;q=0.5", Language.EN),
        ("nl;q=0.9, en;q=0.1", Language.NL),
        ("en;q=0.1, nl;q=0.9", Language.NL),
        ("de, en;q=0.1", Language.EN),
        ("nl, en", Language.NL),
        ("en, nl", Language.EN),
    ],
)
def test_the_language_with_the_highest_weight_is_given_and_of_two_equal_ones_the_first(wanted: str, given: Language):
    assert preferred(wanted) is given


@pytest.mark.parametrize("wanted", ["fr", "*", "en;q=0", "en;q=x", ",;q=,", "english"])
def test_who_names_no_language_that_we_have_is_answered_in_dutch(wanted: str):
    assert preferred(wanted) is Language.NL
