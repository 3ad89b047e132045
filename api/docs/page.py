"""The API as a page: no script, no picture, no font, and nothing of another site."""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from api.openapi.examples import REFERENCE
from application.language.words import Language

HERE = Path(__file__).parent
STYLE = (HERE / "docs.css").read_text(encoding="utf-8")
DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{DIGEST}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""Only the one style that is in the page itself."""

Part = Mapping[str, Any]


class ShownOperation(NamedTuple):
    """One thing that can be asked or done, as the page tells it."""

    method: str
    path: str
    anchor: str
    title: str
    english: str
    description: str
    parameters: list[Part]
    sends: list[tuple[str, str]]
    answers: list[tuple[str, str, str]]


class Choice(NamedTuple):
    """A kind of choice, with what each is called."""

    name: str
    words: Mapping[str, Mapping[str, str]]


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html")


def docs_page(document: str, language: Language) -> str:
    """Give the page of a document, in a language; names are English, as in the program."""
    told = json.loads(document)
    groups = [(tag, [each for each in _told(told) if each[0] == tag["name"]]) for tag in told["tags"]]
    return _template().render(
        nl=language is Language.NL,
        style=STYLE,
        info=told["info"],
        groups=[(tag, [each for _, each in operations]) for tag, operations in groups if operations],
        choices=[Choice(name, part["x-words"]) for name, part in told["components"]["schemas"].items() if "x-words" in part],
    )


def _told(document: Part) -> Iterator[tuple[str, ShownOperation]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield operation["tags"][0], _operation(path, method, operation, document)


def _operation(path: str, method: str, operation: Part, document: Part) -> ShownOperation:
    description = operation["description"]
    dutch = description.partition("In het Nederlands: ")[2].partition(".")[0]
    body = operation.get("requestBody", {}).get("content", {})
    good = ((status, each) for status, each in operation["responses"].items() if status.startswith("2"))
    return ShownOperation(
        method.upper(),
        f"/v1{path}",
        operation["operationId"],
        dutch[:1].upper() + dutch[1:],
        operation["summary"],
        description,
        [{**each, "type": _kind(each["schema"], document)} for each in operation["parameters"]],
        [(form, _written(each["example"])) for form, each in body.items()],
        [
            (status, form, _written(each["example"]) if "example" in each else each["schema"]["description"])
            for status, answer in good
            for form, each in answer.get("content", {}).items()
        ],
    )


def _kind(schema: Part, document: Part) -> str:
    """Say of what kind a parameter is: what can be chosen is named."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].removeprefix(REFERENCE)]
    if "enum" in schema:
        return ", ".join(map(str, schema["enum"]))
    return str(schema.get("format", schema.get("type", "")))


def _written(example: object) -> str:
    return json.dumps(example, ensure_ascii=False, indent=2)
