"""Every kind of aggregate. Topics resolve only after their module was imported: the wiring imports this (library trap)."""

from domain.baseline import Baseline
from domain.events import Aggregate
from domain.founding_plan import FoundingPlan
from domain.log import Log
from domain.membership import Membership
from domain.network import Network
from domain.network_name import NetworkName
from domain.office import Office
from domain.party_membership import PartyMembership
from domain.pilot import Pilot
from domain.rule_book import RuleBook

AGGREGATES: tuple[type[Aggregate], ...] = (
    Log,
    RuleBook,
    Baseline,
    Pilot,
    FoundingPlan,
    Network,
    NetworkName,
    Membership,
    PartyMembership,
    Office,
)
"""In the order in which a network's life goes."""
