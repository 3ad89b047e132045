"""A form is made from its command: every command that people give can be shown as one, and is read back as it was typed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, cast
from uuid import UUID, uuid4

import pytest

from application.access.table import COMMANDS
from application.access.visitor import VISITOR
from application.commands.advice import ReportUse
from application.commands.base import Command
from application.commands.meetings import PlanMeeting
from application.commands.networks import JoinNetwork
from application.commands.pilot import RecordBaseline
from application.commands.plans import ApprovePlan, DeferPlan, WithdrawPlan
from application.forms.fields import PROVINCES, FieldChoice, Kind, form_of
from application.language.words import Language, Words
from application.ports.vault.sessions import Session
from application.queries.auditing.record import PeopleFound, PersonFound
from domain.kernel.acts import Role
from domain.networks.meeting import MeetingAudience, MeetingMode
from tests.web.pages import VisitWithoutNetworks, a_visit
from web.asking.deed import Attempt, Deed, deed
from web.asking.forms import Typed, command_from, fields_of, key_of, rows_of, typed, values_of
from web.asking.people import look_up, without_people
from web.rendering import render
from web.visit import Visit

PEOPLES: list[type[Command[Any]]] = [
    command for command, row in COMMANDS.items() if issubclass(command, Command) and set(row) != {Role.CLOCK}
]


def at_the_bureau(language: Language) -> Visit:
    """Whoever can look people up is asked for them."""
    return replace(a_visit(language), session=Session(person=None, role=Role.PARTY_BUREAU, network=None))


def a_deed(command: type[Command[Any]], *asks: str) -> Deed:
    return deed(command, at="/ergens", asks=asks, then="/", done=Words("Gedaan.", "Done."))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("command", PEOPLES, ids=lambda command: command.__name__)
def test_every_command_of_people_can_be_shown_as_a_form(command: type[Command[Any]], language: Language):
    of = a_deed(command, *(each.name for each in form_of(command).fields))
    attempt = Attempt(of, at_the_bureau(language), {}, typed([]))
    html = render("form.html", attempt.visit, {**AROUND, **attempt.shown().facts})

    without = {Kind.FIXED, Kind.PARTS} | {Kind.NETWORK}  # of networks there are none here
    asked = [each for each in of.fields if each.kind not in without]
    assert [each.name for each in asked if f'name="{each.name}' not in html] == []
    assert "None" not in html


AROUND: dict[str, Any] = {
    "site": {"party": "P", "phone": "", "mail": "", "bureau": "", "is_invented": False},
    "menu": [],
    "foot": [],
    "who": {"name": None, "sign_in": None, "others": False},
    "in_other_language": {"address": "/", "code": "en", "name": "English"},
    "now_address": "/",
    "done": None,
}


def read(command: type[Command[Any]], form: list[tuple[str, str]], **says: object) -> tuple[Command[Any] | None, dict[str, str]]:
    fields = fields_of(command, [each.name for each in form_of(command).fields if each.name not in says])
    given = typed(form)
    made = command_from(command, fields, {**says, **values_of(fields, given)}, given, Language.NL)
    return made, given.errors


def test_what_was_typed_is_what_the_command_says():
    network = uuid4()
    made, errors = read(
        PlanMeeting,
        [
            ("title", " Op bezoek "),
            ("day-day", "9"),
            ("day-month", "1"),
            ("day-year", "2024"),
            ("mode", "online"),
            ("audience", "party"),
            ("at-day", ""),
            ("source", ""),
        ],
        network=network,
    )
    assert errors == {}
    assert made == PlanMeeting(
        network=network, title="Op bezoek", day=date(2024, 1, 9), mode=MeetingMode.ONLINE, audience=MeetingAudience.PARTY
    )


def test_a_moment_is_that_of_the_clock_in_the_netherlands():
    made, errors = read(
        JoinNetwork,
        [("at-day", "20"), ("at-month", "3"), ("at-year", "2023"), ("at-hour", "19.30")],
        network=UUID(int=1),
        purpose_version=1,
    )
    assert errors == {}
    assert made is not None
    assert made.at == datetime(2023, 3, 20, 18, 30, tzinfo=UTC)


def test_all_that_is_wrong_is_said_at_once_in_the_order_of_the_form():
    form = [("day-day", "31"), ("day-month", "2"), ("day-year", "2024"), ("title", "x" * 400)]
    fields = fields_of(PlanMeeting, ["title", "day", "mode", "audience"])
    given = typed(form)
    made = command_from(PlanMeeting, fields, {"network": uuid4(), **values_of(fields, given)}, given, Language.NL)

    assert made is None
    assert [each["href"] for each in given.in_order(fields)] == ["#title", "#day-day", "#mode"]
    assert given.errors["day"] == "Vul een dag in die bestaat, zoals 31 12 2023"
    assert given.errors["title"] == "Gebruik hooguit 120 tekens"


def test_parts_that_go_together_are_read_row_by_row():
    form = [("conditions.0.text", "Zoek een voorzitter."), ("conditions.0.owner", "core-group")]
    fields = fields_of(ApprovePlan, ["conditions"])
    values = values_of(fields, typed(form))
    assert values == {"conditions": ({"text": "Zoek een voorzitter.", "owner": "core-group"},)}


def decided(*lines: tuple[str, str]) -> Typed:
    return typed([("decided.0.form", "meeting"), ("decided.0.day-day", "16"), ("decided.0.day-month", "1"), *lines])


def test_who_took_part_is_not_noted_when_that_is_left_empty_and_the_rest_is_not():
    fields = fields_of(DeferPlan, ["decided"])

    assert values_of(fields, decided())["decided"]["taking_part"] == "not-noted"
    assert values_of(fields, typed([("decided.0.form", "")])) == {}


class Register(VisitWithoutNetworks):
    """Knows two people by the name of one, and one by hers."""

    def ask_if_allowed(self, question: Any) -> Any:
        found = {"Otto": ["Otto Voorbeeld", "Otto Verzonnen"], "Pien Verzonnen": ["Pien Verzonnen"]}[question.name]
        people = [PersonFound(person=UUID(int=len(name)), name=name, province=None, birth_year=None) for name in found]
        return PeopleFound(people=tuple(people), more=False)


@pytest.mark.parametrize(("typed_names", "asked_again"), [("Pien Verzonnen", False), ("Pien Verzonnen\nOtto", True)])
def test_of_several_people_each_line_is_looked_up(typed_names: str, *, asked_again: bool):
    fields = fields_of(DeferPlan, ["decided"])
    given = decided(("decided.0.taking_part", typed_names))
    look_up(Register(cast(Any, None), VISITOR, Language.NL, "/ergens", {}, ways_in=cast(Any, None)), fields, given)

    assert values_of(fields, given)["decided"]["taking_part"] == (str(UUID(int=14)),)
    assert ("decided.0.taking_part" in given.errors) is asked_again


def test_who_cannot_look_people_up_is_asked_for_nobody():
    shown = without_people(fields_of(DeferPlan, ["decided"]) + fields_of(WithdrawPlan, ["person"]))

    assert [each.name for each in shown] == ["decided"]
    assert values_of(shown, decided())["decided"]["taking_part"] == "not-noted"
    assert Kind.PERSON not in {each.kind for each in shown[0].fields}


def test_of_two_people_with_one_name_one_is_chosen():
    of = a_deed(JoinNetwork, "person")
    attempt = Attempt(of, at_the_bureau(Language.NL), {}, typed([("person", "Xander Fictief")]))
    attempt.given.people["person"] = [
        PersonFound(person=uuid4(), name="Xander Fictief", province="NL-UT", birth_year=1971),
        PersonFound(person=uuid4(), name="Xander Fictief", province="NL-GE", birth_year=1958),
    ]
    html = render("form.html", attempt.visit, {**AROUND, **attempt.shown().facts})
    assert "Xander Fictief, Utrecht, geboren in 1971" in html
    assert html.count('type="radio"') == 2


SHARES = fields_of(RecordBaseline, ["shares"])


def test_a_table_of_fixed_keys_has_a_row_for_each_of_them():
    (asked,) = SHARES
    assert [each.value for each in (key_of(asked) or asked).choices] == [each.value for each in PROVINCES]
    assert list(rows_of(asked)) == list(range(12))
    every = typed([(f"shares.{row}.share", f"0,{row:02}") for row in range(12)])
    told = values_of(SHARES, every)["shares"]
    assert [(each["value"], each["share"]) for each in told] == [
        (each.value, f"0.{row:02}") for row, each in enumerate(PROVINCES)
    ]


def test_a_row_of_a_table_that_stays_empty_says_nothing_and_a_mistake_stands_at_its_row():
    given = typed([("shares.0.share", "0,5"), ("shares.11.share", "veel")])
    values = values_of(SHARES, given) | {"group": "voters", "counted": 10, "reference_day": "2023-01-01", "origin": "Telling."}
    assert [each["value"] for each in values["shares"]] == [PROVINCES[0].value, PROVINCES[11].value]
    assert command_from(RecordBaseline, SHARES, values, given, Language.NL) is None
    assert list(given.errors) == ["shares.11.share", "shares"]  # one province is not enough either


def test_of_an_advice_each_recommendation_has_a_row_and_the_whole_has_one():
    (asked,) = fields_of(ReportUse, ["uses"])
    choices = tuple(FieldChoice(str(number), Words("Aanbeveling", "Recommendation")) for number in range(1, 6))
    number = replace(asked.fields[0], kind=Kind.CHOICE, choices=choices)
    table = replace(asked, fields=(number, *asked.fields[1:]))
    given = typed([("uses.4.use", "adopted"), ("uses.5.use", "partly")])
    assert values_of([table], given)["uses"] == ({"number": "5", "use": "adopted"}, {"use": "partly"})
