"""What this site is, what is kept of people, and how well it can be used: no more than is true."""

from datetime import date

from application.language.processing import FOLLOWS, GROUNDS, PURPOSES, TERMS, WHAT
from application.language.words import Words
from application.privacy.register import REGISTER
from web.page import Facts, page
from web.visit import Visit

TESTED = date(2026, 11, 27)
"""The last day on which somebody looked at what the statement says."""


@page("/over", Words("Over deze site", "About this site"), has_past=False)
def about(visit: Visit) -> Facts:
    """What the networks and this site are for."""
    return {"networks": len(visit.networks)}


@page("/privacy", Words("Privacy", "Privacy"), has_past=False)
def privacy(visit: Visit) -> Facts:
    """What is kept of people, from the register that says it, and what they can do."""
    kept = [(WHAT[each.what], PURPOSES[each.purpose], GROUNDS[each.ground], TERMS[each.term]) for each in REGISTER]
    asked = [(visit.tell(matter), visit.tell(words)) for matter, words in FOLLOWS.items()]
    return {"kept": [tuple(map(visit.tell, each)) for each in kept], "asked": asked}


@page("/toegankelijkheid", Words("Toegankelijkheid", "Accessibility"), has_past=False)
def accessibility(_: Visit) -> Facts:
    """How it was tested, and what was not."""
    return {"tested": TESTED}
