"""Queries that are compiled once in a run: each test opens stores of its own, and compiling costs more than asking."""

from typing import Any

from sqlalchemy import Connection, Dialect, Engine, event


class CompiledOnce(dict[Any, Any]):
    """What was compiled, by what was asked and for what kind of database, instead of for which connection to one."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(_of_its_kind(key), default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(_of_its_kind(key), compiled)


def _of_its_kind(key: tuple[Dialect, *tuple[Any, ...]]) -> tuple[Any, ...]:
    dialect, *asked = key
    return (type(dialect), dialect.server_version_info, *asked)


def compile_once() -> None:
    """Let all engines of this process share what they compile."""
    compiled = CompiledOnce()

    @event.listens_for(Engine, "engine_connect")
    def share(connection: Connection) -> None:
        connection.execution_options(compiled_cache=compiled)
