"""What is done about people themselves: their details, consents, records and requests."""
