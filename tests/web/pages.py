"""A visit without a service, for what needs none."""

from types import SimpleNamespace
from typing import Any, cast

from application.language.words import Language
from application.ports.vault import Session
from domain.kernel.acts import Role
from web.visit import Visit

NOTHING = cast(Any, SimpleNamespace())
NOBODY = Session(person=None, role=Role.VISITOR, network=None)


class VisitWithoutNetworks(Visit):
    """Knows no networks, because nobody is asked."""

    networks = ()


def a_visit(language: Language, **more: Any) -> Visit:
    return VisitWithoutNetworks(NOTHING, NOBODY, language, "/ergens", {}, ways_in=NOTHING, **more)
