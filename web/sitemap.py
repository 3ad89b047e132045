"""All pages and deeds: what a module under `web/pages/` or `web/signing_in/` has at its top, and one for each other command."""

import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module, util
from typing import NamedTuple

from web.asking.deed import Deed
from web.generated.deeds import generated
from web.page import SitePage

FOLDERS = ("web.pages", "web.signing_in")


class Site(NamedTuple):
    """What there is to visit. An address with a name in braces comes after those without."""

    pages: tuple[SitePage, ...]
    deeds: Mapping[str, Deed]


@cache
def site() -> Site:
    """Find all of it, once."""
    found = [each for module in _modules() for each in vars(import_module(module)).values()]
    pages = {each.path: each for each in found if isinstance(each, SitePage)}
    by_hand = {each.at: each for each in found if isinstance(each, Deed)}
    deeds = by_hand | {each.at: each for each in generated(by_hand.values(), pages.values())}
    return Site(tuple(sorted(pages.values(), key=lambda each: ("{" in each.path, each.path))), deeds)


def path_of(kind: str) -> str | None:
    """Give the path of the page that shows one of a kind, such as ``plan``: the shortest with only that in it."""
    wanted = f"/{{{kind}}}"
    return min(
        (each.path for each in site().pages if each.path.endswith(wanted) and each.path.count("{") == 1), key=len, default=None
    )


def _modules() -> Iterator[str]:
    for folder in FOLDERS:
        spec = util.find_spec(folder)
        for place in (spec.submodule_search_locations or ()) if spec is not None else ():
            yield from (each.name for each in pkgutil.walk_packages([place], f"{folder}."))
