from application.language.rules import RULES
from domain.pilot.rules import NetworkRules


def test_every_rule_is_explained_in_the_order_of_the_rule_book():
    assert list(RULES) == list(NetworkRules.model_fields)
    assert all(meaning.nl and meaning.en for meaning in RULES.values())
