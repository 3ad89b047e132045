"""Letters: which follow from events, to whom, and sending them."""
