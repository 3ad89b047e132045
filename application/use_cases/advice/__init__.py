"""What is done for an advice request, from asking to what became of it."""
