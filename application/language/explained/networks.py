"""Who was in a core group, in sentences."""

from collections.abc import Callable, Mapping
from typing import Any

from application.language.events import SOMEBODY
from application.language.formatting import Facts, capitalized
from application.language.words import Language, Words
from application.queries.networks import CoreGroupSeat
from domain.kernel.acts import Role
from domain.kernel.days import day_of

SEAT = Words(
    "{who} zat op {on} in de kerngroep. Dat was zo sinds {since}.",
    "{who} was in the core group on {on}. That was so since {since}.",
)
CHAIR = Words("Dit lid was de voorzitter.", "This member was the chair.")


def _seat(of: CoreGroupSeat, language: Language) -> str:
    who = of.name or SOMEBODY[Role.MEMBER].in_language(language)
    facts = Facts({"who": who, "on": of.on, "since": day_of(of.since)}, language)
    said = [SEAT, CHAIR] if of.chair else [SEAT]
    return " ".join(capitalized(words.in_language(language).format_map(facts)) for words in said)


SENTENCES: Mapping[type, Callable[[Any, Language], str]] = {CoreGroupSeat: _seat}
