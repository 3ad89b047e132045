"""
Writes what is carried along from others, with its version, licence and digest: ``make vendor``.

npm has put it under a folder, and compiled the style; no program of theirs runs when pages are served.
"""

import hashlib
import json
import shutil
import sys
from pathlib import Path

VENDOR = Path(__file__).parents[1] / "static" / "vendor"
STYLE, BEHAVIOUR = "govuk.css", "govuk-frontend.min.js"


def manifest(versions: dict[str, str]) -> str:
    """Say of each file what it is of, under which licence, and what its digest is."""
    files = {
        path.name: {
            "of": f"govuk-frontend {versions['govuk-frontend']}",
            "compiled_with": f"sass {versions['sass']}" if path.name == STYLE else None,
            "licence": "MIT",
            "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        }
        for path in sorted(VENDOR.iterdir())
        if path.name != "manifest.json"
    }
    return json.dumps(files, indent=2) + "\n"


def main(modules: Path) -> None:
    """Copy the behaviour beside the compiled style, and write the manifest; the licence, which npm has not, is kept here."""
    versions = {
        name: json.loads((modules / name / "package.json").read_text(encoding="utf-8"))["version"]
        for name in ("govuk-frontend", "sass")
    }
    shutil.copyfile(modules / "govuk-frontend" / "dist" / "govuk" / BEHAVIOUR, VENDOR / BEHAVIOUR)
    (VENDOR / "manifest.json").write_text(manifest(versions), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
