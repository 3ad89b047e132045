"""The evaluation as the party reads it: eight questions answered from the figures in plain words, Dutch first and English too."""
