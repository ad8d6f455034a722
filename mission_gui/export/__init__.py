"""What leaves the program as files.

`stamp` is the truth of every file, `twin` its words, `xmp` writes both into it and `read_stamp` reads the stamp back.

A `Composition` says how a picture is to be; a `Studio` takes it, of the board or one panel (`stage`), with caption and
marking around it (`canvas`, `strip`). A `Picture` gives pixels, or marks for files that scale (`vectors`, `faces`);
FORMATS makes files of it. `series` and `shooting` take many, `live` one of the board on the screen.
"""
