"""What the program costs, each figure beside something plain that is run with it: `python -m tests.bench`."""
