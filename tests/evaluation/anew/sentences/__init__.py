"""What the first page of an evaluation says, written once more from what was counted anew."""
