"""What waits in the vault: letters that go out, files that come in, and who says to be a member."""
