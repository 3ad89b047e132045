"""Attacks on the names of networks: what is taken for another name is that name, and what nobody sees is refused."""

from collections.abc import Callable

import pytest

from domain.kernel.characters import HiddenCharacterInName
from domain.kernel.entries import Mistake
from domain.kernel.errors import DomainError
from domain.networks.name import network_name_id
from domain.networks.network import Network
from domain.networks.spelling import (
    ForeignLetterInName,
    MixedScriptsInName,
    NameLooksLatin,
    in_one_form,
    looks_of,
    must_be_plain,
)
from domain.pilot.rules import NetworkType
from domain.plans.content import PlanOrigin
from domain.plans.founding_plan import FoundingPlan
from tests.domain.acting import given
from tests.domain.examples import AGREEMENTS, BEGIN, NETWORK, PLAN, board, content, rules_of_2022
from tests.domain.histories import a_draft, a_network, a_submitted_plan

NAME = "Netwerk Onderwijs"

THE_SAME = [
    "netwerk onderwijs",
    "NETWERK ONDERWIJS",
    "Netwerk  Onderwijs ",
    "Netwerk\u00a0Onderwijs",
    "Netwerk\u2003Onderwijs",
    "Netwerk\nOnderwijs",
    "\uff2eetwerk Onderwijs",  # full width
    "Netwerk Onderw\u0133s",  # ij as one letter
    "\U0001d40detwerk Onderwijs",  # mathematical bold
    "\u24c3etwerk Onderwijs",  # in a circle
    "Netwerk \u1d3cnderwijs",  # raised
    "Netwerk 0nderwijs",
    "Netwerk Onderwljs",
    "Netwerk Onderw1js",
    "Netwerk Onderw|js",
    "Netwerk Onderw\u0131js",  # no dot on the i
    "Netvverk Onderwijs",
    "Netwerk Onderwijs\u0301",  # an accent
    "Netwerk \u00d3nderwijs",
    "Netwerk Onderwij\u1e63",
    "Netwerk \u00d8nderwijs",  # a stroke
]
"""What somebody who glances at it takes for the name."""

REFUSED: list[tuple[str, type[DomainError], str]] = [
    *(
        (f"Netwerk{character} Onderwijs", HiddenCharacterInName, f"U+{ord(character):04X}")
        for character in (
            "\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\u2061\u2063"  # of no width
            "\u200e\u200f\u061c\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069"  # of direction
            "\u0000\u0007\u001b\u007f\u009b\ufe0f\U000e0041\U000e0101\ue000\u0378\u2800"  # of no sight at all
        )
    ),
    ("Netwerk\nOnderwijs", HiddenCharacterInName, "U+000A"),
    ("Netwerk\u2028Onderwijs", HiddenCharacterInName, "U+2028"),
    ("Netwerk\u3164Onderwijs", HiddenCharacterInName, "U+1160"),
    ("Netwerk \u041enderwijs", MixedScriptsInName, "U+041E"),
    ("Netw\u0435rk Onderwijs", MixedScriptsInName, "U+0435"),
    ("Netwerk Onderwij\u0455", MixedScriptsInName, "U+0455"),
    ("\u039detwerk Onderwijs", MixedScriptsInName, "U+039D"),
    ("Netwerk \u03bfnderwijs", MixedScriptsInName, "U+03BF"),
    ("Netwerk \u0421\u03bf", MixedScriptsInName, "U+03BF"),
    ("\u0421\u041e\u0421", NameLooksLatin, "U+0421"),
    ("\u039d\u0391\u03a4\u039f", NameLooksLatin, "U+039D"),
    ("Netwerk \u0441", NameLooksLatin, "U+0441"),
    ("Netwerk \u0555nderwijs", ForeignLetterInName, "U+0555"),  # Armenian
    ("Netwerk \u13a0", ForeignLetterInName, "U+13A0"),  # Cherokee
    ("Netwerk \u05e1", ForeignLetterInName, "U+05E1"),  # Hebrew
    ("Netwerk \u0661", ForeignLetterInName, "U+0661"),  # an Arabic digit
    ("Netwerk \u4e2d", ForeignLetterInName, "U+4E2D"),
]

ALLOWED = [
    NAME,
    "Netwerk LHBTIQ+",
    "Caf\u00e9 \u2019t Hoekje & co. (2023)",
    "Netwerk Zo\u00eb",
    "\u0395\u03bb\u03bb\u03ac\u03b4\u03b1 in Nederland",
    "\u041c\u0438\u0440",
    "50+ en 65-plus",
    "\u201eOp bezoek\u201d",
]


@pytest.mark.parametrize("other", THE_SAME)
def test_names_that_look_the_same_are_the_same_name(other: str):
    assert network_name_id(other) == network_name_id(NAME)


@pytest.mark.parametrize("name", THE_SAME)
def test_the_form_in_which_a_name_is_kept_is_the_same_name_and_stays_as_it_is(name: str):
    kept = in_one_form(name)
    assert (looks_of(kept), in_one_form(kept)) == (looks_of(name), kept)


def test_names_that_are_read_otherwise_are_other_names():
    others = [*ALLOWED, "Netwerk Onderwijs en zorg", "Onderwijs", "Netwerk-Onderwijs", "Netwerk Onderwijs 2", "Netwerk 2"]
    assert len(set(map(network_name_id, others))) == len(others)


@pytest.mark.parametrize("name", ALLOWED)
def test_an_ordinary_name_is_allowed(name: str):
    must_be_plain(in_one_form(name))


@pytest.mark.parametrize(("name", "refusal", "character"), REFUSED)
def test_what_is_not_seen_in_a_name_is_refused_and_named(name: str, refusal: type[DomainError], character: str):
    with pytest.raises(refusal) as caught:
        must_be_plain(in_one_form(name))
    assert (type(caught.value), caught.value.facts) == (refusal, {"character": character})


WRONG, RULES = "Netwerk \u041enderwijs", rules_of_2022().rules
BRINGING_IN = {
    "network": NETWORK,
    "network_type": NetworkType.THEME,
    "label": None,
    "agreements": AGREEMENTS,
    "sensitive": False,
    "existed_since": BEGIN.date(),
    "pilot": None,
}
DRAFTING = {"plan": PLAN, "network": NETWORK, "origin": PlanOrigin.CORE_GROUP, "pilot": None}


@pytest.mark.parametrize(
    ("history", "decision", "fields"),
    [
        ((), Network.bring_in, {**BRINGING_IN, "name": WRONG}),
        ((a_network,), Network.rename, {"name": WRONG}),
        ((a_network,), Network.correct_name, {"name": WRONG, "mistake": Mistake.WRONG_WORDS}),
        ((), FoundingPlan.draft, {**DRAFTING, "content": content(name=WRONG), "rules": RULES}),
        ((a_draft,), FoundingPlan.revise, {"content": content(name=WRONG), "rules": RULES}),
        ((a_submitted_plan,), FoundingPlan.amend, {"content": content(name=WRONG), "rules": RULES}),
    ],
)
def test_no_way_leads_such_a_name_in(
    history: tuple[Callable[[], Network | FoundingPlan], ...], decision: Callable[..., object], fields: dict[str, object]
):
    given(*(begin() for begin in history)).when(decision, act=board(), **fields).refused(MixedScriptsInName, character="U+041E")
