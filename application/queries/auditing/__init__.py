"""What who trusts nothing asks: events, decisions, exceptions, mendings, and what stands behind a figure."""
