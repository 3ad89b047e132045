"""What may be done with an item now: each command is tried, and nothing is recorded."""
