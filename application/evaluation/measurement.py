"""A figure as a function finds it, before it has its name."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from pydantic import JsonValue

from application.evaluation.details import Detail
from application.evaluation.figures import FigureName
from application.queries.evaluating.evaluation import EventLeftOut, Figure, Note, Verdict


@dataclass(frozen=True)
class Measurement:
    """What was counted, and the events that it was counted from and rests on; None among them is left out."""

    value: JsonValue
    n: int | None = None
    events: Iterable[str | None] = ()
    ground: Iterable[str | None] = ()
    norm: float | None = None
    verdict: Verdict | None = None
    note: Note | None = None
    detail: Detail | None = None
    left_out: Iterable[EventLeftOut] = ()

    def as_figure(
        self,
        figure: FigureName,
        network: str | None = None,
        of: UUID | None = None,
        corrections: Mapping[str, Iterable[str]] = MappingProxyType({}),
        followed: Container[str] = (),
    ) -> Figure:
        """
        Give it as it is answered.

        :param network: the name of the network that it is of, None when it is of all together; ``of`` is its id
        :param corrections: the corrections of each event that was corrected; of the events behind it they are part of its ground
        :param followed: what followed from a closing: of what is behind it, part of its ground as the closing is
        """
        named = {each for each in self.events if each is not None}
        events = {each for each in named if each not in followed}
        ground = (named | {each for each in self.ground if each is not None}) - events
        mended = {each for event in events | ground for each in corrections.get(event, ())}
        left_out = {(each.event, each.why): each for each in self.left_out}
        lists = {
            "events": tuple(sorted(events)),
            "ground": tuple(sorted((ground | mended) - events)),
            "left_out": tuple(left_out[name] for name in sorted(left_out)),
        }
        return Figure(**{**vars(self), **lists}, figure=figure, unit=figure.unit, network=network, of=of)
