"""A page: where it is, what it is called, and the function that gives its facts. Its template stands beside it, with its name."""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from application.access.table import Asked
from application.commands.base import Command
from application.language.words import Words
from application.queries.base import Query

if TYPE_CHECKING:
    from web.visit import Visit

Facts = Mapping[str, Any]
"""What a template tells; ``status`` is that of the answer, where it is not 200."""
WEB = Path(__file__).parent


class Redirect(Exception):  # no error: it is somewhere else
    """What was asked for is at another address, on this site."""

    def __init__(self, to: str) -> None:
        super().__init__(to)
        self.to = to


@dataclass(frozen=True)
class Menu:
    """
    A place in the menu.

    :param place: the lowest stands first
    :param asks: the question that a role must be allowed to ask to see it there; None: everybody sees it
    """

    place: int
    words: Words
    asks: Asked | None = None


@dataclass(frozen=True)
class SitePage:
    """One page, as it is registered by being there."""

    path: str
    title: Words
    show: Callable[..., Facts | Response]
    template: str
    has_past: bool
    names_people: bool
    is_paper: bool
    menu: Menu | None
    takes_forms: bool
    gives: type[Command[Any]] | None
    takes_file: type[Query[Any]] | None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What addresses it has."""
        return pattern_of(self.path)

    def answer(self, visit: "Visit", places: Mapping[str, Any]) -> Facts | Response:
        """Give its facts to a visit."""
        return self.show(visit, **places)


def page(
    path: str,
    title: Words,
    *,
    has_past: bool = True,
    names_people: bool = False,
    is_paper: bool = False,
    menu: Menu | None = None,
    takes_forms: bool = False,
    gives: type[Command[Any]] | None = None,
    takes_file: type[Query[Any]] | None = None,
) -> Callable[[Callable[..., Facts | Response]], SitePage]:
    """
    Register a page: a module-level name under `web/pages/` is enough, and its function gives the facts of its template.

    :param path: names in braces are parameters: a network by its readable name, anything else by its id
    :param has_past: whether ``?on=`` and ``?knownAt=`` look back; not where a page says nothing of the record, or only now
    :param takes_forms: whether it also takes what is sent to it that is no command, such as a code to sign in (``visit.is_sent``)
    :param gives: the command that it gives itself, because its answer is shown and not left for the next page
    :param takes_file: the question that a role must be allowed to ask to send a file to it
    :param names_people: whether it may name somebody: then no copy of it is kept anywhere
    :param is_paper: whether it can be had as a paper: a PDF of its print style (``{{ parts.on_paper() }}`` offers it)
    """

    def registered(show: Callable[..., Facts | Response]) -> SitePage:
        beside = Path(inspect.getfile(show)).parent.relative_to(WEB)
        template = f"{beside}/{show.__name__}.html"
        return SitePage(path, title, show, template, has_past, names_people, is_paper, menu, takes_forms, gives, takes_file)

    return registered


def pattern_of(path: str) -> re.Pattern[str]:
    """Give what addresses a path with names in braces has."""
    parts = re.split(r"{(\w+)}", path)
    written = (f"(?P<{part}>[^/]+)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
    return re.compile("".join(written))
