"""The page of everything that can be refused."""

import importlib
import pkgutil
from collections.abc import Iterator

import application
import domain
import infrastructure.vault
from application.language.counting import of_many
from application.language.errors import SENTENCES
from application.language.errors.statuses import STATUSES, status_of
from application.ports.errors import StoreError
from domain.kernel.errors import DomainError
from infrastructure.vault.errors import VaultRefusal
from netwerkpartij.catalogues.markdown import one_line, page, table

HEAD = """
A code is stable and for programs. The sentences are for people: what happened, and what to do next. Names in braces are filled
in. What has no status is said before there is an answer over HTTP.
""".strip()
OURS = ("domain.", "application.", "infrastructure.")


def errors() -> str:
    refusals = _refusals()
    rows = []
    for code, sentence in sorted(SENTENCES.items()):
        refusal = refusals.get(code)
        status = STATUSES.get(code) if refusal is None else status_of(refusal.__new__(refusal), code)
        dutch, english = of_many(f"{sentence.nl} {sentence.next_nl}"), of_many(f"{sentence.en} {sentence.next_en}")
        rows.append((f"`{code}`", one_line(refusal) if refusal else "", dutch, english, str(status.value if status else "")))
    return page("# Refusals", HEAD, table(("code", "rule", "Nederlands", "English", "HTTP"), rows))


def _refusals() -> dict[str, type[Exception]]:
    for package in (domain, application, infrastructure.vault):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)  # a refusal is found once its module was imported
    found = (kind for root in (VaultRefusal, StoreError, DomainError) for kind in _below(root))
    return {kind.code: kind for kind in found if kind.__module__.startswith(OURS) and hasattr(kind, "code")}


def _below(kind: type[Exception]) -> Iterator[type[Exception]]:
    yield kind
    for subclass in kind.__subclasses__():
        yield from _below(subclass)
