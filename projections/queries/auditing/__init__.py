"""Where what an auditor asks is read."""
