"""Looks at a briefing in a real browser; `make browser` runs it."""
