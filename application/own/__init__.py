"""What is somebody's own: their networks, requests and plans, what they wish for and what they consented to."""
