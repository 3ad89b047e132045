"""What people ask about what is kept of them, and what is done with it."""
