"""What forms say: titles of deeds, labels and hints of fields, and what to do about a field that is not right."""
