"""Mission to trajectory: numpy and SciPy; no Qt, no files."""
