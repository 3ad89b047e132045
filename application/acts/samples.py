"""Samples of commands, to try what may be done: what is required is filled in, and nothing else that is not needed for that."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from application.access.table import BOARD
from application.acts.dry_vault import SOMEBODY
from application.commands.advice import OnRequest
from application.commands.base import NOT_NOTED, Command, DecidedText
from application.forms.fields import FormField, Kind, form_of
from application.ports.vault.sessions import Session
from application.queries.base import Query
from application.queries.networks import NetworkDirectory
from application.queries.pilot import Pilots
from domain.advice.request import AdviceRequest
from domain.kernel.acts import DecisionForm, Role
from domain.kernel.events import Aggregate
from domain.networks.conversation import Conversation
from domain.networks.meeting import Meeting
from domain.networks.network import Network
from domain.party.privacy_request import PrivacyRequest
from domain.pilot.frozen_evaluation import FrozenEvaluation
from domain.pilot.pilot import Pilot
from domain.plans.founding_plan import FoundingPlan

ITEMS: Mapping[type[Aggregate], str] = {
    FoundingPlan: "plan",
    Network: "network",
    AdviceRequest: "advice_request",
    Meeting: "meeting",
    Conversation: "conversation",
    Pilot: "pilot",
    FrozenEvaluation: "frozen_evaluation",
    PrivacyRequest: "privacy_request",
}
"""By which field commands name what they are given on."""

AHEAD = timedelta(days=28)
ALSO: Mapping[str, tuple[str, ...]] = {"DeliverAdvice": ("advice",), "TellLessons": ("what_worked",)}
"""Of which fields at least one must be filled in, though none of them alone."""

Ask = Callable[[Query[Any]], Any]


class NothingToChoose(Exception):
    """A field that must be filled in has nothing to choose from."""


def is_given_on(command: type[Command], item: Aggregate) -> bool:
    """Say whether a command is given on an item of this kind."""
    name = ITEMS[type(item)]
    if name not in command.model_fields:
        return False
    return command.model_fields[name].is_required() and (name != "network" or not issubclass(command, OnRequest))


@dataclass(frozen=True)
class Sampler:
    """
    Makes samples of what somebody could give on an item.

    :param ask: asks the read side for what can be chosen
    """

    item: Aggregate
    session: Session
    today: date
    ask: Ask

    def samples(self, command: type[Command]) -> Iterator[Command]:
        """
        Make samples of a command, the likeliest first; none when there is nothing to choose from.

        What the board may decide may also be done by others, where the command lets it.
        """
        try:
            values = dict(self._values(command))
        except NothingToChoose:
            return
        by_board = self.session.role in BOARD and "decided" in command.model_fields
        for decided in ({"decided": self._decided()}, {}) if by_board else ({},):
            try:
                yield command.model_validate({**values, **decided})
            except ValidationError:  # its fields do not go together so
                continue

    def _values(self, command: type[Command]) -> Iterator[tuple[str, Any]]:
        also = ALSO.get(command.__name__, ())
        for field in form_of(command).fields:
            if field.required or field.name in also:
                yield field.name, self._value(field)
            elif field.name == "person" and self.session.role is Role.PARTY_BUREAU:
                yield "person", SOMEBODY

    def _decided(self) -> DecidedText:
        return DecidedText(form=DecisionForm.MEETING, day=self.today, taking_part=NOT_NOTED)

    def _value(self, field: FormField) -> Any:  # noqa: ANN401  # of any kind
        """
        Give the first value that could be chosen.

        :raises NothingToChoose: if there is none
        """
        if field.name == ITEMS[type(self.item)]:
            return self.item.id
        value = self._chosen(field) if field.kind in {Kind.ITEM, Kind.NETWORK, Kind.CHOICE} else self._typed(field)
        return (value,) if field.several else value

    def _chosen(self, field: FormField) -> Any:  # noqa: ANN401  # of any kind
        if field.kind is Kind.CHOICE:
            return field.choices[0].value
        for value in self._networks() if field.kind is Kind.NETWORK else self._items(field.name):
            return value
        raise NothingToChoose

    def _networks(self) -> Iterator[UUID]:
        about = getattr(self.item, "network", self.item.id)
        entries = self.ask(NetworkDirectory()).items
        return (each.network for each in entries if each.closed_at is None and each.network != about)

    def _items(self, name: str) -> Iterable[Any]:
        of_item: Mapping[str, Callable[[Any], Iterable[Any]]] = {
            "plan_version": lambda plan: [max(plan.plan_version, 1)],
            "digest": lambda frozen: [frozen.digest],
            "purpose_version": lambda network: [network.purpose_version],
            "question_number": lambda plan: sorted(plan.open_questions),
            "condition_number": lambda plan: sorted(plan.open_conditions),
            "plan": lambda pilot: [each.plan for each in pilot.waiting],
            "group": lambda pilot: pilot.groups,
            "pilot": lambda plan: [plan.pilot] if plan.pilot is not None else self._pilots(),
        }
        return iter(of_item[name](self.item)) if name in of_item else iter(())

    def _pilots(self) -> list[UUID]:
        return [each.pilot for each in self.ask(Pilots()).items if each.ended_at is None]

    def _typed(self, field: FormField) -> Any:  # noqa: ANN401  # of any kind
        typed: Mapping[Kind, Any] = {
            Kind.FIXED: field.only,
            Kind.DAY: self.today + AHEAD,
            Kind.NUMBER: max(int(field.least or 0), 1),
            Kind.SHARE: field.most,
            Kind.YES_NO: False,
            Kind.PERSON: SOMEBODY,
            Kind.MONTH: f"{self.today:%Y-%m}",
            Kind.EMAIL_ADDRESS: "naam@voorbeeld.example",
        }
        if field.kind is Kind.PARTS:
            return {part.name: self._value(part) for part in field.fields if part.required}
        return typed.get(field.kind, "Voorbeeld")
