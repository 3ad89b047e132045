"""The evaluation, as it is counted now and as it was frozen, and what it compares with."""
