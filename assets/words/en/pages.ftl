### Pages in the middle.

## Parts of several pages

page-filtered = { $shown } of { $total } meetings { $shown ->
    [one] matches
   *[other] match
} the filter
page-filtered-on-issue = { $shown } of { $total } meetings on this issue { $shown ->
    [one] matches
   *[other] match
} the filter
page-filtered-of-person = { $shown } of { $total } meetings of this person { $shown ->
    [one] matches
   *[other] match
} the filter
page-filtered-in-common = { $shown } of { $total } meetings in common { $shown ->
    [one] matches
   *[other] match
} the filter
page-loosen = Take a word or a filter away to see more
page-save-brief = Save brief…
page-copy = Copy
page-choice = { $name }: { $choice }
page-show-more = Show { $count } more
page-show-time = Show this part of time
page-more-names = { $count } more
page-more-sources = { " " }and { $count } more
page-first = first { $when }
page-last = last { $when }
page-none-match = No meeting matches the filter
page-sources = Sources
page-issues = Issues
page-quotes = Quotes
page-outcomes = Outcomes
page-people = People
page-others = Others
page-unnamed = Unnamed
page-speaker-unknown = Speaker not given
page-raised-by = raised by { $sides }
page-raiser-unknown = unknown who raised it
page-raiser-unknown-why = No source says who raised it
page-stance-and-raiser = { $stance }, { $raised }

## A quote

page-copy-quote = Copy quote with citation
page-copy-quote-hint = Copy the quote, who said it, when, and its source
page-show-wordings = Show the meeting with all wordings
page-original = Original
page-other-wordings = { $count ->
    [one] { $count } other wording
   *[other] { $count } other wordings
}
page-original-and-others = Original and { $count ->
    [one] { $count } other wording
   *[other] { $count } other wordings
}
page-reading = Reading …
page-too-long = Show the meeting: it has { $size } kB
page-unreadable = This meeting can not be read

## An issue

page-issue-nowhere = No meeting of this dataset is on this issue
page-issue-none-match = No meeting on this issue matches the filter
page-only-in-quotes = { $count } more only in quotes
page-longest-silence = longest silence { $length }
page-next-raised = Next meeting that raised this
page-previous-raised = Previous meeting that raised this
page-silence = Not raised for { $length }
page-others-between = { $count ->
    [one] { $count } other meeting in between
   *[other] { $count } other meetings in between
}
page-only-quoted = not among the meeting’s issues, but quoted
# Before the names of sides, each in its colour.
page-raised-by-these = raised by{ " " }
page-more-sides = { " " }and { $count } more
page-in-accounts = in { $accounts }

## The list

page-list-empty = No meeting matches
page-list-best-first = Best match first
page-list-hint = A click on a heading sorts by it
page-list-sort-by = Sort by { $column }
page-list-perhaps = perhaps
page-list-perhaps-why = May have been then: the date does not tell
page-list-date = Date
page-list-title = Title
page-list-kind = Kind
page-list-place = Place
page-list-row = { $title }, { $when }

## People

page-person-last = Last meeting
page-common-last = Last meeting in common
page-perhaps-later = Perhaps later, as the date is vague:{ " " }
page-when-aside = { " " }({ $when })
page-leave-out = Leave out
page-leave-out-whom = Leave out { $name }
page-person-nowhere = Took part in no meeting of this dataset
page-common-nowhere = No meeting in common in this dataset
page-person-none-match = No meeting of this person matches the filter
page-common-none-match = No meeting in common matches the filter
page-common-count = { $count ->
    [one] { $count } meeting in common
   *[other] { $count } meetings in common
}
page-common-meetings = Meetings in common, the newest first
page-person-meetings = Meetings, the newest first
page-person-roles = Roles
page-also-there = Also there
page-met = Met
page-met-unknown = In the same meetings, side not given
page-met-own = In the same meetings, of the same side
page-person-quotes = Quotes, the oldest first
page-from-to = from { $first } to { $last }
page-in-common = In common
page-in-common-with = In common with { $name }

## Cadence

page-gaps-title = The longest gaps
page-gaps-measure = from the last day of one to the first of the next
page-gaps-none = Fewer than two meetings: there is no gap to tell of
page-gaps-none-match = Fewer than two meetings match the filter: there is no gap to tell of
page-gaps-uncertain = No two of them with a day between that is certain
page-year-unknown = { $count } of them without a known year
page-all-kinds = All kinds together
# Before the meeting's title.
page-kind-last = the last on { $when }:{ " " }
page-gap = { $none } for { $length }
page-gap-from = from { $when }
page-gap-to = to { $when }
page-gap-days = { $count } days
page-gap-vague = the dates are vague
page-other-kinds = { $count ->
    [one] { $count } meeting of another kind
   *[other] { $count } meetings of other kinds
}
page-per-year = { $without ->
    [0] Meetings per year by kind, { $highest } at most
   *[other] Meetings per year by kind, { $highest } at most; { $without } without a known one
}
page-per-quarter = { $without ->
    [0] Meetings per quarter by kind, { $highest } at most
   *[other] Meetings per quarter by kind, { $highest } at most; { $without } without a known one
}
page-more-kinds = and { $count } more
page-column = { $when }: { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}
page-column-kind = { $kind }: { $count }
page-column-highest = the highest of its column, with { $count } others beside

## Who raised what

