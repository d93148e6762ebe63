"""What an editor can do: the commands by name, the menus they stand in, and those that bring articles in."""
