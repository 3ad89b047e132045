"""The page of every setting."""

from netwerkpartij.catalogues.fields import default, type_names
from netwerkpartij.catalogues.markdown import page, table
from netwerkpartij.settings import PREFIX, Settings


def settings() -> str:
    names = type_names(Settings)
    rows = [
        (f"`{PREFIX}{name.upper()}`", names[name], default(field), field.description or "")
        for name, field in Settings.model_fields.items()
    ]
    return page(
        "# Settings",
        "Environment variables. A wrong one stops the start with one line that names it.",
        table(("setting", "type", "default", "what"), rows),
    )
