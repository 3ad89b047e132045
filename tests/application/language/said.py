"""Every sentence, label and word that people can see, read from the modules of the language and from the pages."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import application.language
from application.commands import all_commands
from application.language.sentences import Line, Sentence
from application.language.words import Language, Words
from application.queries import all_queries

WEB = Path(__file__).parents[3] / "web"
IN_TEMPLATE = re.compile(r"\bsay\(\s*\"((?:[^\"\\]|\\.)*)\",\s*\"((?:[^\"\\]|\\.)*)\"", re.DOTALL)
NOT_FOR_PEOPLE = frozenset({"application.language.negotiation"})


class Said(NamedTuple):
    """What is said, in which language, and where it stands."""

    where: str
    language: Language
    text: str


def everything_said() -> tuple[Said, ...]:
    """Give all of it once."""
    found = dict.fromkeys(_of_modules())
    titles = [(each.__name__, each.DUTCH) for each in all_commands()] + [(each.__name__, each.DUTCH) for each in all_queries()]
    return (*found, *_of_pages(), *(Said(f"title of {name}", Language.NL, title) for name, title in titles if title))


def _of_modules() -> Iterator[Said]:
    for module in pkgutil.walk_packages(application.language.__path__, "application.language."):
        if module.name not in NOT_FOR_PEOPLE:
            loaded = importlib.import_module(module.name)
            for name, value in vars(loaded).items():
                if name == "ENGLISH":
                    yield from (Said(f"{module.name}[{key}]", Language.EN, text) for key, text in value.items())
                elif name.isupper():
                    yield from _of(f"{module.name.removeprefix('application.language.')}.{name}", value)


def _of_pages() -> Iterator[Said]:
    """Read what the pages say beside the language: in templates, and where a page gives words of its own."""
    for template in sorted(WEB.rglob("*.html")):
        for nl, en in IN_TEMPLATE.findall(template.read_text(encoding="utf-8")):
            yield from _in_both(str(template.relative_to(WEB)), nl, en)
    for source in sorted(WEB.rglob("*.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id="Words"), args=[ast.Constant(value=str() as nl), ast.Constant(value=str() as en)]):
                    yield from _in_both(str(source.relative_to(WEB)), nl, en)


def _of(where: str, value: object) -> Iterator[Said]:
    match value:
        case Words(nl, en):
            yield from _in_both(where, nl, en)
        case Line():
            yield from _in_both(where, value.nl, value.en)
            yield from _of(where, value.also)
            yield from _of(where, value.oneself)
        case Sentence():
            yield from _in_both(where, value.nl, value.en)
            yield from _in_both(where, value.next_nl, value.next_en)
        case Mapping():
            for key, each in value.items():
                yield from _of(f"{where}[{key}]", each)
        case tuple() | list():
            for each in value:
                yield from _of(where, each)


def _in_both(where: str, nl: str, en: str) -> Iterator[Said]:
    yield Said(where, Language.NL, nl)
    yield Said(where, Language.EN, en)
