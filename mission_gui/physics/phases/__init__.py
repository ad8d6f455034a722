"""One module per phase model; `PHASES` in the propagator is their table."""
