"""The schemas of the OpenAPI document: of bodies, of answers, and of what is shown."""

from typing import Any

from pydantic import BaseModel, JsonValue, TypeAdapter

from api.commands.routes import COMMAND_ROUTES, CommandRoute
from api.errors.problems import Problem
from api.queries.routes import READ_ROUTES, SEARCH_ROUTES, ReadRoute, SearchRoute
from api.queries.serialization import camelled_schema, shown_type
from api.register_imports import IMPORT_ROUTES, ImportRoute, RegisterSent
from application.language.choices import words_of

JsonSchema = dict[str, Any]
REFERENCE = "#/components/schemas/{model}"
CONTROL = r"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff"
PLAIN_TEXT = rf"^[^{CONTROL}]*[^\s{CONTROL}][^{CONTROL}]*$"
"""Some text: not only spaces, and no control characters (application.commands.base)."""


class Schemas:
    """All schemas at once, so that each is told once and has one name."""

    def __init__(self) -> None:
        bodies = [(route.name, "validation", route.shape.adapter) for route in (*COMMAND_ROUTES, *SEARCH_ROUTES)]
        bodies += [(route.name, "validation", TypeAdapter(route.shape)) for route in IMPORT_ROUTES]
        answers = [(kind.__name__, "serialization", TypeAdapter(kind)) for kind in self._answers()]
        inputs: list[Any] = [*bodies, *answers]
        found, defined = TypeAdapter.json_schemas(inputs, ref_template=REFERENCE)
        self._found = found
        tidied = {name: _tidied(schema) for name, schema in sorted(defined.get("$defs", {}).items())}
        self.told = {name: with_words(name, schema) for name, schema in tidied.items()}

    @staticmethod
    def _answers() -> list[type[BaseModel]]:
        answers = [route.answer for route in COMMAND_ROUTES]
        shown = [shown_type(route.question) for route in (*READ_ROUTES, *SEARCH_ROUTES)]
        return list(dict.fromkeys([Problem, RegisterSent, *answers, *shown]))

    def of_body(self, route: CommandRoute | SearchRoute | ImportRoute) -> JsonSchema:
        return self._found[route.name, "validation"]

    def of_answer(self, route: CommandRoute) -> JsonSchema:
        return self._found[route.answer.__name__, "serialization"]

    def of_sent(self) -> JsonSchema:
        return self._found[RegisterSent.__name__, "serialization"]

    def of_shown(self, route: ReadRoute | SearchRoute) -> JsonSchema:
        return self._found[shown_type(route.question).__name__, "serialization"]


def with_words(kind: str | None, schema: Any) -> Any:  # noqa: ANN401  # part of a document
    """
    Give a schema in which each choice says what it is called (`x-words`), in both languages.

    :param kind: the name of what is chosen from; None: it has none
    """
    if isinstance(schema, list):
        return [with_words(None, each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    told = {name: with_words(None, part) for name, part in schema.items()}
    words = words_of(kind, schema["enum"]) if isinstance(schema.get("enum"), list) else None
    return told | ({"x-words": {choice: each._asdict() for choice, each in words.items()}} if words is not None else {})


def _tidied(schema: JsonValue) -> JsonValue:
    if isinstance(schema, list):
        return [_tidied(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    tidy = {
        name: _tidied(value) for name, value in camelled_schema(schema).items() if name != "title" or not isinstance(value, str)
    }
    if tidy.get("type") == "string" and tidy.get("minLength") == 1 and "pattern" not in tidy:
        tidy["pattern"] = PLAIN_TEXT
    return tidy
