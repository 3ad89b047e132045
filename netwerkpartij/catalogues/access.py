"""The page of who may do and see what."""

from collections.abc import Iterable, Mapping

from application.access.table import COMMANDS, DENIED, NAMED_IN_HISTORIES, QUERIES, Row, Scope
from application.commands import all_commands
from application.language.words import Language, word
from application.queries import all_queries
from domain.kernel.acts import Role
from netwerkpartij.catalogues.markdown import page, table

HEAD = """
Who may do and see what, and how far that reaches. `-` is no access. Whoever holds more than one role uses a token per role.
""".strip()

NAMES = """
To all other roles nobody. Names are looked up in the vault while a history is shown and kept nowhere; what is sent besides the
sentence has references. Somebody whom the role may know and whose name is gone is called `(naam verwijderd)`, `(name removed)`;
anybody else by a word for their role. The histories of requests for advice and of who holds which role name nobody.
""".strip()
NO_ACCESS = "-"


def access() -> str:
    scopes = [(f"`{scope}`", word(scope, Language.EN), word(scope, Language.NL)) for scope in Scope]
    return page(
        "# Access",
        HEAD,
        table(("scope", "reaches", "reikt tot"), scopes),
        "## Commands",
        _reaches(COMMANDS, all_commands()),
        "## Questions",
        _reaches(QUERIES, all_queries()),
        "## What must not be seen",
        "\n".join(f"* {role}: {what.__name__}: {why}" for role, what, why in DENIED),
        "## Whom the sentences of a history name",
        NAMES,
        "\n".join(f"* {role}: {whom}" for role, whom in NAMED_IN_HISTORIES.items()),
    )


def _reaches(rows: Mapping[type, Row], asked: Iterable[type]) -> str:
    return table(
        ("", *(word(role, Language.EN) for role in Role)),
        [(each.__name__, *(_reach(rows.get(each, {}), role) for role in Role)) for each in asked],
    )


def _reach(row: Row, role: Role) -> str:
    return f"`{row[role]}`" if role in row else NO_ACCESS
