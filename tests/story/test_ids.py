"""Every id that an answer of the demo gives an auditor can be used in the next question."""

from collections import defaultdict
from itertools import islice

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.queries.routes import READ_ROUTES
from application.access.table import QUERIES
from domain.kernel.acts import Role
from netwerkpartij.cli.tokens import token_for
from tests.api.conftest import MANY
from tests.api.test_ids import named, next_question
from tests.story.hearing import Heard

pytestmark = pytest.mark.xdist_group("story")

OF_EACH = 2
"""How many ids are tried of one name in one list: what leads on leads on for all of its kind."""


def test_every_kind_of_id_of_the_demo_leads_to_the_next_question(heard: Heard):
    token = token_for(heard.service, Role.AUDITOR, heard.told.people[Role.AUDITOR], None)
    sent = {"Authorization": f"Bearer {token}"}
    lists = [each.path for each in READ_ROUTES if "{" not in each.path and Role.AUDITOR in QUERIES[each.question]]
    founded = {each.originator_id for each in heard.all_of("NetworkFounded")}
    planned = {str(each.network) for each in heard.all_of("PlanDrafted") if each.network not in founded}
    asked: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    with TestClient(create_app(heard.service.service, limits=MANY)) as client:
        for path in lists:
            answer = client.get(f"/v1{path}", headers=sent)
            for name, text in set(named(answer.json())) if answer.status_code == 200 else ():
                if text not in planned and (question := next_question(name, text)) is not None:
                    asked[path, name, question.partition("=")[0].partition("/events/")[0]].add(question)
        tried = [(path, name, each) for (path, name, _), found in asked.items() for each in islice(sorted(found), OF_EACH)]
        questions = {question for _, _, question in tried}
        nothing = {each for each in questions if not client.get(f"/v1{each}", headers=sent).json().get("items")}
    assert len({name for _, name, _ in tried}) > 20
    assert [each for each in tried if each[2] in nothing] == []
