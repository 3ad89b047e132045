"""The page of every rule, and of the rule books that come with the program."""

from application.language.formatting import format_value
from application.language.rules import RULES
from application.language.words import Language
from application.rule_books import RULE_BOOKS
from domain.pilot.rules import NetworkRules
from netwerkpartij.catalogues.fields import choices, default, type_names
from netwerkpartij.catalogues.markdown import page, table
from projections.attention.waiting import WAITING

HEAD = """
What the party can vote to change. A rule book holds for one type of network from a day on; a decision keeps the version that it
was taken under ([how to change a rule](../how-to/change-a-rule.md)).
""".strip()

NO_RULES = """
They say when the attention list tells something, and in what order. Nobody is late by them and they change no decision, so they
are fixed in the program.
""".strip()


def rules() -> str:
    names = type_names(NetworkRules)
    meanings = [
        (f"`{name}`", names[name], default(field), RULES[name].en, RULES[name].nl)
        for name, field in NetworkRules.model_fields.items()
    ]
    parts = ["# Rules", HEAD, table(("rule", "type", "default", "meaning", "betekenis"), meanings)]
    parts.append("## Rule books that come with the program")
    for name, book in ((name, book) for name, books in RULE_BOOKS.items() for book in books):
        parts += [
            f"### {book.rules_version}: {book.network_type}",
            f"In the book `{name}`. From {format_value(book.valid_from, Language.EN)}. Source: {book.origin}.",
            "What differs from the defaults:",
            table(("rule", "value"), _that_differ(book.rules)),
        ]
    waiting = [(name, str(each.time.days), each.meaning) for name, each in WAITING.items()]
    parts += ["## Waiting times that are no rules", NO_RULES, table(("of the attention list", "days", "what for"), waiting)]
    return page(*parts, *choices([NetworkRules]))


def _that_differ(chosen: NetworkRules) -> list[tuple[str, str]]:
    return [
        (f"`{name}`", format_value(getattr(chosen, name), Language.EN))
        for name, field in NetworkRules.model_fields.items()
        if field.is_required() or getattr(chosen, name) != field.default
    ]
