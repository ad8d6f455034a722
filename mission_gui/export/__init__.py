"""One file per output format; `FORMATS` is their table."""
