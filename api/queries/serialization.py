"""Answers as JSON: camelCase throughout, lists under ``items``, times in UTC."""

from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, JsonValue, TypeAdapter, create_model
from pydantic.alias_generators import to_camel

from api.commands.bodies import is_tuple
from application.commands.base import answer_of
from application.queries.base import Many, Query, Shape

T = TypeVar("T")

AS_STORED = frozenset({"data"})
"""Fields that show what is stored, under the stored names."""


class Listed(Shape, Generic[T]):
    """A list, wrapped so that more can be said beside it later."""

    items: tuple[T, ...]


BESIDE_A_LIST = frozenset({"more"})
"""What says of a list that there is more of it."""


def shown_type(question: type[Query[Any]]) -> type[BaseModel]:
    """Give the model of what the API shows."""
    answer = answer_of(question)
    if is_tuple(answer):
        return _listed(get_args(answer)[0])
    if issubclass(answer, Many):
        return _listed(answer.__pydantic_generic_metadata__["args"][0])
    shown: type[BaseModel] = answer
    return shown


def _listed(kind: type[BaseModel]) -> type[BaseModel]:
    return create_model(f"{kind.__name__}List", __base__=Listed[kind], __doc__=Listed.__doc__)  # type: ignore[valid-type]  # made at run time


def list_in(shown: type[BaseModel]) -> str | None:
    """Give which field of what is shown is a list: its items, or what is all of it; of one item nothing is."""
    if "items" in shown.model_fields:
        return "items"
    lists = [name for name, field in shown.model_fields.items() if is_tuple(field.annotation)]
    others = shown.model_fields.keys() - {*lists, *BESIDE_A_LIST}
    return to_camel(lists[0]) if len(lists) == 1 and not others else None


class Showing:
    """Writes the answers of one question."""

    def __init__(self, question: type[Query[Any]]) -> None:
        self._answer = answer = answer_of(question)
        self._is_tuple = is_tuple(answer)
        self._is_many = not self._is_tuple and issubclass(answer, Many)

    @cached_property
    def _adapter(self) -> TypeAdapter[Any]:
        """What writes them, made when the first is asked for: all of them take a second."""
        return TypeAdapter(self._answer)

    @cached_property
    def _has_domain_values(self) -> bool:
        return has_snake_case(self._adapter.json_schema(mode="serialization"))

    def write(self, answer: object) -> bytes:
        if self._has_domain_values:
            return TypeAdapter(Any).dump_json(
                self._wrapped(camelled(self._adapter.dump_python(answer, mode="json", by_alias=True)))
            )
        if self._is_many:
            return self._adapter.dump_json(answer, by_alias=True, exclude={"position", "more"})
        written = self._adapter.dump_json(answer, by_alias=True)
        return b'{"items":' + written + b"}" if self._is_tuple else written

    def _wrapped(self, told: JsonValue) -> JsonValue:
        if self._is_tuple:
            return {"items": told}
        return {"items": told["items"]} if self._is_many and isinstance(told, dict) else told


@cache
def showing_of(question: type[Query[Any]]) -> Showing:
    """Give what writes the answers of a question, the same for every application."""
    return Showing(question)


def camelled(told: JsonValue) -> JsonValue:
    """Write all names in camelCase; values of the domain have the names of their stored form."""
    if isinstance(told, Mapping):
        return {to_camel(name): value if name in AS_STORED else camelled(value) for name, value in told.items()}
    return [camelled(each) for each in told] if isinstance(told, list) else told


def has_snake_case(schema: Mapping[str, Any]) -> bool:
    """Say whether anything in a schema goes by a stored name."""
    parts = [schema, *schema.get("$defs", {}).values()]
    return any("_" in name for part in parts for name in part.get("properties", {}))


def camelled_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """Write the names of a schema's properties in camelCase."""
    if "properties" not in schema:
        return schema
    properties = {to_camel(name): value for name, value in schema["properties"].items()}
    required = [to_camel(name) for name in schema.get("required", [])]
    return {**schema, "properties": properties} | ({"required": required} if required else {})
