### The window: bars, dialogs, panels.

## The menu bar.

menu-file = File
menu-edit = Edit
menu-view = View
menu-go = Go
menu-help = Help
menu-recent = Open recent
menu-forget-recent = Forget recent files
menu-saved-views = Saved views
menu-language = Language
menu-lanes = Lanes
menu-theme = Theme
menu-size = Size
menu-forget = Forget

## The bar at the foot.

status-in-view = { $shown } of { $total ->
    [one] { $total } meeting
   *[other] { $total } meetings
} in view
status-in-view-so-far = { $shown } of { $total ->
    [one] { $total } meeting
   *[other] { $total } meetings
} read so far in view
status-problems-tip = Show what is wrong, and where
status-range = { $from } – { $to }

## What is wrong in the open file.

problems-in-file = { $count ->
    [0] No problems in this file
    [one] { $count } problem in this file
   *[other] { $count } problems in this file
}
problems-rest = All that could be read is shown on the timeline
problems-copy = Copy list
problems-list = List of problems
problems-more = and { $count } more, not listed
problems-line = line { $line }

## What stands over the window.

close = Close
cancel = Cancel
fault-open-other = Open another file…
fault-try-again = Try again
fault-copy = Copy message
fault-message = Message
save-view = Save this view
save-view-about = The page, the filter, the selection and the part of time come back under this name, in the View menu and with Ctrl+K.
save-view-name = Name
save-view-taken = There is a view of this name; it will be replaced
save-view-save = Save
progress-reading = Reading { $name }
progress-so-far = { $count ->
    [one] { $count } meeting so far
   *[other] { $count } meetings so far
}

## Moves of the pointer.

pointer-zoom = Wheel, pinch
    .does = Zoom at the pointer
pointer-move = Shift + wheel, drag
    .does = Move through time
pointer-box = Shift + drag, right drag
    .does = Zoom to a box
pointer-select = Click a mark or its title
    .does = Select the meeting
pointer-number = Click a number
    .does = Zoom until its meetings come apart, or list them
pointer-period = Double click a period
    .does = Show the whole period
pointer-frame = Drag the frame in the overview
    .does = Move; at its edges: see more or less
pointer-beside = Click beside the frame
    .does = Go there
pointer-tab = ↓ ↑ on the timeline
    .does = Walk the meetings
pointer-edge = Drag a pane’s edge
    .does = Resize it; a double click closes it
pointer-drop = Drop a file on the window
    .does = Open it

## About.

about-version = Version { $version }
about-readout = A timeline of diplomatic meetings: who was there, what was said in whose words, which issues who raised, what came of it, and where that is known from.
about-licences = The program is free software under the MIT licence or the Apache licence 2.0, as you choose. Its typefaces are under the SIL Open Font License 1.1. Quotes belong to the sources that each of them names.
about-connections = Readout opens no connection. A link opens in your browser when you click it.

## What is filtered by.

chips-match = { $matching } of { $total } meetings match
chips-match-so-far = { $matching } of { $total } meetings match so far
chips-take-away-tip = Take this away
chips-clear = Clear all
chips-not-understood = Not understood: { $problem }

## The bar over the page.

pagebar-filters = Filters
pagebar-filters-on = Filters · { $count }
pagebar-with-timeline = With timeline
pagebar-people = { $count } people
pagebar-accounts = Accounts
pagebar-compare = Compare
pagebar-compare-some = Compare { $count }

## Texts and lists that are too long to show at once.

show-all = Show all ({ $size } kB)
show-part = Show { $part } of { $left } kB more
show-more = Show { $count } more
show-more-of = Show { $count } more of { $left }

## The palette.

palette-hint = A meeting, an issue, a person, a year, or a command
palette-nothing = Nothing is called “{ $query }”. Fewer letters find more; so does a year, such as 1998.
palette-first = The first { $count } meetings; another word finds fewer
palette-issue = issue
palette-person = person
palette-quote = Copy quote with citation: “{ $words }”
palette-saved = saved
searching = Searching …

## The search box.

search-hint = Search people, issues, words …
search-place = { $place }:{" "}
search-help = Words, "exact words", or fields: issue: person: place: kind: year: raised: stance: rendering: has: … with - to leave out
search-nothing-yet = Nothing yet: still searching
search-none-of-all = No meeting matches all of this. Take a word or a filter away to find more
search-none-of-filter = No meeting matches this filter
search-none = No meeting matches. Fewer letters find more
search-match-so-far = { $count ->
    [one] { $count } meeting matches so far
   *[other] { $count } meetings match so far
}
search-match = { $count ->
    [one] { $count } meeting matches
   *[other] { $count } meetings match
}
search-keys = ↓ ↑ to walk, Enter to open
search-keys-complete = Tab completes, ↓ ↑ to walk, Enter to open
search-may-be = { $when } · may have been then

## The panel of filters.

filters = Filters
filters-clear = Clear
filters-by-name = A–Z
    .tip = Sort by count
filters-by-count = Most
    .tip = Sort by name
filters-find = Find
filters-others = Others
filters-rare = Rarer ones, not counted
filters-nothing = Nothing is called so
filters-left-out = and { $count } rarer ones: find them by name, or by { $word }: in the search
filters-all = All { $count }
filters-more = { $count } more
filters-fewer = Fewer
filters-value-tip = Click to filter by it; Alt + click or right click to leave it out
filters-in-view = In view
    .tip = Filter by the part of time that the timeline shows