page-matrix-raised = Who raised what
page-matrix-accounts = In whose account
page-matrix-facts = { $issues ->
    [one] { $issues } issue
   *[other] { $issues } issues
} at { $meetings ->
    [one] { $meetings } meeting
   *[other] { $meetings } meetings
}
page-matrix-no-issue = None of these meetings has an issue
page-cells = Cells
page-cells-raised = Raised by
page-cells-accounts = In whose account
page-columns = Columns
page-columns-meetings = Meetings
page-columns-years = Years
page-columns-periods = Periods
page-order = Order
page-order-often = Most often
page-order-first = First mention
page-order-one-sided = One-sided

page-matrix-issue = Issue
page-period-none = None
page-total-all = All
page-total-all-why = Meetings at which it came up
page-total-only = only
page-total-both = Both
page-total-several = Several
page-total-one = one
page-total-here = here
page-total-in = in
page-total-none = none
page-total-not = not
page-total-known = known
page-other-sides = other sides
page-total-raised = It was raised by { $side }
page-total-raised-alone = It was raised by { $side } alone
page-total-raised-several = It was raised by several sides
page-total-account = It stands in the account of { $side }
page-total-account-alone = It stands in the account of { $side } alone
page-total-account-several = It stands in the account of several sides
page-total-uncompared = It stands in one side’s account, and there is no other to compare
page-total-no-account = It stands in no side’s own account

page-legend-account = in the { $side } account
page-legend-no-account = in no side’s account
page-legend-unknown = no source says by whom
page-legend-missing = an account is missing
page-legend-dispute = dispute
page-legend-shared = shared interest
page-other-side = others

page-column-meeting = { $title }, { $when }
page-column-period = { $title } ({ $when })
page-column-year-unknown = year unknown
page-column-no-period = in no one period
page-cell = { $issue }, { $column }: { $said }
page-cell-none = not mentioned
page-cell-raiser-unknown = no source says who raised it
page-cell-accounts = in the account of { $sides }
page-cell-no-account = in no side’s own account
page-cell-dispute = dispute
page-cell-shared = shared
page-cell-missing = { $said }; this dataset has no account of { $sides }
page-cell-many = { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}; { $said }
page-behind = { $issue }, { $column }: { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}
page-at-raised = raised by { $side } at { $count }
page-at-account = in the account of { $side } at { $count }
page-at-raised-alone = raised by { $side } at { $count }, alone at { $only }
page-at-account-alone = in the account of { $side } at { $count }, alone at { $only }
page-at-raiser-unknown = no source says by whom at { $count }
page-at-no-account = in no side’s own account at { $count }
page-at-dispute = dispute at { $count }
page-at-shared = shared at { $count }
page-at-several = of several sides at { $count }
page-at-uncompared = of one side, with no other to compare, at { $count }
page-row = { $issue }: { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}; { $said }

## Accounts

page-no-account = no side’s own account
page-one-account = one side’s account
page-both-accounts = both accounts
page-all-accounts = { $count } accounts
page-third-below = third parties below
page-account-missing = No account of this meeting from { $side } is in this dataset
page-not-comparable = So nothing can be marked as standing in one account only.
page-only-here = only here: { $counts }
page-nothing = nothing
page-cited-as-whole = These sources are cited for the meeting as a whole: no issue, quote or outcome names them.
page-not-in-account = It does not stand in this account
page-only-in-account = only in the { $side } account
page-also-third = also in third parties
page-also-accounts = { $count ->
    [one] also in the { $sides } account
   *[other] also in the { $sides } accounts
}
page-third-parties = Third parties
page-no-source = No source given

## Side by side

page-compare-title = Side by side
page-compare-facts = { $meetings } meetings · { $issues ->
    [one] { $issues } issue
   *[other] { $issues } issues
} at more than one of them
page-compare-left-out = { $count ->
    [one] { $count } more meeting is left out
   *[other] { $count } more meetings are left out
}
page-compare-none = No meeting is chosen yet
page-compare-one = One meeting is chosen; it takes two to compare
page-compare-how = Select a meeting on the timeline or in the list, and add it to the comparison. Meetings stand in the order of time, each compared with the one before it.
page-take-out = Take out
page-take-out-which = Take { $title } out of the comparison
page-tally-new = { $count } new
page-tally-dropped = { $count } not in this record
page-tally-changed = { $count } changed
page-tally-same = { $count } as before
page-tally-none = no issues
page-issues-shared = Issues at more than one meeting
page-issues-single = Issues at one meeting only
page-show-quotes = Show { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
} on { $issue }
page-hide-quotes = Hide { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
} on { $issue }
page-no-quote = No quote on it
page-unmentioned = No source here mentions it
page-new = new
page-dropped = not in this record
page-changed = changed · before: { $before }
page-side-unknown = Side not given
page-nobody = Nobody of this side is named
page-also-then = also then
page-also-then-why = Took part in the meeting at the left as well

## Wordings

page-wordings = In whose words
page-wordings-of = In whose words: { $speaker }
page-wordings-signs = Struck through: only in the base. Underlined: only in this wording.
page-wording-main = Main wording
page-wording-other = Another wording
page-wording-numbered = Another wording, { $number } of { $count }
page-wording-copy = Copy this wording with citation
page-wording-copied = Wording with citation
page-other-language = in another language: not compared
page-too-long-to-compare = too long to be compared
page-same-words = the same words as the base
page-base-name = Base: { $name }
page-base-is = The others are compared with this
page-base-choose = Compare the others with this
page-base = base
page-only-in-base = [only in the base: { $words }]
page-only-in-this = [only here: { $words }]
