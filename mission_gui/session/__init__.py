"""Qt without widgets: the worker thread, and the cache of solutions."""
