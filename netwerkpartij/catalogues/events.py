"""The page of everything that is ever stored."""

from domain.all_aggregates import AGGREGATES
from domain.kernel.acts import Act
from domain.kernel.events import DomainEvent, FirstEvent, events_of
from domain.kernel.free_text import texts_of
from netwerkpartij.catalogues.fields import fields_table, held_and_choices, type_names
from netwerkpartij.catalogues.markdown import one_line, page, table

HEAD = """
Everything that is ever stored, by the aggregate that it happened to. The first column is the stored name (`TOPIC`), which stays;
`schema` is the version of the stored form ([how to change one](../how-to/change-a-stored-event.md)).

Free text is *institutional* (stored as it is, names nobody), *closed* (sealed with the key of its dossier) or *personal*
(sealed with its author's key).
""".strip()


def events() -> str:
    parts = [
        "# Events",
        HEAD,
        "Every event has an **act**: who did what, in what role, when, and how it came in.",
        fields_table(Act),
    ]
    for aggregate in AGGREGATES:
        rows = [(f"`{kind.TOPIC}`", str(kind.SCHEMA), one_line(kind), _fields(kind)) for kind in events_of(aggregate)]
        parts += [f"## {aggregate.TOPIC}", one_line(aggregate), table(("event", "schema", "what happened", "fields"), rows)]
    kinds = [kind for aggregate in AGGREGATES for kind in events_of(aggregate)]
    return page(*parts, *held_and_choices([Act, *kinds]))


def _fields(event: type[DomainEvent]) -> str:
    names = type_names(event)
    own = [f"`{name}`: {names[name]}{_kept(event, name)}" for name in event.model_fields if name not in FirstEvent.model_fields]
    return "<br>".join(own) or "none of its own"


def _kept(event: type[DomainEvent], name: str) -> str:
    kinds = {kind for path, kind in texts_of(event).items() if path.split(".")[0] == name}
    return f" ({', '.join(sorted(kinds))})" if kinds else ""
