### Kinds, renderings, stances, and what is wrong with a file.
