"""Templates: ours are strict, those of govuk-frontend-jinja want to be lenient and have an environment of their own."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from application.forms.fields import FormField, Kind
from application.language.counting import FormattedFact
from application.language.formatting import MONTHS, SHORT_MONTHS, WEEKDAYS, period
from application.language.words import Language, Words
from application.own.consents import wording_on
from domain.kernel.days import day_of
from domain.party.consent import ConsentPurpose
from web.asking.forms import key_of, rows_of
from web.asking.people import told_apart
from web.assets import address_of_asset
from web.page import WEB
from web.visit import Visit

MACROS = {
    "govukButton": "button",
    "govukCharacterCount": "character-count",
    "govukCheckboxes": "checkboxes",
    "govukDateInput": "date-input",
    "govukErrorSummary": "error-summary",
    "govukFileUpload": "file-upload",
    "govukInput": "input",
    "govukRadios": "radios",
    "govukSelect": "select",
    "govukSummaryList": "summary-list",
    "govukTag": "tag",
    "govukTextarea": "textarea",
}
"""Those that forms and pages use; compiled when first used, for the others cost a second and a half."""

ERROR = Words("Fout:", "Error:")
TYPED_INTO = ("govukDateInput", "govukInput", "govukTextarea")
WITH_ERROR_PREFIX = ("govukInput", "govukTextarea", "govukRadios", "govukSelect", "govukCheckboxes", "govukDateInput")


@cache
def _theirs() -> Environment:
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)


@cache
def _macro(name: str) -> Any:  # noqa: ANN401  # a macro of Jinja
    template = _theirs().get_template(f"govuk_frontend_jinja/components/{MACROS[name]}/macro.html")
    return getattr(template.module, name)


@lru_cache(maxsize=512)
def _empty(name: str, params: str) -> Markup:
    """Give a field into which nothing was typed: it is the same for everybody, and made once."""
    return Markup(_macro(name)(json.loads(params)))  # noqa: S704  # autoescaped by its own environment


def _is_empty(params: Mapping[str, Any]) -> bool:
    parts = (params, *params.get("items", ()))
    return not any(each.get("value") or each.get("errorMessage") for each in parts)


@cache
def environment() -> Environment:
    """Give our own: nothing in it is undefined, and everything is escaped."""
    loader = ChoiceLoader([FileSystemLoader(WEB / "templates"), FileSystemLoader(WEB)])
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals |= {"asset": address_of_asset}
    return made


def render(template: str, visit: Visit, facts: Mapping[str, Any]) -> str:
    """Fill a template with facts, in the words of a visit."""
    found: Template = environment().get_template(template)
    return found.render({**said_by(visit), **facts})


def said_by(visit: Visit) -> Mapping[str, Any]:
    """Give what every template has at hand."""
    language = visit.language

    def macro(name: str) -> Any:  # noqa: ANN401  # a macro of Jinja
        def with_words(params: dict[str, Any]) -> Markup:
            if name in WITH_ERROR_PREFIX and params.get("errorMessage"):
                shown = {**params["errorMessage"], "visuallyHiddenText": ERROR.in_language(language).rstrip(":")}
                params = {**params, "errorMessage": shown}
            if name in TYPED_INTO and _is_empty(params):
                return _empty(name, json.dumps(params))
            return Markup(_macro(name)(params))  # noqa: S704  # autoescaped by its own environment

        return with_words

    return {
        "visit": visit,
        "say": visit.say,
        "tell": visit.tell,
        "day": lambda at: visit.tell(_day(at)),
        "local": _day,
        "weekday": lambda at: WEEKDAYS[_day(at).weekday()].in_language(language),
        "short_month": lambda at: SHORT_MONTHS[_day(at).month - 1].in_language(language),
        "month": lambda at: MONTHS[_day(at).month - 1].in_language(language),
        "number": lambda number: FormattedFact(visit.tell(number), language, number),
        "counted": lambda number, one, many: counted(number, one, many, visit),
        "choices_of": lambda field: choices_of(field, visit),
        "told_apart": lambda person: told_apart(visit, person),
        "rows_of": rows_of,
        "key_of": key_of,
        "half_year": lambda name: period(name, language),
        "consent_words": lambda purpose: consent_words(purpose, visit),
        "items": lambda choices: [{"value": value, "text": text} for value, text in choices],
        **{name: macro(name) for name in MACROS},
    }


def choices_of(field: FormField, visit: Visit) -> list[tuple[str, str]]:
    """Give what can be chosen in a field, with its words: of networks those that are open."""
    if field.kind is Kind.NETWORK:
        return [(str(each.network), each.name) for each in visit.networks if each.status == "open"]
    return [(each.value, visit.tell(each.words)) for each in field.choices]


def consent_words(purpose: str, visit: Visit) -> str:
    """Give what is consented to, in the words that are read today."""
    words = wording_on(visit.today, ConsentPurpose(purpose))
    return "" if words is None else visit.say(words.nl, words.en)


def counted(number: int, one: str, many: str, visit: Visit) -> Markup:
    """Say how many there are of something, in words that fit one and many."""
    return escape(f"{visit.tell(number)} {one if number == 1 else many}")


def _day(at: date | datetime) -> date:
    return day_of(at) if isinstance(at, datetime) else at


def other_language(language: Language) -> Language:
    """Give the language that a reader can change to."""
    return Language.EN if language is Language.NL else Language.NL
