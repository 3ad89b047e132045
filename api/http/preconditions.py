"""What a request says about what it saw or did before: versions, positions, command ids; and the form it wants back."""

import hashlib
import re
from collections.abc import Mapping
from inspect import Parameter, Signature
from typing import Annotated, Any
from uuid import UUID

from fastapi import Header

from application.ports.vault.looks import LookPurpose

ENTITY_TAG = r'^"[1-9][0-9]{0,8}(\.[0-9a-f]{16})?"$'
"""The version of an item, and which showing of it: a member who joins changes what is shown, and not the version."""

IdempotencyKey = Annotated[
    UUID | None,
    Header(
        alias="Idempotency-Key",
        description="The id of this command. The same id and command again gives the stored answer; left out, one is made.",
    ),
]
IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        pattern=ENTITY_TAG,
        max_length=40,
        description="The version that you saw (the ETag); when it has changed since, nothing is done.",
        examples=['"3"'],
    ),
]
IfNoneMatch = Annotated[
    str | None,
    Header(alias="If-None-Match", max_length=400, description="The ETag that you have; 304 when nothing changed."),
]
EventPosition = Annotated[
    int | None,
    Header(
        alias="Event-Position",
        ge=0,
        le=2**53,
        description="The answer must know of everything up to this position, which a command answered: a number in no order.",
    ),
]

WhatFor = Annotated[
    LookPurpose | None,
    Header(
        alias="Look-Purpose",
        description="What you read it for, where the answer names people: it is kept, and told to them. Needed for the members of"
        " a network beyond the first hundred.",
    ),
]

OPTIONAL = frozenset({"look_purpose", "idempotency_key", "if_match", "if_none_match", "event_position"})
"""The headers above, by the parameters of an endpoint; what else an endpoint takes is required."""


def signature(parameters: Mapping[str, Any]) -> Signature:
    """Make the signature of an endpoint from its parameters by name."""
    return Signature(
        [
            Parameter(name, Parameter.KEYWORD_ONLY, annotation=annotation, default=None if name in OPTIONAL else Parameter.empty)
            for name, annotation in parameters.items()
        ]
    )


def seen_version(if_match: str | None) -> int | None:
    return int(re.split(r'[".]', if_match)[1]) if if_match else None


def entity_tag(version: int, content: bytes) -> str:
    """Give the ETag of one showing of an item."""
    return f'"{version}.{hashlib.sha256(content).hexdigest()[:16]}"'


def is_known(if_none_match: str | None, tag: str) -> bool:
    """Say whether whoever asks has this showing already."""
    return if_none_match is not None and (if_none_match.strip() == "*" or tag in re.split(r"\s*,\s*(?:W/)?", if_none_match))
