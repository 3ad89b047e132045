"""``python -m netwerkpartij`` is the command line."""

from netwerkpartij.cli import main

main()
