"""The page on which people read what the API can do: made of its document, and of nothing from outside."""
