"""The rule book: which rules hold for which type of network from which day, decided by whom."""

from datetime import date
from uuid import uuid5

from domain.kernel.acts import Act
from domain.kernel.errors import DomainError
from domain.kernel.events import Aggregate, FirstEvent, event
from domain.kernel.log import PROJECT
from domain.kernel.text import Text, Version
from domain.pilot.rules import AdoptedRules, NetworkRules, NetworkType

RULE_BOOK = uuid5(PROJECT, "rule-book")


class RulesVersionExists(DomainError):
    """A version of the rules is adopted once; a change is a new version."""


class NoRulesApply(DomainError):
    """No rules were adopted for this type of network on this day."""


class RuleBook(Aggregate):
    """The rules of the party for its networks, as they were adopted."""

    # Events

    class RuleBookOpened(FirstEvent):
        """The party began to keep a rule book."""

    class RulesAdopted(Aggregate.Event):
        """The party decided that these rules hold for a type of network from a day on."""

        rules_version: Version
        network_type: NetworkType
        valid_from: date
        rules: NetworkRules
        origin: Text

    # Decisions

    @classmethod
    def open(cls, act: Act) -> "RuleBook":
        return cls._begin(cls.RuleBookOpened, RULE_BOOK, act=act)

    def adopt(
        self, act: Act, *, rules_version: str, network_type: NetworkType, valid_from: date, rules: NetworkRules, origin: str
    ) -> None:
        """
        Adopt rules for a type of network from a day on.

        They may be adopted after the fact; decisions taken before keep their outcome and the version they used.

        :param origin: where the rules are written down
        :raises RulesVersionExists: if this version was adopted for the type before
        """
        if any(known.rules_version == rules_version for known in self.adopted[network_type]):
            raise RulesVersionExists(rules_version=rules_version, network_type=network_type)
        self.trigger_event(
            self.RulesAdopted,
            act=act,
            rules_version=rules_version,
            network_type=network_type,
            valid_from=valid_from,
            rules=rules,
            origin=origin,
        )

    # Answers

    def rules_for(self, network_type: NetworkType, on: date) -> AdoptedRules:
        """
        Give the rules that hold on a day: of those begun by then the latest begun, of equals the latest adopted.

        :raises NoRulesApply: if none were adopted for the type and day
        """
        begun = [known for known in self.adopted[network_type] if known.valid_from <= on]
        if not begun:
            raise NoRulesApply(network_type=network_type, on=on)
        latest = max(known.valid_from for known in begun)
        return next(known for known in reversed(begun) if known.valid_from == latest)

    # Changes

    def __init__(self) -> None:
        self.adopted: dict[NetworkType, tuple[AdoptedRules, ...]] = dict.fromkeys(NetworkType, ())

    @event(RulesAdopted)
    def _adopted(self, rules_version: str, network_type: NetworkType, valid_from: date, rules: NetworkRules) -> None:
        adopted = AdoptedRules(rules_version=rules_version, network_type=network_type, valid_from=valid_from, rules=rules)
        self.adopted[network_type] = (*self.adopted[network_type], adopted)
