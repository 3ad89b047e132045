"""By which definition each figure is counted: a figure that is counted otherwise from now on gets a new version."""

from collections.abc import Mapping

from application.evaluation.figures import FigureName

DEFINED_ANEW: Mapping[FigureName, int] = {}
"""Figures that are no longer counted as at first, with how often that changed; a frozen evaluation says which version it has."""


def metric_version(figure: FigureName) -> int:
    return 1 + DEFINED_ANEW.get(figure, 0)
