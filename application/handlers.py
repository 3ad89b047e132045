"""Who does what is asked: found by what a function takes, so that nothing is listed by hand (docs/decisions/0022)."""

from collections.abc import Callable
from importlib import import_module
from inspect import isfunction, signature
from pkgutil import walk_packages
from types import ModuleType
from typing import Any, TypeVar, get_args

T = TypeVar("T")
Handler = Callable[..., Any]


def modules_below(package: str) -> list[ModuleType]:
    """Give all modules of a package: a new one in it is found without being listed."""
    return [import_module(module.name) for module in walk_packages(import_module(package).__path__, f"{package}.")]


def handlers(kind: type[T], *modules: ModuleType) -> dict[type[T], Handler]:
    """
    Give the public functions of modules by the class that their second parameter takes, or each of several classes.

    :param kind: what the classes are: commands, or questions
    :raises TypeError: if two functions take the same
    """
    found: dict[type[T], Handler] = {}
    for module in modules:
        for function in vars(module).values():
            if not isfunction(function) or function.__module__ != module.__name__ or function.__name__.startswith("_"):
                continue
            for taken in _second_parameter(function, kind):
                if taken in found:
                    raise TypeError(function, found[taken])
                found[taken] = function
    return found


def _second_parameter(function: Handler, kind: type[T]) -> list[type[T]]:
    annotations = [parameter.annotation for parameter in signature(function).parameters.values()][1:2]
    taken = [each for annotation in annotations for each in get_args(annotation) or (annotation,)]
    return [each for each in taken if isinstance(each, type) and issubclass(each, kind)]
