"""A visit without a service, for what needs none."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any, cast

from application.access.visitor import VISITOR
from application.language.words import Language
from application.queries.base import Query
from domain.party.service_parts import ServicePart
from web.visit import Visit

NOTHING = cast(Any, SimpleNamespace(now=lambda: datetime(2025, 3, 3, 9, tzinfo=UTC)))


class VisitWithoutNetworks(Visit):
    """Knows no networks, because nobody is asked."""

    networks = ()
    parts_used = frozenset(ServicePart)

    def ask_if_allowed(self, question: Query[Any]) -> Any:
        """Tell nothing: nobody can be chosen by name."""
        return None


def a_visit(language: Language, **more: Any) -> Visit:
    return VisitWithoutNetworks(NOTHING, VISITOR, language, "/ergens", {}, ways_in=NOTHING, **more)
