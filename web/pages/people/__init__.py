"""People as the bureau and the administrator handle them."""
