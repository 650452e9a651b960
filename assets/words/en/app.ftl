### What the program says of what it does.

open-first-of-several = One file at a time: the first one is being opened, { $count ->
    [one] the other one is under “Open recent”
   *[other] the other { $count } are under “Open recent”
}
