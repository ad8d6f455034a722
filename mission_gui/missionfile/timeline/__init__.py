"""Timelines that others publish, as events: tables as space agencies print them, and plans of NASA's Open MCT."""
