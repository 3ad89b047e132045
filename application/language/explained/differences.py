"""Rules and from when they hold, and what two versions say differently, in sentences."""

from collections.abc import Callable, Mapping
from typing import Any

from application.language.formatting import Facts, capitalized, format_value
from application.language.rules import RULES
from application.language.words import Language, Words
from application.queries.auditing.differences import VersionDifference
from application.queries.auditing.record import RulesEntry

IN_FORCE = Words(
    "Voor een {network_type} gelden vanaf {valid_from} {rules_version}. Bron: {origin}.",
    "For a {network_type}, {rules_version} hold from {valid_from}. Source: {origin}.",
)
DIFFERS = Words("{part}. Eerst: {before}. Daarna: {after}.", "{part}. Before: {before}. After: {after}.")
OF_TYPE = Words("Voor een {network_type}.", "For a {network_type}.")
PARTS: Mapping[str, Words] = {
    "name": Words("Naam van het netwerk", "Name of the network"),
    "network_type": Words("Soort netwerk", "Kind of network"),
    "purpose": Words("Doel", "Purpose"),
    "organisation": Words("Organisatie", "Organisation"),
    "duration_months": Words("Looptijd in maanden", "Duration in months"),
    "intended_cooperation": Words("Samenwerking", "Cooperation"),
    "year_plan": Words("Jaarplan", "Plan for the year"),
    "budget": Words("Begroting", "Budget"),
    "distinctiveness": Words("Verschil met andere netwerken", "Difference from other networks"),
    "sensitive": Words("Extra bescherming", "Extra protection"),
}
"""The parts of a founding plan."""


def _rules(of: RulesEntry, language: Language) -> str:
    facts: dict[str, object] = {name: getattr(of, name) for name in ("network_type", "valid_from", "rules_version")}
    told = Facts(facts | {"origin": of.origin.rstrip(".")}, language)
    return capitalized(IN_FORCE.in_language(language).format_map(told))


def _difference(of: VersionDifference, language: Language) -> str:
    part = (PARTS.get(of.part) or RULES[of.part]).in_language(language).rstrip("?")
    told = {"part": part, "before": _told(of.was, language), "after": _told(of.becomes, language)}
    said = DIFFERS.in_language(language).format(**told)
    if of.network_type is None:
        return said
    return f"{OF_TYPE.in_language(language).format_map(Facts({'network_type': of.network_type}, language))} {said}"


def _told(value: object, language: Language) -> str:
    return format_value(value, language).rstrip(".")


SENTENCES: Mapping[type, Callable[[Any, Language], str]] = {RulesEntry: _rules, VersionDifference: _difference}
