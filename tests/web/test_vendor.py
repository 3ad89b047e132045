"""What is carried along of others is what its manifest says, with a licence."""

import hashlib
import json

from web.assets import STATIC, assets

VENDOR = STATIC / "vendor"


def test_the_manifest_names_every_file_with_version_licence_and_digest():
    manifest = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
    there = {path.name: path for path in VENDOR.iterdir() if path.name != "manifest.json"}

    assert manifest.keys() == there.keys()
    for name, path in there.items():
        assert manifest[name]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert manifest[name]["of"].startswith("govuk-frontend ")
        assert manifest[name]["licence"] == "MIT"


def test_fonts_come_with_their_licences():
    fonts = {path.name for path in (STATIC / "fonts").iterdir()}
    assert fonts == {
        "OFL-bricolage-grotesque.txt",
        "OFL-figtree.txt",
        "bricolage-grotesque-700.woff2",
        "figtree-400-700.woff2",
    }


def test_all_assets_share_one_digest_and_styles_find_what_they_name():
    digests = {address.split("/")[2] for address in assets()}
    assert len(digests) == 1
    names = {address.split("/", 3)[3] for address in assets()}
    assert {"portal.css", "start.js", "vendor/govuk.css", "fonts/figtree-400-700.woff2"} <= names
