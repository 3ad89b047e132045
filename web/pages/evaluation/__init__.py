"""What came of the pilot and of each network, and why each figure is what it is."""
