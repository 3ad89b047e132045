"""What every answer is read by: the rows as of a moment, what is counted in them and what is kept from whom."""
