"""The log says whose it is and whether it tells an invented story."""

import pytest

from domain.kernel.log import LOG, Log, PartyBegunAlready
from tests.domain.acting import given, recorded
from tests.domain.examples import a_log, an_act, an_id


@pytest.mark.parametrize("demo", [True, False])
def test_a_log_is_begun(demo):
    given().when(Log.open, log=an_id("log"), demo=demo).then(recorded(Log.LogOpened, log=an_id("log"), demo=demo))


def test_a_store_holds_one_log_whatever_it_is_called():
    assert {Log.open(an_act(), log=an_id(name), demo=False).id for name in ("one", "two")} == {LOG}


def test_a_demo_log_says_so():
    opened = Log.open(an_act(), log=an_id("log"), demo=True)
    assert (opened.log, opened.demo) == (an_id("log"), True)


def test_a_party_takes_the_log_into_use_once():
    given(a_log()).when(Log.begin, party="Voorbeeldpartij").then(recorded(Log.PartyBegan, party="Voorbeeldpartij"))
    in_use = a_log()
    in_use.begin(an_act(), party="Voorbeeldpartij")
    given(in_use).when(Log.begin, party="Andere partij").refused(PartyBegunAlready)
