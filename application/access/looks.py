"""Who looked at whom: every name that an answer shows and every text that it opens is kept in the vault (docs/decisions/0037)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from application.errors import LookPurposeMissing
from application.ports.vault.contexts import PersonId
from application.ports.vault.looks import Look, LookPurpose
from application.ports.vault.vault import Vault
from application.queries.base import Query
from application.queries.networks import MembersOfNetwork
from domain.kernel.acts import Reference

BULK = 100
"""As many members as a page has by itself: who asks for more at once, or for a later page, reads many people."""

Seen = tuple[Look, str, str]
"""A look, and at whom: a context with a reference there."""
MOST_REMEMBERED = 100_000


@dataclass
class Looks:
    """At whom one answer looks, as it is made."""

    references: dict[str, set[Reference]] = field(default_factory=dict)
    people: set[PersonId] = field(default_factory=set)

    def at(self, context: str, references: Iterable[Reference]) -> None:
        """Know that people were named, or that something that they wrote was opened."""
        self.references.setdefault(context, set()).update(references)


def must_say_what_for(question: Query[Any], purpose: LookPurpose | None) -> None:
    """
    Check that who reads many people says what for. Of single ones it is told to them when nobody said so.

    :raises LookPurposeMissing: if not
    """
    if purpose is None and isinstance(question, MembersOfNetwork) and (question.after is not None or question.limit > BULK):
        raise LookPurposeMissing


class AccessLog:
    """Records looks in the vault, each once a day: whoever reads the same list again writes nothing."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._known: set[Seen] = set()
        self._day: date | None = None

    def record(self, looks: Looks, look: Look) -> None:
        """
        Record at whom somebody looked, before they are told; at oneself is none.

        :raises StoreError: if it cannot be kept, and then nothing is to be shown
        """
        new = self._new(looks, look)
        if not new:
            return
        people = {UUID(name) for context, name in new if not context}
        for context in {context for context, _ in new} - {""}:
            wanted = [reference for where, reference in new if where == context]
            people |= set(self._vault.whose(context, wanted).values())
        self._vault.keep_looks(people - {look.by}, look)
        self._known |= {(look, *each) for each in new}

    def _new(self, looks: Looks, look: Look) -> list[tuple[str, str]]:
        """Give at whom of these nobody looked in this way today, as far as this process knows."""
        if look.day != self._day or len(self._known) > MOST_REMEMBERED:
            self._known, self._day = set(), look.day
        seen = [(context, each) for context, found in looks.references.items() for each in found]
        seen += [("", str(person)) for person in looks.people]
        return [each for each in seen if (look, *each) not in self._known]
