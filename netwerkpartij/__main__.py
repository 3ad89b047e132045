"""``python -m netwerkpartij`` is the command line."""

import gc

gc.disable()  # while modules are read: what they make stays, and looking through it again and again takes a fifth of that time

from netwerkpartij.cli.main import main  # noqa: E402

gc.freeze()
gc.enable()
main()
