"""What forms of commands look like, derived from the commands; which field a refusal is about."""
