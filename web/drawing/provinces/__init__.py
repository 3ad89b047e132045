"""The outlines of the twelve provinces, and how they are drawn."""
