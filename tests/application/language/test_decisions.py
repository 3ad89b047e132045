"""Each kind of decision that the register tells has words of its own."""

import projections.projectors.catch_up  # noqa: F401  # registers what adds to the register
from application.language.decisions import DECISIONS
from projections.projectors import decisions
from projections.projectors.registry import AFTERWARDS

MENDING = {decisions.decision_corrected, decisions.decision_withdrawn, decisions.network_name_corrected}
"""These change a decision that was told, and add none."""


def test_each_decision_that_comes_into_the_register_has_words():
    of_register = {each for each in vars(decisions).values() if callable(each) and each not in MENDING}
    told = {topic for topic, projectors in AFTERWARDS.items() if any(each in of_register for each in projectors)}
    assert told == set(DECISIONS)
