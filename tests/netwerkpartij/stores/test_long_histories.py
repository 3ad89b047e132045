"""A long history takes no more memory than a short one, and stays whole or not at all."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.netwerkpartij.stores.long_histories import write_history
from tests.netwerkpartij.terminal import CHECKOUT

pytestmark = pytest.mark.slow

SHORT, LONG = 10_000, 100_000
MORE = 40_000
"""Kilobytes that the long one may take more: names, references to count people by, and what a database keeps of its pages."""

IMPORT_AND_TELL = """
import atexit, re, sys
atexit.register(lambda: print("peak", re.search(r"VmHWM:\\s*(\\d+) kB", open("/proc/self/status").read())[1], file=sys.stderr))
from netwerkpartij.cli.main import main
main()
"""


def peak(folder: Path, rows: int) -> int:
    """Import so many rows in a process of its own, and give the most memory that it ever had, in kilobytes."""
    file = write_history(folder / f"{rows}.csv", rows)
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-P", "-c", IMPORT_AND_TELL, "import", "history", file],
        cwd=folder,
        env={"PYTHONPATH": str(CHECKOUT), "NETWERKPARTIJ_DATA": str(folder / f"data of {rows}")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("Recorded ")
    assert f"import: {rows} / {rows}" in done.stderr
    (told,) = re.findall(r"^peak (\d+)$", done.stderr, re.MULTILINE)
    return int(told)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells how much memory a process ever had")
def test_memory_hardly_grows_with_the_rows(tmp_path: Path):
    assert peak(tmp_path, LONG) - peak(tmp_path, SHORT) < MORE
