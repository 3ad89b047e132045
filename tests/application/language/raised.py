"""Which refusals exist, and with which facts each is raised, read from the source."""

import ast
import functools
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import application
import domain
from application.ports.errors import StoreError
from domain.kernel.errors import DomainError
from infrastructure.vault.errors import VaultRefusal

CHECKOUT = Path(__file__).parents[3]
PROGRAM = sorted({path.parent for path in CHECKOUT.glob("*/*.py")} - {CHECKOUT / "tests", CHECKOUT / "benchmarks"})


def refusals() -> list[type[DomainError]]:
    """Every refusal of the domain and the application."""
    import_all(domain)
    import_all(application)
    return [found for found in _below(DomainError) if found.__module__.startswith(("domain.", "application."))]


def store_errors() -> list[type[StoreError] | type[VaultRefusal]]:
    """Everything that log and vault can say."""
    return [StoreError, *_below(StoreError), *_below(VaultRefusal)]


@functools.cache
def facts_of_raises() -> dict[str, list[set[str]]]:
    """The facts of every place that raises something, by the name of the class."""
    found: dict[str, list[set[str]]] = {}
    for folder in PROGRAM:
        for path in sorted(folder.rglob("*.py")):
            for name, facts in _raises(ast.parse(path.read_text())):
                found.setdefault(name, []).append(facts)
    return found


def import_all(package):
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)


def _below(kind):
    for subclass in kind.__subclasses__():
        yield subclass
        yield from _below(subclass)


def _raises(tree: ast.Module) -> Iterator[tuple[str, set[str]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and (name := _name(node.exc)):
            yield name, set()
        elif isinstance(node, ast.Call) and not node.args and _is_refusal(_name(node.func)):
            yield _name(node.func), {keyword.arg for keyword in node.keywords if keyword.arg}
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "_must_be":
            # FoundingPlan._must_be raises what it is given with the status of the plan.
            yield _name(node.args[1]), {"status"}
        elif isinstance(node, ast.ClassDef):
            yield from _own_facts(node)


def _name(node: ast.expr | None) -> str:
    """The name of a class, also where its module is named before it."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _own_facts(node: ast.ClassDef) -> Iterator[tuple[str, set[str]]]:
    for call in ast.walk(node):
        is_super = isinstance(call, ast.Call) and ast.unparse(call.func) == "super().__init__"
        if is_super and call.keywords:  # type: ignore[attr-defined]  # a call, as just seen
            yield node.name, {keyword.arg for keyword in call.keywords}  # type: ignore[attr-defined]


def _is_refusal(name: str) -> bool:
    return any(found.__name__ == name for found in _below(DomainError))
