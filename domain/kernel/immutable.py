"""The shape of every value."""

from pydantic import BaseModel, ConfigDict


class Immutable(BaseModel):
    """A value: equal by content, never changed, and nothing in it that was not declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
