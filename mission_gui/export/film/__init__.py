"""Films of a replay: `script` says what each frame shows, `picture` draws it, `encoder` writes the file."""
