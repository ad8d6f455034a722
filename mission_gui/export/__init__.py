"""What leaves the program as files.

`stamp` is the truth of every file, `twin` its words; the `label` holds both, and is written into the file as `xmp`.
`opening` reads it back from pictures, films and briefings: the moment, or the comparison, that the file leads to.

A `Composition` says how a picture is to be; a `Studio` takes it, of the board or one panel (`stage`), with caption and
marking around it (`canvas`, `strip`). A `Picture` is a `Drawing`, as that of a `comparison` is: it gives pixels,
or marks for files that scale (`vectors`, `faces`), and FORMATS makes files of it. `series` and `shooting` take many,
`live` one of the board on the screen, `aside` any in another process.
"""
