### Pages in the middle.
