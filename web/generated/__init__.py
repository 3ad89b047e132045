"""Deeds made from the access table: for each command that somebody may give and that has no page of its own for them."""
