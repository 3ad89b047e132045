"""An evaluation is kept to the letter; core groups react, others add to it, the board decides on it, and all can read it."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from domain.kernel.entries import Mistake
from domain.kernel.errors import CorrectionImpossible, EntryNotCorrectable, RecordedTooLate
from domain.pilot.frozen_evaluation import (
    AnotherEvaluationSeen,
    EvaluationNotYet,
    EvaluationPublishedAlready,
    EvaluationTellsTooMuch,
    EvaluationWithdrawn,
    FrozenEvaluation,
    NetworkFuture,
    NetworkNotEvaluated,
    ReactionsStillPossible,
    ReactionTimeOver,
    ReactionTooLong,
)
from tests.domain.acting import given, recorded
from tests.domain.examples import FROZEN, GOES_ON, NETWORK, OUTSIDE_RESULT, an_act, an_id, noon
from tests.domain.histories import (
    a_frozen_evaluation,
    a_frozen_evaluation_of_long_ago,
    a_published_evaluation,
    an_evaluation_with_reactions,
)

REACTION: dict[str, Any] = {"network": NETWORK, "reaction": "Wij herkennen dit."}
NOBODY_HIDDEN: frozenset[UUID] = frozenset()


def a_struck_evaluation() -> FrozenEvaluation:
    evaluation = a_frozen_evaluation_of_long_ago()
    evaluation.withdraw_entry(an_act(noon(8, 3)), of=evaluation.last_event, mistake=Mistake.ENTERED_TWICE)
    return evaluation


def test_an_evaluation_is_frozen_and_core_groups_have_fourteen_days_to_react():
    given().when(FrozenEvaluation.freeze, **FROZEN).then(
        recorded(FrozenEvaluation.EvaluationFrozen, **FROZEN, reactions_until=date(2023, 9, 15))
    )


def test_a_day_to_come_is_not_frozen():
    given().when(FrozenEvaluation.freeze, **FROZEN | {"day": date(2023, 9, 2)}).refused(EvaluationNotYet, day=date(2023, 9, 2))


def test_each_day_of_each_pilot_has_its_own_and_one_that_was_struck_or_published_is_followed_by_another():
    one = a_frozen_evaluation()
    others = [
        FrozenEvaluation.freeze(an_act(), **FROZEN | differs)
        for differs in ({"pilot": None}, {"day": date(2023, 7, 31)}, {"attempt": 2})
    ]
    assert len({one.id, *(each.id for each in others)}) == 4
    assert one.id == FrozenEvaluation.freeze(an_act(), **FROZEN | {"digest": "e" * 64}).id


def test_a_core_group_reacts_and_reacts_again():
    given(a_frozen_evaluation()).when(FrozenEvaluation.react, **REACTION).then(
        recorded(FrozenEvaluation.ReactionGiven, **REACTION)
    )
    given(an_evaluation_with_reactions()).when(FrozenEvaluation.react, **REACTION).then(
        recorded(FrozenEvaluation.ReactionGiven, **REACTION)
    )


@pytest.mark.parametrize(("on", "is_in_time"), [(noon(8, 16), True), (noon(8, 17), False)])
def test_a_reaction_is_given_within_fourteen_days_also_when_it_is_typed_later(on, is_in_time):
    asked = given(a_frozen_evaluation_of_long_ago()).when(FrozenEvaluation.react, act=an_act(on), **REACTION)
    if is_in_time:
        asked.then(recorded(FrozenEvaluation.ReactionGiven, **REACTION))
    else:
        asked.refused(ReactionTimeOver, until=date(2023, 8, 16))


def test_a_reaction_follows_the_freezing_and_what_the_group_said_before():
    given(a_frozen_evaluation()).when(FrozenEvaluation.react, act=an_act(noon(8, 24)), **REACTION).refused(
        RecordedTooLate, at=noon(8, 24)
    )
    given(an_evaluation_with_reactions()).when(FrozenEvaluation.react, act=an_act(noon(8, 25)), **REACTION).refused(
        RecordedTooLate, at=noon(8, 25)
    )


@pytest.mark.parametrize(("words", "is_short"), [(200, True), (201, False)])
def test_a_reaction_has_two_hundred_words_at_most(words, is_short):
    reaction = {"network": NETWORK, "reaction": "ja " * (words - 1) + "ja"}
    asked = given(a_frozen_evaluation()).when(FrozenEvaluation.react, **reaction)
    if is_short:
        asked.then(recorded(FrozenEvaluation.ReactionGiven, **reaction))
    else:
        asked.refused(ReactionTooLong, count=201, most=200)


@pytest.mark.parametrize(
    ("decision", "said"),
    [(FrozenEvaluation.react, {"reaction": "Wij herkennen dit."}), (FrozenEvaluation.decide_future, GOES_ON)],
)
def test_only_the_networks_in_it_are_reacted_to_and_decided_on(decision, said):
    given(a_frozen_evaluation()).when(decision, network=an_id("third"), **said).refused(
        NetworkNotEvaluated, network=an_id("third")
    )


def test_the_researcher_says_what_stands_out_and_results_of_others_stand_beside_it():
    observed = {"observation": "Vijf netwerken zijn er weinig."}
    given(a_frozen_evaluation()).when(FrozenEvaluation.observe, **observed).then(
        recorded(FrozenEvaluation.ObservationAdded, **observed)
    )
    given(a_frozen_evaluation()).when(FrozenEvaluation.add_outside_result, **OUTSIDE_RESULT).then(
        recorded(FrozenEvaluation.OutsideResultAdded, **OUTSIDE_RESULT)
    )
    to_come = OUTSIDE_RESULT | {"result_day": date(2023, 9, 2)}
    given(a_frozen_evaluation()).when(FrozenEvaluation.add_outside_result, **to_come).refused(
        EvaluationNotYet, day=date(2023, 9, 2)
    )


@pytest.mark.parametrize("future", NetworkFuture)
def test_the_board_decides_on_a_network_naming_what_it_saw_also_once_it_is_published(future):
    decided = {"network": NETWORK, **GOES_ON, "future": future}
    for evaluation in (a_frozen_evaluation(), an_evaluation_with_reactions(), a_published_evaluation()):
        given(evaluation).when(FrozenEvaluation.decide_future, **decided).then(
            recorded(FrozenEvaluation.NetworkFutureDecided, **decided)
        )


def test_the_board_does_not_decide_on_another_evaluation_than_it_saw():
    seen = GOES_ON | {"digest": "e" * 64}
    given(a_frozen_evaluation()).when(FrozenEvaluation.decide_future, network=NETWORK, **seen).refused(AnotherEvaluationSeen)


@pytest.mark.parametrize(("on", "may"), [(noon(8, 16), False), (noon(8, 17), True)])
def test_it_is_published_once_the_fourteen_days_are_over(on, may):
    asked = given(a_frozen_evaluation_of_long_ago()).when(FrozenEvaluation.publish, act=an_act(on), sensitive=NOBODY_HIDDEN)
    if may:
        asked.then(recorded(FrozenEvaluation.EvaluationPublished))
    else:
        asked.refused(ReactionsStillPossible, until=date(2023, 8, 16))


def test_numbers_of_a_network_that_got_extra_protection_since_are_not_published():
    both = frozenset({NETWORK, an_id("another-network")})
    given(a_frozen_evaluation_of_long_ago()).when(FrozenEvaluation.publish, sensitive=both).refused(
        EvaluationTellsTooMuch, networks=("Netwerk Duurzaamheid en klimaat",)
    )
    given(a_frozen_evaluation_of_long_ago()).when(FrozenEvaluation.publish, sensitive=frozenset({an_id("another-network")})).then(
        recorded(FrozenEvaluation.EvaluationPublished)
    )


ADDING = [
    (FrozenEvaluation.react, REACTION),
    (FrozenEvaluation.observe, {"observation": "Het gaat goed."}),
    (FrozenEvaluation.add_outside_result, OUTSIDE_RESULT),
    (FrozenEvaluation.publish, {"sensitive": NOBODY_HIDDEN}),
]


@pytest.mark.parametrize(("decision", "said"), ADDING)
def test_nothing_is_added_to_what_was_published(decision, said):
    given(a_published_evaluation()).when(decision, act=an_act(noon(8, 20)), **said).refused(
        ReactionTimeOver if decision is FrozenEvaluation.react else EvaluationPublishedAlready
    )


@pytest.mark.parametrize(("decision", "said"), [*ADDING, (FrozenEvaluation.decide_future, {"network": NETWORK, **GOES_ON})])
def test_of_what_was_struck_nothing_is_said(decision, said):
    given(a_struck_evaluation()).when(decision, **said).refused(EvaluationWithdrawn)


def test_a_reaction_of_before_is_not_typed_once_it_is_published():
    given(a_published_evaluation()).when(FrozenEvaluation.react, act=an_act(noon(8, 3)), **REACTION).refused(
        EvaluationPublishedAlready, published_on=date(2023, 8, 20)
    )


def test_what_was_said_is_struck_and_the_freezing_as_long_as_nobody_could_read_it():
    said = an_evaluation_with_reactions()
    for number in range(1, 6):
        entry = {"of": f"{said.id}:{number}", "mistake": Mistake.WRONG_WORDS}
        given(an_evaluation_with_reactions()).when(FrozenEvaluation.withdraw_entry, **entry).then(
            recorded(FrozenEvaluation.EntryWithdrawn, **entry)
        )
    given(a_published_evaluation()).when(FrozenEvaluation.withdraw_entry, of=f"{said.id}:1", mistake=Mistake.WRONG_WORDS).refused(
        EvaluationPublishedAlready, published_on=date(2023, 8, 20)
    )


def test_who_struck_a_reaction_may_react_as_of_an_earlier_day():
    evaluation = an_evaluation_with_reactions()
    evaluation.withdraw_entry(an_act(), of=f"{evaluation.id}:2", mistake=Mistake.WRONG_WORDS)
    given(evaluation).when(FrozenEvaluation.react, act=an_act(noon(8, 25)), **REACTION).then(
        recorded(FrozenEvaluation.ReactionGiven, **REACTION)
    )


@pytest.mark.parametrize(
    ("entry", "at", "refusal"),
    [
        (2, noon(8, 25), None),
        (2, noon(8, 24), CorrectionImpossible),
        (2, noon(9, 9), ReactionTimeOver),
        (3, noon(8, 30), None),
        (3, noon(8, 24), CorrectionImpossible),
        (5, noon(8, 26), None),
        (1, noon(8, 25), EntryNotCorrectable),
    ],
)
def test_what_was_said_is_corrected_to_a_day_on_which_it_could_be_said(entry, at, refusal):
    said = an_evaluation_with_reactions()
    corrected = {"of": f"{said.id}:{entry}", "at": at, "mistake": Mistake.WRONG_DAY}
    asked = given(said).when(FrozenEvaluation.correct_entry, **corrected)
    if refusal is None:
        asked.then(recorded(FrozenEvaluation.EntryCorrected, **corrected))
    else:
        asked.refused(refusal)


def test_two_reactions_of_a_group_do_not_change_places_and_none_comes_after_the_publishing():
    evaluation = an_evaluation_with_reactions()
    evaluation.react(an_act(noon(8, 30)), **REACTION)
    first, second = f"{evaluation.id}:2", f"{evaluation.id}:6"
    evaluation.publish(an_act(noon(9, 9)), sensitive=NOBODY_HIDDEN)
    for of, at in ((first, noon(8, 31)), (second, noon(8, 25)), (f"{evaluation.id}:3", noon(9, 10))):
        with pytest.raises(CorrectionImpossible):
            evaluation.correct_entry(an_act(noon(9, 20)), of=of, at=at, mistake=Mistake.WRONG_DAY)
