"""A page as a paper: a PDF of its print style, made beside the visit, and given to whom the page itself is shown."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from starlette.responses import Response

from application.language.words import Words
from application.ports.papers import Paper, PaperState
from infrastructure.tables import file_name
from web.page import Facts, SitePage
from web.rendering import render
from web.shell import NAMED
from web.site import PartyWords, around
from web.visit import Visit

AS = "als"
"""What stands behind an address that asks for a page in another form."""
AS_PAPER, AS_FILE = "pdf", "pdf-bestand"
"""How far the paper is, and the paper itself."""
TITLES: Mapping[PaperState, Words] = {
    PaperState.BEING_MADE: Words("Uw bestand wordt gemaakt", "Your file is being made"),
    PaperState.READY: Words("Uw bestand is klaar", "Your file is ready"),
    PaperState.FAILED: Words("Uw bestand is niet gemaakt", "Your file was not made"),
    PaperState.TOO_MANY: Words("U wacht nog op andere bestanden", "You are still waiting for other files"),
    PaperState.NOT_HERE: Words("Hier kunnen wij geen pdf maken", "We cannot make a PDF here"),
}


def is_paper_wanted(visit: Visit) -> bool:
    """Say whether an address asks for a paper."""
    return visit.query.get(AS) in {AS_PAPER, AS_FILE}


def as_page(visit: Visit) -> Visit:
    """Give the visit to the page itself, of which the paper is made."""
    return replace(visit, query={name: text for name, text in visit.query.items() if name != AS}, done="")


def paper_of(visit: Visit, page: SitePage, facts: Facts, of: PartyWords | None) -> str:
    """Give the page of which a paper is made, as it is shown to a visit."""
    plain = as_page(visit)
    return render(page.template, plain, {**around(plain, of, page), **facts})


def paper_answer(visit: Visit, title: str, paper: Paper, show: Callable[[str, Facts], Response]) -> Response:
    """
    Give a paper that is ready to whoever asks for the file, and otherwise a page that says how far it is.

    :param show: shows a template with facts
    """
    if paper.state is PaperState.READY and visit.query[AS] == AS_FILE:
        named = {"Content-Disposition": f'attachment; filename="{file_name(title)}.pdf"', **NAMED}
        return Response(paper.content, headers=named, media_type="application/pdf")
    facts = {
        "title": visit.tell(TITLES[paper.state]),
        "state": paper.state.value,
        "of": title,
        "page_address": as_page(visit).address(),
        "paper_address": visit.address(als=AS_PAPER),
        "file_address": visit.address(als=AS_FILE),
        "kilobytes": max(1, round(len(paper.content) / 1000)),
    }
    return show("paper.html", facts)
