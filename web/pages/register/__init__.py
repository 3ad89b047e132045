"""The party's register in the browser: sent, looked at, taken in; and what people know better than it."""
