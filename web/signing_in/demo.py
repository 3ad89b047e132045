"""In a demo: who are you in this story? No other folder has these pages."""

from starlette.responses import Response

from application.errors import PersonNotFound
from application.language.words import Words, word
from application.signing_in.ways_in import StoryDoor
from domain.kernel.acts import Role
from web.page import Facts, page
from web.refusals import NOT_THERE, PageRefused
from web.signing_in.cookies import START, begin_session, go_to
from web.visit import Visit


@page("/demo", Words("Wie bent u in dit verhaal?", "Who are you in this story?"), has_past=False, names_people=True)
def people(visit: Visit) -> Facts:
    """List the people of the story by role, each with a button."""
    story = _story(visit)
    return {"roles": [(role.value, word(role, visit.language), names) for role, names in story.cast.items()]}


@page("/demo/sign-in", Words("Wie bent u in dit verhaal?", "Who are you in this story?"), has_past=False, takes_forms=True)
def be(visit: Visit) -> Response:
    """Be somebody of the story, by name, or whoever has a role."""
    story = _story(visit)
    if not visit.is_sent:
        return go_to("/demo")
    sent = dict(visit.form)
    role = sent.get("role", "")
    name = sent.get("person") or (story.first.get(Role(role)) if role in set(Role) else None)
    if name is None:
        raise PersonNotFound
    secret, person = story.be(name, instead_of=visit.secret or None)
    hats = visit.ways_in.browser.hats.of(person, visit.service.now())
    hat = next((each for each in hats if each.role == role), None)
    return begin_session(visit, go_to(START), secret, hat=hat)


def _story(visit: Visit) -> StoryDoor:
    if visit.ways_in.story is None:
        raise PageRefused(NOT_THERE)
    return visit.ways_in.story
