"""An example of whatever the document describes: made of its schema, always the same, of nobody who is there."""

import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import JsonValue

Schema = Mapping[str, Any]
REFERENCE: Final = "#/components/schemas/"
DEEPEST: Final = 6
"""How far an example goes into what is made of parts."""
ITEM: Final = "6f0b7d0e-54f5-5c0d-9a8e-6d1f0c6a2f11"

OF_FORMAT: Mapping[str, JsonValue] = {
    "uuid": ITEM,
    "date": "2023-09-04",
    "date-time": "2023-09-04T12:00:00Z",
    "time": "19:30:00",
    "email": "naam@voorbeeld.example",
    "uri-reference": f"/v1/networks/{ITEM}",
    "binary": "lidnummer;naam;postcode",
}
OF_PATTERN: tuple[str, ...] = (
    "Voorbeeld",
    "voorbeeld",
    f"{ITEM}:1",
    "r" + "0" * 32,
    "NL-UT",
    "2023-09",
    "2023-H2",
    "https://voorbeeld.example/besluit",
    "naam@voorbeeld.example",
    "0" * 64,
    "0" * 32,
    '"3"',
    "1.0.0",
)
"""Texts of which the first that fits a pattern is its example."""


def example_of(schema: Schema, known: Mapping[str, Schema], depth: int = 0) -> JsonValue:
    """
    Make an example of a schema.

    :param known: the schemas that it refers to, by name
    """
    if "$ref" in schema:
        return example_of(known[schema["$ref"].removeprefix(REFERENCE)], known, depth)
    if (given := _given(schema)) is not None:
        return given
    shapes = schema.get("anyOf", schema.get("oneOf"))
    return _plain(schema, known, depth) if shapes is None else _first_of(shapes, known, depth)


def _plain(schema: Schema, known: Mapping[str, Schema], depth: int) -> JsonValue:
    match schema.get("type"):
        case "object":
            return _object(schema, known, depth)
        case "array":
            return _array(schema, known, depth)
        case "string":
            return _text(schema)
        case "integer" | "number":
            return _number(schema)
        case kind:
            return True if kind == "boolean" else None


def _number(schema: Schema) -> float:
    number: float = max(schema.get("minimum", 1), min(1, schema.get("maximum", 1)))
    return number


def _given(schema: Schema) -> JsonValue:
    for name in ("examples", "enum"):
        if schema.get(name):
            found: JsonValue = schema[name][0]
            return found
    return schema.get("const")


def _first_of(shapes: list[Schema], known: Mapping[str, Schema], depth: int) -> JsonValue:
    """Give an example of the first of some shapes; where it goes too deep, of the one that is nothing, if it may be."""
    if depth > DEEPEST and {"type": "null"} in shapes:
        return None
    return example_of(next(each for each in shapes if each.get("type") != "null"), known, depth)


def _object(schema: Schema, known: Mapping[str, Schema], depth: int) -> JsonValue:
    """Give what must be there of what is sent, and all of what is answered: there all of it must be."""
    required = schema.get("required", ())
    return {name: example_of(part, known, depth + 1) for name, part in schema.get("properties", {}).items() if name in required}


def _array(schema: Schema, known: Mapping[str, Schema], depth: int) -> JsonValue:
    if "prefixItems" in schema:
        return [example_of(each, known, depth + 1) for each in schema["prefixItems"]]
    if depth > DEEPEST and not schema.get("minItems"):
        return []
    return [example_of(schema.get("items", {}), known, depth + 1)] * max(schema.get("minItems", 1), 1)


def _text(schema: Schema) -> str:
    if schema.get("format") in OF_FORMAT:
        return str(OF_FORMAT[schema["format"]])
    pattern, most = schema.get("pattern", ""), schema.get("maxLength", 1_000)
    fitting = (each for each in OF_PATTERN if re.search(pattern, each) and schema.get("minLength", 0) <= len(each) <= most)
    return next(fitting, "Voorbeeld"[:most])
