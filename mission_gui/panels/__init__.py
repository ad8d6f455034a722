"""One file per view of the board; none knows another."""
