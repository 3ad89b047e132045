"""In which role somebody looks, and in which others they may."""

from application.language.words import Words, word
from web.hats import CHOOSE, key_of
from web.page import Facts, page
from web.refusals import NOT_SIGNED_IN, PageRefused
from web.visit import Visit


@page(CHOOSE, Words("In welke rol kijkt u?", "In which role do you look?"), has_past=False)
def hats(visit: Visit) -> Facts:
    """Every role that one has now: each sees other pages and has other things to do."""
    if visit.is_visitor:
        raise PageRefused(NOT_SIGNED_IN)
    now = (visit.session.role, visit.session.network)
    named = [(key_of(hat), word(hat.role, visit.language), hat.name, (hat.role, hat.network) == now) for hat in visit.hats]
    return {"hats": named}
