"""Measures what an editor waits for. Nothing here judges: times depend on the machine, and tests never look at them."""
