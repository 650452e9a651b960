### What the program says of what it does.
