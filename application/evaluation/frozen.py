"""The document of a frozen evaluation: canonical JSON (RFC 8785), and the evaluation that can be read from it again."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import rfc8785

from application.evaluation.figures import FigureName
from application.evaluation.for_everybody import REDACTION
from application.evaluation.versions import metric_version
from application.evaluation.withheld import without_events
from application.queries.evaluating.evaluation import EvaluationReport
from domain.pilot.frozen_evaluation import FrozenNetwork, MetricVersion

NAMED: Mapping[str, FigureName] = {str(each): each for each in FigureName}
NO_ITEM = UUID(int=0)
"""What stands for a plan in a document, which says only what it is called."""


def metric_versions() -> tuple[MetricVersion, ...]:
    return tuple(MetricVersion(figure=str(each), version=metric_version(each)) for each in FigureName)


def document_of(report: EvaluationReport, versions: Iterable[MetricVersion]) -> str:
    """
    Write an evaluation in the one form that it has: the same figures are the same bytes in every database.

    :param report: as it may be told to everybody
    """
    told: dict[str, Any] = {
        "evaluation": report.model_dump(mode="json", by_alias=True),
        "metricVersions": {each.figure: each.version for each in versions},
        "redaction": REDACTION,
    }
    return rfc8785.dumps(told).decode()


def digest_of(document: str) -> str:
    return hashlib.sha256(document.encode()).hexdigest()


def report_in(document: str, networks: Iterable[FrozenNetwork]) -> EvaluationReport:
    """Read the evaluation in a document; it names networks by what they were called, so which those are is told beside it."""
    told: dict[str, Any] = json.loads(document)["evaluation"]
    ids = {each.name: each.network for each in networks}
    told["figures"] = [_figure(each, ids) for each in told["figures"]]
    for each in told["networks"]:
        each["of"] = ids[each["network"]]
    for part in (each for each in told["happened"].values() if isinstance(each, list)):
        for each in (named for named in part if isinstance(named, dict) and "name" in named):
            each["of"] = ids.get(each["name"], NO_ITEM)
    return without_events(EvaluationReport.model_validate(told))


def _figure(told: dict[str, Any], ids: Mapping[str, UUID]) -> dict[str, Any]:
    kind = NAMED[told["figure"]].detail
    detail = kind.model_validate(told["detail"]) if kind is not None and told["detail"] else None
    return {**told, "detail": detail, "of": ids.get(told["network"] or "")}
