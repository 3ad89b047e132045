"""What two versions of the rules, or of a plan, say differently."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from application.errors import UnknownPlanVersion, UnknownRulesVersion
from application.queries.auditing.differences import DifferencesFound, PlanDifferences, RuleDifferences, VersionDifference
from domain.pilot.rules import NetworkRules, NetworkType
from domain.plans.content import PlanContent
from projections.reading.query_service import AsOf
from projections.store.tables import rules
from projections.views.plans import PLANS, PlanView


def rule_differences(as_of: AsOf, query: RuleDifferences) -> DifferencesFound:
    """
    Compare two versions of the rules, for each type of network that has both.

    :raises UnknownRulesVersion: if one of them was not adopted by then, for any type that is asked about
    """
    adopted: dict[str, dict[NetworkType, NetworkRules]] = {}
    for row in as_of.rows(rules, rules.c.at < as_of.before):
        of = adopted.setdefault(row["rules_version"], {})
        of[NetworkType(row["network_type"])] = NetworkRules.model_validate(row["rules"])
    types = [each for each in NetworkType if query.network_type in {None, each}]
    for version in (query.earlier, query.later):
        if not any(each in adopted.get(version, {}) for each in types):
            raise UnknownRulesVersion(version=version)
    earlier, later = adopted[query.earlier], adopted[query.later]
    both = [each for each in types if each in earlier and each in later]
    items = (each for kind in both for each in _differences(earlier[kind], later[kind], network_type=kind))
    return DifferencesFound(earlier=query.earlier, later=query.later, items=tuple(items))


def plan_differences(as_of: AsOf, query: PlanDifferences) -> DifferencesFound:
    """
    Compare two versions of a plan, as they were handed in.

    :raises UnknownPlanVersion: if one of them was not handed in by then
    """
    view: PlanView = as_of.view(PLANS, query.plan)
    versions: dict[int, PlanContent] = {each.plan_version: each.content for each in view.versions}
    for version in (query.earlier, query.later):
        if version not in versions:
            raise UnknownPlanVersion(version=version, newest=max(versions, default=0))
    items = tuple(_differences(versions[query.earlier], versions[query.later]))
    return DifferencesFound(earlier=str(query.earlier), later=str(query.later), items=items)


def _differences(earlier: BaseModel, later: BaseModel, **of: Any) -> Iterator[VersionDifference]:  # noqa: ANN401  # fields of it
    before, after = earlier.model_dump(mode="json"), later.model_dump(mode="json")
    for name in type(earlier).model_fields:
        if before[name] != after[name]:
            was, becomes = getattr(earlier, name), getattr(later, name)
            yield VersionDifference(part=name, before=before[name], after=after[name], was=was, becomes=becomes, **of)
