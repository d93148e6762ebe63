"""What comes from disk and goes back."""
