"""The page of the API: open to all, whole without anything from outside, in both languages."""

import base64
import hashlib
import json
import re

import pytest

from netwerkpartij.catalogues.pages import DOCS
from tests.api.party import Party

OPERATIONS = re.findall(r'"operationId": "(\w+)"', (DOCS / "openapi.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("asked", "language"), [("?lang=nl", "nl"), ("?lang=en", "en"), ("", "nl"), ("?lang=xx", "nl")])
def test_everybody_reads_it_in_a_language(quiet: Party, asked: str, language: str):
    page = quiet.client.get(f"/v1/docs{asked}", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert page.headers["content-language"] == language
    assert f'<html lang="{language}">' in page.text
    assert page.text.count("<h1>") == 1


def test_it_needs_nothing_from_outside_and_nothing_that_runs(quiet: Party):
    page = quiet.client.get("/v1/docs")
    assert re.findall(r'(?:src|href)="(?!#|/v1/)([^"]*)"', page.text) == []
    assert "<script" not in page.text
    (style,) = re.findall(r"<style>(.*?)</style>", page.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert page.headers["content-security-policy"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    assert "url(" not in style


def test_it_tells_every_operation_with_an_example_and_every_choice_with_its_words(quiet: Party):
    page = quiet.client.get("/v1/docs?lang=en").text
    assert re.findall(r'<details id="(\w+)">', page) != []
    assert set(re.findall(r'<details id="(\w+)">', page)) == set(OPERATIONS)
    assert page.count("for example") >= len(OPERATIONS)
    assert '<td><code>wrong-day</code></td><td lang="nl">verkeerde dag</td><td lang="en">wrong day</td>' in page


def test_another_form_than_a_page_is_refused(quiet: Party):
    refused = quiet.client.get("/v1/docs", headers={"Accept": "text/csv"})
    assert (refused.status_code, json.loads(refused.text)["programs"]) == (406, "ask for (Accept): text/html")
