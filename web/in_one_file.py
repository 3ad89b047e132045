"""A page in a file of its own: what dresses it lies in it, its links lead to the service, and it asks for nothing else."""

import re
from base64 import b64encode
from html import escape

from web.assets import UNDER, Asset, assets

AROUND = re.compile(
    r'<link rel="(?:preload|icon)"[^>]*>|<script[^>]*></script>|<a href="#inhoud".*?</a>|<(header|footer).*?</\1>', re.DOTALL
)
"""What only a page in a portal has: its menu, its foot, and what a browser fetches beforehand."""
STYLES = re.compile(rf'<link rel="stylesheet" href="({UNDER}[^"]+)">')
PICTURES = re.compile(rf'(?<=src=")({UNDER}[^"]+)(?=")')
FONTS = re.compile(r"url\((fonts/[^)]+)\)")
LINKS = re.compile(r'(?<=href=")/')


def in_one_file(html: str, address: str) -> str:
    """
    Put a page of the portal in one file.

    :param address: of the service, to which its links lead
    """
    by_address = assets()
    alone = AROUND.sub("", html)
    alone = STYLES.sub(lambda found: f"<style>{_with_fonts(by_address[found[1]])}</style>", alone)
    alone = PICTURES.sub(lambda found: _as_data(by_address[found[1]]), alone)
    return LINKS.sub(f"{escape(address.rstrip('/'))}/", alone)


def _with_fonts(style: Asset) -> str:
    by_name = {of.split("/", 3)[3]: asset for of, asset in assets().items()}
    return FONTS.sub(lambda found: f"url({_as_data(by_name[found[1]])})", style.content.decode())


def _as_data(asset: Asset) -> str:
    return f"data:{asset.media_type};base64,{b64encode(asset.content).decode()}"
