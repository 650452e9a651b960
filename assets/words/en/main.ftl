### What every part of the program says.

meetings = { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}

issues = { $count ->
    [one] { $count } issue
   *[other] { $count } issues
}

quotes = { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}

sources = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}

outcomes = { $count ->
    [one] { $count } outcome
   *[other] { $count } outcomes
}

# Between the last of several names and those before it.
list-and = { $first } and { $last }

# Between names, and between counts.
list-of-names = { ", " }

# Between parts of a sentence.
list-of-clauses = { ", " }

# Between what could be sentences.
list-of-sentences = { "; " }
