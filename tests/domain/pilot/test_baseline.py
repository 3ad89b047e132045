"""With whom the members of networks are compared: recorded with its source, never guessed."""

from datetime import date
from typing import Any

import pytest

from domain.kernel.entries import Mistake
from domain.kernel.errors import EntryAlreadyWithdrawn
from domain.pilot.baseline import Baseline, BaselineGroup, ShareOf, SharesIncomplete
from tests.domain.acting import given, recorded
from tests.domain.examples import BASELINE, an_act, noon
from tests.domain.histories import a_baseline, a_count

COUNTED: dict[str, Any] = {"members": 25_000, "reference_day": date(2023, 1, 1), "origin": "De ledenadministratie."}


def shares(**each: float) -> tuple[ShareOf, ...]:
    return tuple(ShareOf(value=f"NL-{name}", share=share) for name, share in each.items())


def test_the_party_records_how_its_members_are_divided_over_the_provinces():
    given().when(Baseline.record, **BASELINE).then(recorded(Baseline.RepresentationBaselineRecorded, **BASELINE))


def test_the_party_records_how_many_members_it_has():
    given().when(Baseline.count, **COUNTED).then(recorded(Baseline.PartyMembersCounted, **COUNTED))


@pytest.mark.parametrize("begun", [a_baseline, a_count])
def test_what_was_mistyped_is_mended_and_once_withdrawn_recorded_anew_of_the_same_day(begun):
    entry = {"of": begun().last_event, "mistake": Mistake.WRONG_NUMBER}
    given(begun()).when(Baseline.withdraw_entry, **entry).then(recorded(Baseline.EntryWithdrawn, **entry))
    corrected = {"of": begun().last_event, "at": noon(8, 1), "mistake": Mistake.WRONG_DAY}
    given(begun()).when(Baseline.correct_entry, **corrected).then(recorded(Baseline.EntryCorrected, **corrected))
    withdrawn = begun()
    withdrawn.withdraw_entry(an_act(), **entry)
    given(withdrawn).when(Baseline.withdraw_entry, **entry).refused(EntryAlreadyWithdrawn)
    again = Baseline.count(an_act(), **COUNTED, attempt=2)
    assert (again.reference_day, again.id == a_count().id) == (a_count().reference_day, False)


@pytest.mark.parametrize(
    ("divided", "total"),
    [(shares(GE=0.6, UT=0.3), 0.9), (shares(GE=0.6, UT=0.41), 1.01), (shares(GE=1.0), None), (shares(GE=0.602, UT=0.401), None)],
)
def test_shares_make_one_together_give_or_take_what_was_rounded(divided, total):
    asked = given().when(Baseline.record, **BASELINE | {"shares": divided})
    if total is None:
        asked.then(recorded(Baseline.RepresentationBaselineRecorded, **BASELINE | {"shares": divided}))
    else:
        asked.refused(SharesIncomplete, total=total)


def test_a_province_has_one_share():
    twice = (*shares(GE=0.5), *shares(GE=0.5))
    given().when(Baseline.record, **BASELINE | {"shares": twice}).refused(SharesIncomplete, total=1.0)


def test_a_baseline_is_known_by_whom_it_is_of_and_its_day():
    one = Baseline.record(an_act(), **BASELINE)
    assert one.id == Baseline.record(an_act(), **BASELINE | {"origin": "Iemand anders."}).id
    assert one.id != Baseline.record(an_act(), **BASELINE | {"group": BaselineGroup.VOTERS}).id
    assert one.id != Baseline.record(an_act(), **BASELINE | {"reference_day": date(2024, 1, 1)}).id
    assert one.id != Baseline.count(an_act(), **COUNTED).id
