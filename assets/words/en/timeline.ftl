### The timeline.

## The canvas and what is beside it

canvas-name = Timeline, { $from } to { $to }, { $shown ->
    [one] { $shown } meeting
   *[other] { $shown } meetings
} in { $lanes ->
    [one] { $lanes } lane
   *[other] { $lanes } lanes
}

canvas-mark = { $title }, { $when }, { $kind }
canvas-mark-dim = { $title }, { $when }, { $kind }, does not match
canvas-marks = { $count } meetings, { $when }: { $title } and { $more } more
canvas-marks-matching = { $count } meetings, { $matching } match, { $when }: { $title } and { $more } more
canvas-from-to = { $first } to { $last }

canvas-more-people = and { $count } more
canvas-group-matching = { $matching } of { $count } meetings match
canvas-zoom-hint = click to zoom in on them
canvas-list-hint = click to list them
canvas-more-hint = and { $count } more · { $hint }
canvas-list-name = Meetings at this place

canvas-period = Period: { $title }, { $when }
canvas-period-hint = Double click to show the whole period

canvas-overview-name = Overview, shows { $from } to { $to }
canvas-overview-title = Meetings per quarter, { $highest } at most
canvas-overview-title-without = Meetings per quarter, { $highest } at most; { $without } without a known one

canvas-cadence = Cadence
canvas-cadence-what = how often they met
canvas-thread-what = who raised it
canvas-thread-one = { $issue } at { $title }, { $when }: { $said }
canvas-thread-many = { $issue } at { $count } meetings from { $when }: { $said }

# Of one meeting, $of is 1; of several, $count says at how many of them.
canvas-raised-by = { $of ->
    [1] raised by { $side }
   *[other] raised by { $side } in { $count }
}
canvas-raised-by-others = { $of ->
    [1] raised by others
   *[other] raised by others in { $count }
}
canvas-raised-unknown = { $of ->
    [1] no source says who raised it
   *[other] no source says who raised it in { $count }
}
canvas-dispute = { $of ->
    [1] dispute
   *[other] dispute in { $count }
}
canvas-shared = { $of ->
    [1] shared
   *[other] shared in { $count }
}

## What stands along the edges

timeline-month-1 = Jan
timeline-month-2 = Feb
timeline-month-3 = Mar
timeline-month-4 = Apr
timeline-month-5 = May
timeline-month-6 = Jun
timeline-month-7 = Jul
timeline-month-8 = Aug
timeline-month-9 = Sep
timeline-month-10 = Oct
timeline-month-11 = Nov
timeline-month-12 = Dec
# The widest of these, for which there must be room.
timeline-month-widest = May
timeline-month-of-year = { $month } { $year }

timeline-other-issues = Other issues
timeline-no-issue = No issue given
timeline-in-side = In { $side }
timeline-elsewhere = Elsewhere
timeline-no-country = No country given
timeline-other-lanes = { $count ->
    [one] { $count } other
   *[other] { $count } others
}
