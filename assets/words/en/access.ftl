# What makes the program usable for everyone: contrast, size, what a screen reader says.

high-contrast = High contrast
    .what = Black or white grounds and stronger lines, in the light and the dark theme

size-now = Everything at { $percent }%
size-larger = Larger
    .what = Show texts and all else larger, up to 300%
size-smaller = Smaller
    .what = Show texts and all else smaller, down to 75%
size-actual = Actual size
    .what = Show everything at 100% again

landmark-menu = Menus and search box
landmark-search = Search meetings
landmark-filters = Panel of filters
landmark-tabs = Open datasets
landmark-trouble = What went wrong
landmark-pages = Choice of page
landmark-chips = What is filtered by
landmark-timeline = Timeline of meetings
landmark-page = Page: { $name }
landmark-detail = Selected meeting
landmark-welcome = About this dataset
landmark-problems = Panel of problems
landmark-status = Status bar

next-panel = Next panel
    .what = Put the keyboard into the next panel of the window
previous-panel = Previous panel
    .what = Put the keyboard into the panel before
go-to-menus = Menus
    .what = Put the keyboard into the bar of menus

mark-with-people = { $mark }; { $people }
mark-with-more-people = { $mark }; { $people } and { $more } more
said-selected = Selected: { $title }, { $when }
said-nothing-selected = No meeting is selected
said-page = Showing: { $name }
said-open = { $count ->
    [one] { $name } is open, with { $count } meeting
   *[other] { $name } is open, with { $count } meetings
}

name-compare = Meetings side by side
name-thread = An issue through all meetings
name-people = People

way-back = Back

### What only those hear who do not see the window.
menu-forget-view = Forget the view { $name }
problems-row = { $place }, { $path }: { $message }
chips-take-away = Take away: { $label }
palette-field = Find a meeting or a command
search-field = Search and filter
search-results = Search results
search-complete = Complete: { $label }, { $detail }
search-row = { $title }, { $when }, { $place }
filters-open = { $title }, open
filters-folded = { $title }, folded
filters-find-in = Find in { $field }
filters-show = { $field }: show { $what }
filters-show-fewer = { $field }: show fewer
filters-value = { $label }, { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}
filters-value-out = { $label }, { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}, left out
filters-value-rare = { $label }, not counted
filters-years = Years { $first } to { $last }: drag to choose some
filters-from-year = From year
filters-to-year = To year
raised-by-side = Raised by { $side }
raised-not-by-side = No source says that { $side } raised it
quote-copy-name = Copy quote with citation
quote-cite = Cite the quote's sources
cite-all = Cite all sources
egui-resize-panel = Resize panel
