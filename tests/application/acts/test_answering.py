"""What needs somebody says what it is about and which commands answer it, and each of them may be given by who reads it."""

import pytest

from application.access.table import COMMANDS
from application.acts.answering import ANSWERED_BY
from application.queries.attention import ABOUT, AttentionKind, AttentionList, ItemKind
from projections.attention.finders import FINDERS
from tests.application.party import Party

FIELDS = {
    ItemKind.PLAN: {"plan"},
    ItemKind.NETWORK: {"network"},
    ItemKind.ADVICE_REQUEST: {"advice_request"},
    ItemKind.PILOT: {"pilot"},
    ItemKind.GROUP: {"group"},
    ItemKind.CONVERSATION: {"conversation"},
    ItemKind.LESSONS: {"lessons"},
    ItemKind.FROZEN_EVALUATION: {"frozen_evaluation"},
    ItemKind.PERSON: {"person"},
    ItemKind.MEMBER_CLAIM: {"person"},
    ItemKind.PRIVACY_REQUEST: {"privacy_request"},
    ItemKind.REFERENCE_LIFTING: {"reference_lifting"},
    ItemKind.RECORD_LIFTING: {"record_lifting"},
}
IN_THE_REGISTER = {AttentionKind.REGISTER_DIFFERS}
"""What is put right where the register is kept, and not here."""
BEGINS_ANEW = {AttentionKind.ADVICE_NOT_CLARIFIED}
"""What lapsed is asked again, and nothing is done with it."""


def test_every_kind_says_what_it_is_about_and_what_answers_it():
    assert set(AttentionKind) == ABOUT.keys() == ANSWERED_BY.keys()
    assert {kind for kind, commands in ANSWERED_BY.items() if not commands} == IN_THE_REGISTER


@pytest.mark.parametrize("kind", sorted(AttentionKind))
def test_what_answers_an_item_is_given_on_that_item(kind: AttentionKind):
    for command in ANSWERED_BY[kind]:
        assert kind in BEGINS_ANEW or FIELDS[ABOUT[kind]] & command.model_fields.keys(), command.__name__


@pytest.mark.parametrize("kind", sorted(FINDERS))
def test_somebody_on_whose_list_it_is_may_give_what_answers_it(kind: AttentionKind):
    roles, _ = FINDERS[kind]
    assert any(role in COMMANDS[command] for role in roles for command in ANSWERED_BY[kind])


def test_a_list_names_the_commands_that_its_reader_may_give_and_no_others(party: Party):
    plan = party.submitted()
    (to_check,) = [each for each in party.ask(AttentionList(), party.bureau).items if each.item == plan]
    (to_decide,) = [each for each in party.ask(AttentionList(), party.board).items if each.item == plan]
    assert (to_check.about, to_check.answered_by) == (ItemKind.PLAN, ("FindPlanComplete", "ReturnPlan"))
    assert (to_decide.about, to_decide.answered_by) == (ItemKind.PLAN, ("ApprovePlan", "RejectPlan", "DeferPlan", "AskQuestion"))
