"""What leaves the program as files.

`stamp` is the truth of every file, `twin` its words, `xmp` writes both into it and `read_stamp` reads the stamp back.
"""
