"""What every page says of the party: its name, and who helps at its bureau."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from application.access.table import ROWS
from application.language.words import Language, Words, word
from application.service import Service
from domain.kernel.acts import Role
from domain.kernel.log import LOG, Log
from web.page import SitePage
from web.sitemap import site
from web.visit import Visit

NO_PARTY_YET = Words("Netwerken van leden", "Networks of members")
LANGUAGES = {Language.NL: Words("Nederlands", "Nederlands"), Language.EN: Words("English", "English")}
SIGN_IN = "/aanmelden"
FOOT = ("/netwerken", "/bijeenkomsten", "/spelregels", "/besluiten", "/evaluatie", "/evaluaties")
"""Pages that the foot leads to, once they are there."""
IN_MENU = 5
"""Places in the menu: more do not fit on one line, and the foot leads to the rest."""


@dataclass(frozen=True)
class PartyWords:
    """The party as it is named at the top, and its bureau at the foot of every page."""

    party: str
    bureau: str = ""
    mail: str = ""
    phone: str = ""
    is_invented: bool = False


def about(service: Service, contact: Mapping[str, str] | None) -> PartyWords | None:
    """Give what to say of the party; nothing as long as none has begun."""
    log = service.log.load(Log, LOG)
    if log is None or log.party is None:
        return None
    known = contact or {}
    return PartyWords(log.party, known.get("name", ""), known.get("email", ""), known.get("phone", ""), log.demo)


def around(visit: Visit, of: PartyWords | None, here: SitePage | None) -> Mapping[str, Any]:
    """Give what the layout needs: menu, foot, who is signed in, and the other language."""
    other = Language.EN if visit.language is Language.NL else Language.NL
    in_other = {"address": visit.address(lang=other.value), "code": other.value, "name": visit.tell(LANGUAGES[other])}
    listed = _listed(visit)
    rest = [each for each in site().pages if each.path in FOOT and _is_open(each, visit) and each not in listed]
    return {
        "site": of or PartyWords(visit.tell(NO_PARTY_YET)),
        "menu": [_item(visit, each, here) for each in listed[:IN_MENU]],
        "foot": [_item(visit, each, here) for each in (*listed[IN_MENU:], *rest)],
        "who": _who(visit),
        "in_other_language": in_other,
        "now_address": visit.address(on=None, knownAt=None),
        "title": visit.tell(here.title) if here else "",
        "done": None,
    }


def sign_in_address(visit: Visit) -> str | None:
    """Give where to sign in and come back from, once there is such a page."""
    if not any(each.path == SIGN_IN for each in site().pages):
        return None
    return f"{SIGN_IN}?naar={quote(visit.address(), safe='/')}"


def _listed(visit: Visit) -> list[SitePage]:
    """Give the pages that have a place in the menu of who comes, in their order."""
    found = [each for each in site().pages if each.menu is not None and _is_for(each, visit)]
    return sorted(found, key=lambda each: each.menu.place if each.menu else 0)


def _is_for(page: SitePage, visit: Visit) -> bool:
    if page.menu is None or page.menu.asks is None:
        return page.menu is not None
    role = visit.session.role if visit.session.link is None else Role.VISITOR  # by a link nothing is found but its request
    return role in ROWS.get(page.menu.asks, {}) and visit.uses(page.menu.asks)


def _is_open(page: SitePage, visit: Visit) -> bool:
    return page.menu is None or _is_for(page, visit)


def _item(visit: Visit, page: SitePage, here: SitePage | None) -> Mapping[str, object]:
    is_here = here is not None and (here is page or (page.path != "/" and here.path.startswith(page.path)))
    words = page.menu.words if page.menu is not None else page.title
    return {"address": visit.address(page.path), "words": visit.tell(words), "is_here": is_here}


def _who(visit: Visit) -> Mapping[str, str | bool | None]:
    session = visit.session
    if session.person is None or session.link is not None:
        return {"name": None, "role": None, "address": None, "others": False, "sign_in": sign_in_address(visit)}
    known = visit.service.vault.details([session.person]).get(session.person)
    mine = next((each.path for each in site().pages if each.path == "/mijn"), None)
    role = word(session.role, visit.language)
    return {"name": (known and known.name) or role, "role": role, "address": mine, "others": len(visit.hats) > 1, "sign_in": None}
