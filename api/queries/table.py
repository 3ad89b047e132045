"""A list of the API as a table: a column for each value of the JSON, by its name there, and a row for each of the list."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from fastapi import Request, Response
from pydantic import BaseModel, JsonValue, TypeAdapter

from api.queries.routes import ReadRoute
from api.queries.serialization import camelled_schema, has_snake_case, shown_type
from application.language.negotiation import preferred
from application.language.words import Words
from infrastructure.tables import Table, TableColumn

Schema = Mapping[str, Any]
Path = tuple[str, ...]

ITSELF: Path = ()
"""Where the value of a row is that is no more than one."""
VALUE = "value"


def as_table(route: ReadRoute, content: bytes, headers: Mapping[str, str], request: Request) -> Response:
    """Give the list of an answer, as it was written in JSON, as a file with semicolons."""
    told = json.loads(content)
    language = preferred(request.headers.get("accept-language", ""))
    columns = [_column(path) for path in columns_of(shown_type(route.question), str(route.rows))]
    table = Table(Words(route.dutch, route.name), columns, told[route.rows], language)
    file = table.as_csv()
    return Response(file.content, headers={**headers, **file.headers}, media_type=file.media_type)


@cache
def columns_of(shown: type[BaseModel], rows: str) -> tuple[Path, ...]:
    """Give where in each of a list its values are; what goes together is taken apart, a list in it stays one value."""
    schema = TypeAdapter(shown).json_schema(mode="serialization")
    tell = camelled_schema if has_snake_case(schema) else dict
    defined = {name: tell(part) for name, part in schema.get("$defs", {}).items()}
    return tuple(_paths(tell(schema)["properties"][rows]["items"], defined, ITSELF))


def _paths(schema: Schema, defined: Mapping[str, Schema], at: Path) -> Iterator[Path]:
    one = _only(schema, defined)
    properties = one.get("properties", {})
    if not properties:
        yield at
    for name, part in properties.items():
        yield from _paths(part, defined, (*at, name))


def _only(schema: Schema, defined: Mapping[str, Schema]) -> Schema:
    """Give the one shape that something has when it is there; nothing is known of what has several."""
    shapes = [each for each in schema.get("anyOf", [schema]) if each.get("type") != "null"]
    if len(shapes) != 1:
        return {}
    (shape,) = shapes
    return defined[shape["$ref"].rpartition("/")[2]] if "$ref" in shape else shape


def _column(path: Path) -> TableColumn[JsonValue]:
    name = ".".join(path) or VALUE
    return TableColumn(Words(name, name), lambda row: _cell(_value(row, path)))


def _value(row: JsonValue, path: Path) -> JsonValue:
    for name in path:
        row = row.get(name) if isinstance(row, dict) else None
    return row


def _cell(value: JsonValue) -> str | int | float | None:
    """Give a value as it stands in a cell: as in JSON, a list of plain values with commas."""
    match value:
        case None | str() | float():
            return value
        case bool():
            return json.dumps(value)
        case int():
            return value
        case list() if not any(isinstance(each, dict | list) for each in value):
            return ", ".join(str(_cell(each)) for each in value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
