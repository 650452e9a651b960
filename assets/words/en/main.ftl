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

window-fails = Readout could not open its window.
window-tried = Tried with { $renderer }: { $reason }
window-no-screen = There is no screen to open it on: neither WAYLAND_DISPLAY nor DISPLAY is set. Start Readout in a graphical session; `readout check FILE` needs none.
window-screen-silent = The screen does not answer ({ $screens }). Start Readout in a graphical session, or see that the screen is there and lets you in; `readout check FILE` needs none.
window-advice = Graphics do not work here. Install or update the graphics drivers (on Linux, Mesa's), or let the processor paint: `LIBGL_ALWAYS_SOFTWARE=1 readout`. With `--renderer glow` or `--renderer wgpu` only that one is tried.
