"""Every field of every command that people give has a label, and every label speaks as people do."""

import re
from collections.abc import Iterator

import pytest

from application.access.table import COMMANDS
from application.commands import all_commands
from application.forms.fields import Form, FormField, Kind, form_of
from application.language.forms.beside import A_DAY, A_NUMBER, BESIDE
from application.language.forms.labels import LABELS
from application.language.forms.labels.label import Label
from application.language.forms.labels.of_commands import OF_COMMANDS
from application.language.forms.titles import ENGLISH, title_of
from application.language.rules import RULES
from domain.kernel.acts import Role

BY_PEOPLE = [command for command in all_commands() if set(COMMANDS[command]) != {Role.CLOCK}]
FORMS = [form_of(command) for command in BY_PEOPLE]
OWN_WORDS = {name: label for name, label in LABELS.items() if name not in RULES}
PROGRAM = re.compile(
    r"\b(ongeldig|verplicht|UUID|id|invalid|required|null|true|false|JSON|command|field|veld|H1)\b|_|/v1|\d{4}-\d{2}",
    re.IGNORECASE,
)


def all_fields(fields: tuple[FormField, ...]) -> Iterator[FormField]:
    for each in fields:
        yield each
        yield from all_fields(each.fields)


def labels() -> list[tuple[str, Label]]:
    return [*OWN_WORDS.items(), *((".".join(key), label) for key, label in OF_COMMANDS.items())]


def said(label: Label) -> list[str]:
    return [text for words in (label.words, label.ask, label.hint) if words is not None for text in words]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.command.__name__)
def test_a_form_has_every_field_of_its_command_once_and_each_has_words(form: Form):
    assert sorted(each.name for each in form.fields) == sorted(form.command.model_fields)
    for each in all_fields(form.fields):
        assert all(said(each.label)), each.name
        assert each.kind is not Kind.CHOICE or len(each.choices) > 0
        assert all(choice.words.nl and choice.words.en for choice in each.choices)
        assert (each.kind is Kind.PARTS) == bool(each.fields)


def test_no_label_is_left_over():
    names = {each.name for form in FORMS for each in all_fields(form.fields)}
    commands = {command.__name__ for command in BY_PEOPLE} | {"ConditionText", "DecidedText"}
    assert LABELS.keys() - names == set()
    assert {command for command, _ in OF_COMMANDS} - commands == set()
    assert {name for _, name in OF_COMMANDS} - names == set()


@pytest.mark.parametrize("label", [label for _, label in labels()], ids=[name for name, _ in labels()])
def test_a_label_is_a_noun_or_a_question_and_what_to_do_about_it_is_a_command(label: Label):
    for text in label.words:
        assert text[0].isupper(), text
        assert not text.endswith((".", ":")), text
        assert ":" not in text, text
    assert re.match(r"(Vul|Kies|Schrijf|Lees) ", label.ask.nl), label.ask.nl
    assert re.match(r"(Fill|Choose|Write|Read) ", label.ask.en), label.ask.en
    assert not label.ask.nl.endswith((".", "!"))
    assert label.hint is None or (label.hint.nl.endswith(".") and label.hint.en.endswith("."))


def test_neither_labels_nor_what_stands_beside_fields_use_words_of_the_program():
    texts = [text for _, label in labels() for text in said(label)]
    texts += [re.sub(r"{\w+}", "", text) for words in (*BESIDE.values(), A_DAY, A_NUMBER) for text in words]
    assert [text for text in texts if PROGRAM.search(text)] == []


def test_every_deed_has_a_title_in_both_languages_and_no_two_have_the_same():
    assert {command.__name__ for command in BY_PEOPLE} == ENGLISH.keys()
    titles = [title_of(command) for command in BY_PEOPLE]
    for language in (0, 1):
        assert len({title[language] for title in titles}) == len(titles)
    assert all(title.nl[0].isupper() and title.en[0].isupper() for title in titles)
    assert [title for title in titles if ":" in "".join(title) or "(" in "".join(title)] == []
