"""The window: what an editor sees and does."""
