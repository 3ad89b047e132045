"""What was decided, under which rules, with what to compare, and the whole log, for who looks over it."""
