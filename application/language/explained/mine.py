"""What is one's own, in sentences."""

from collections.abc import Callable, Mapping
from typing import Any

from application.language.formatting import Facts
from application.language.words import Language, Words
from application.queries.mine import OwnMembership, OwnPart, OwnPlan, OwnRequest

MEMBER = Words("U bent sinds {since} lid van {name}.", "You have been a member of {name} since {since}.")
IN_CORE_GROUP = Words("U zit ook in de kerngroep.", "You are in its core group too.")
REQUEST = Words(
    "U vroeg op {asked_on} advies aan {name}. Zo staat het ervoor: {status}.",
    "You asked {name} for advice on {asked_on}. This is where it stands: {status}.",
)
PARTS: Mapping[OwnPart, Words] = {
    OwnPart.BEGAN: Words("U begon het plan voor {name}.", "You began the plan for {name}."),
    OwnPart.ASKED: Words("U bent gevraagd voor de kerngroep van {name}.", "You were asked for the core group of {name}."),
    OwnPart.ACCEPTED: Words("U wilt in de kerngroep van {name}.", "You agreed to be in the core group of {name}."),
}
STANDS = Words("Zo staat het plan ervoor: {status}.", "This is where the plan stands: {status}.")


def _network(of: OwnMembership, language: Language) -> str:
    first = MEMBER.in_language(language).format_map(Facts({"since": of.since, "name": of.name}, language))
    return f"{first} {IN_CORE_GROUP.in_language(language)}" if of.in_core_group else first


def _request(of: OwnRequest, language: Language) -> str:
    facts = Facts({"asked_on": of.asked_on, "name": of.name, "status": of.status}, language)
    return REQUEST.in_language(language).format_map(facts)


def _plan(of: OwnPlan, language: Language) -> str:
    facts = Facts({"name": of.name, "status": of.status}, language)
    return " ".join(words.in_language(language).format_map(facts) for words in (PARTS[of.part], STANDS))


SENTENCES: Mapping[type, Callable[[Any, Language], str]] = {OwnMembership: _network, OwnRequest: _request, OwnPlan: _plan}
