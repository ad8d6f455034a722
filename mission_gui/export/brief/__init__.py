"""Briefing packs: a `Deck` of `Slide`s made by pure functions, then one file per format; `FORMATS` is their table."""
