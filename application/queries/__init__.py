"""The questions that can be asked, and their answers. Names of people are added where the role may see them."""

from importlib import import_module
from pkgutil import walk_packages

from application.queries.base import OfLog, Page, Query


def all_queries() -> tuple[type[Query[object]], ...]:
    """Give every question that can be asked, by subject."""
    modules = [import_module(module.name) for module in walk_packages(__path__, f"{__name__}.")]
    found = [
        thing
        for module in modules
        for _, thing in sorted(vars(module).items())
        if isinstance(thing, type) and issubclass(thing, Query) and thing.__module__ == module.__name__
    ]
    # pydantic leaves a class behind for each answer that a generic question is given, such as Query[NetworkPage].
    return tuple(
        query for query in found if query not in {Query, Page, OfLog} and query.CAN_BE_ASKED and "[" not in query.__name__
    )
