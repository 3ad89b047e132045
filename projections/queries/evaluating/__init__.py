"""Where evaluations and what they compare with are read."""
