"""Qt without widgets: the worker thread, and the flights kept between runs."""
