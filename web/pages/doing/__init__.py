"""What can be done, also where no page was made for it."""
