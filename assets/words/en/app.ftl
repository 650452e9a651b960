### What the program says of what it does.

open-first-of-several = One file at a time: the first one is being opened, { $count ->
    [one] the other one is under “Open recent”
   *[other] the other { $count } are under “Open recent”
}

settings-not-read = Your settings could not be read
settings-kept-aside = Their file is broken. It is kept as { $path }; Readout goes on with its usual settings, and keeps new ones in a new file.
settings-unreadable = The system says: { $reason }. Readout goes on with its usual settings and leaves the file as it is.
settings-not-kept = Your settings can not be kept: { $reason }
