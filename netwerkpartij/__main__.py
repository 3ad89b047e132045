"""``python -m netwerkpartij`` is the command line."""

from netwerkpartij.cli.main import main

main()
