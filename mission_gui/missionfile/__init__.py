"""Mission, vehicle and station files to values and back; the only place that knows the format."""
