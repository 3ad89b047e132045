"""
Policies: events in, commands out. Their actor in the history is the clock, and doing it twice is harmless.

They look at facts and not at single events: a join that committed after the closing is met as well, and nothing is
forgotten by an outage.
"""
