"""Signing in: by mail, in a demo as anybody of its story; and out. A page here does nothing when it is only looked at."""
