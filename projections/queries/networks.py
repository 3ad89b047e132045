"""Answers about networks: the directory, one in full, and where members of a merged one are asked."""

from datetime import date
from typing import Any
from uuid import UUID

from application.queries.base import Many
from application.queries.networks import AskedAnew, InvitationEntry, NetworkDetails, NetworkDirectory, NetworkEntry, NetworkPage
from domain.networks.network import Agreements
from projections.reading.counting import (
    Counts,
    former_names,
    members_counted,
    members_counted_in,
    names_then,
    network_begun,
    networks_begun,
    seats_held,
)
from projections.reading.query_service import AsOf
from projections.reading.rules_in_force import InForce, rules_in_force
from projections.reading.size_told import bands_told
from projections.store.bulk_writes import Row
from projections.store.instants import moment, moment_or_none
from projections.store.tables import networks


def network_directory(as_of: AsOf, query: NetworkDirectory) -> Many[NetworkEntry]:
    """List every network begun by then, in the order of their names."""
    begun = networks_begun(as_of)
    wanted = sorted((row for row in begun if query.after is None or _key(row) > query.after), key=_key)[: query.limit + 1]
    found = members_counted(as_of, begun)
    told = bands_told(as_of)
    in_force = rules_in_force(as_of)
    entries = [NetworkEntry(**_entry(as_of, row, found.get(row["owner"], Counts()), in_force, told)) for row in wanted]
    return as_of.page(query, entries)


def network_details(as_of: AsOf, query: NetworkDetails) -> NetworkPage:
    row = network_begun(as_of, query.network)
    count = members_counted_in(as_of, query.network)
    return NetworkPage(
        **_entry(as_of, row, count, rules_in_force(as_of), bands_told(as_of, query.network)),
        former_names=former_names(as_of, query.network),
        agreements=Agreements.model_validate(row["agreements"]),
        existed_since=None if row["existed_since"] is None else date.fromisoformat(row["existed_since"]),
        pilot=_id(row["pilot"]),
        plan=_id(row["plan"]),
        plan_version=row["plan_version"],
        rules_version=row["rules_version"],
        repair_by=None if row["repair_by"] is None else date.fromisoformat(row["repair_by"]),
        has_chair=row["chair"] in {seat["reference"] for seat in seats_held(as_of, query.network)},
    )


def asked_anew(as_of: AsOf, query: AskedAnew) -> Many[InvitationEntry]:
    """List the merged networks and what they merged into."""
    names = names_then(as_of)
    merged = [row for row in as_of.rows(networks) if row["merged_into"] is not None and row["closed_at"] < as_of.before]
    invitations = [
        InvitationEntry(
            key=_key({**row, "name": names[row["owner"]]}),
            network=UUID(row["owner"]),
            name=names[row["owner"]],
            into=UUID(row["merged_into"]),
            into_name=names[row["merged_into"]],
            merged_at=moment(row["closed_at"]),
        )
        for row in merged
    ]
    return as_of.page_by_key(query, invitations)


def _key(row: Row) -> str:
    return f"{row['name'].casefold()} {row['owner']}"


def _id(text: str | None) -> UUID | None:
    return None if text is None else UUID(text)


def status_of(as_of: AsOf, row: Row) -> str:
    """Say where a network was in its life."""
    if row["closed_at"] < as_of.before:
        return "merged" if row["merged_into"] is not None else "closed"
    if row["suspended"]:
        return "suspended"
    return "open" if row["dormant_since"] is None else "dormant"


def _entry(
    as_of: AsOf, row: Row, count: Counts, in_force: dict[str, InForce], told: dict[str, str | None]
) -> dict[str, Any]:  # the fields of NetworkEntry, checked by it
    status = status_of(as_of, row)
    rules = in_force.get(row["network_type"])
    ended = status in {"closed", "merged"}
    same = ("name", "network_type", "label", "sensitive", "purpose_version")
    return {
        **{name: row[name] for name in same},
        "key": _key(row),
        "network": UUID(row["owner"]),
        "version": row["version"],
        "members_band": told.get(row["owner"]),
        "status": status,
        "begun_at": moment(row["begun_at"]),
        "closed_at": moment_or_none(row["closed_at"]) if ended else None,
        "merged_into": _id(row["merged_into"]) if ended else None,
        "members": count.members,
        "core_group": count.core_group,
        "below_minimum": None if rules is None or ended else count.core_group < rules.core_group_minimum,
    }
