"""How every connection to PostgreSQL is made: that of the log, the vault and the read store."""

from collections.abc import Mapping
from typing import Final

# Direct connections, or a pooler in session mode: in transaction mode most saves fail.
CONNECTION: Final[Mapping[str, str | int]] = {
    "application_name": "netwerkpartij",
    "connect_timeout": 3,
    # A connection that went silent ends within about seven seconds instead of never.
    "keepalives": 1,
    "keepalives_idle": 3,
    "keepalives_interval": 1,
    "keepalives_count": 4,
    "tcp_user_timeout": 7000,
}
