### Dates in words.
