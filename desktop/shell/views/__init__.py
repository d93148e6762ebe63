"""The parts of the window; they tell of gestures and draw marks when told."""
