### The pane of a meeting.

## What, when, where.

detail-copy = Copy
detail-accounts = Accounts
detail-compare = Compare
detail-no-kind = kind not given
detail-reading = Reading { $size } kB …

## The meetings before and after.

around-after = Afterwards
around-both = Before and after
around-unknown = Followed up here · not in this dataset
around-this-kind = of this kind
around-followed = followed up here
around-previous-of-kind = previous { $kind }
around-previous = previous meeting of any kind
around-next-of-kind = next { $kind }
around-next = next meeting of any kind

## Who took part, what they raised, what came of it.

detail-participants = Participants
detail-others = Others
more-sides = { $count ->
    [one] and { $count } more side
   *[other] and { $count } more sides
}
also-called = Also: { $names }
detail-background = Background
detail-issues = Issues
raised-by = raised by
raised-unknown = unknown
raised-unknown-tip = No source says who raised it
raised-unknown-who = unknown who raised it
raised-by-sides = raised by { $sides }
detail-outcomes = Outcomes
and-more = and { $count } more

## What was said, and where that is known from.

detail-quotes = Quotes
quote-original = Original
quote-wording = Another wording
quote-copy = Copy with citation
    .tip = Copy the quote, who said it, when, and its source
    .what = Quote with citation
quote-compare = Compare wordings
    .tip = Show where its wordings differ
wording-copy = Copy this wording with citation
    .what = Wording with citation
no-source = no source given
attributed-to = This source gives these words to { $name }
detail-sources = Sources
source-via = via { $site }
source-name-via = { $name }, via { $site }
cite = Cite…
cite-tip = Copy the sources in a citation style or for a reference manager

## What the dataset is, and how to begin.

untitled-dataset = Untitled dataset
welcome-so-far = Still being read; so far there are
welcome-nothing = This file holds no meetings.
noun-meetings = { $count ->
    [one] meeting
   *[other] meetings
}
noun-quotes = { $count ->
    [one] quote
   *[other] quotes
}
noun-people = { $count ->
    [one] person
   *[other] people
}
noun-issues = { $count ->
    [one] issue
   *[other] issues
}
noun-sources = { $count ->
    [one] source
   *[other] sources
}
welcome-first = First: { $date }
welcome-last = Last: { $date }
welcome-begin = Where to begin
welcome-click = Click a mark on the timeline to read about a meeting.
welcome-example-before = For example{" "}
welcome-example-after = , { $date }, with { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}.
welcome-kinds = Kinds of meetings
welcome-marks = Marks

## What the marks mean.

legend-plain = as long as the meeting, or as its date is imprecise
legend-about = about then: the ends fade
legend-no-end = it ended, but nobody knows when
legend-uncertain = uncertain: hatched
legend-open = goes on, or has no known beginning
legend-merged = several meetings in one place: click to take them apart
