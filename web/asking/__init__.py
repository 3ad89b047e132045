"""What a form asks, who may be chosen in it, what it does when it is sent, and what may be done at all."""
