### What is copied and saved.

## Between the parts of an enumeration, of a line, of two clauses; behind what introduces

join-names = ,{ " " }
join-parts = ,{ " " }
join-clauses = ;{ " " }
join-colon = :{ " " }
join-brackets = { " " }({ $text })

## Everywhere

export-quotes = { $count ->
    [one] { $count } quote
   *[other] { $count } quotes
}
export-issues = { $count ->
    [one] { $count } issue
   *[other] { $count } issues
}
export-filtered = { $total ->
    [one] { $shown } of { $total } meeting; the others are filtered out
   *[other] { $shown } of { $total } meetings; the others are filtered out
}
export-meeting = { $title } ({ $date })
export-account = { $side } account
export-third-party = third party
export-third-parties = third parties
export-the-account = the { $account }
export-known-from = known from { $accounts }
export-raised-by = raised by { $sides }
export-raised-unknown = unknown who raised it
export-raised = { $who }; { $stance }
export-yes = yes
export-unknown = unknown
export-on = On:{ " " }
export-note = Note: { $note }

export-heading-sources = Sources
export-heading-issues = Issues
export-heading-quotes = Quotes
export-heading-outcomes = Outcomes
export-heading-meetings = Meetings
export-heading-participants = Participants
export-heading-summary = Summary
export-heading-background = Background
export-heading-around = Before and after
export-heading-roles = Roles
export-heading-met = Met

export-column-date = Date
export-column-kind = Kind
export-column-place = Place
export-column-people = People
export-column-person = Person
export-column-meeting = Meeting
export-column-issue = Issue
export-column-stance = Stance
export-column-note = Note
export-column-side = Side
export-column-first = First
export-column-last = Last
export-column-raised = Who raised it; stance
export-column-only-in = Only in
export-column-raised-by = Raised by { $side }
export-column-in-account = In the account of { $side }
export-column-only = Only { $side }
export-column-several = Several
export-column-missing = Other account missing
export-column-unknown = Unknown
export-column-dispute = Dispute
export-column-shared = Shared
export-others = Others

## A quote

export-original = Original
export-original-in = Original in:{ " " }
export-another-wording = Another wording
export-attributed = This source gives these words to { $name }.
export-attributed-here ={ " " }(so this source; otherwise given to { $speaker })
export-in-language = in { $language }
export-in-tag = in language “{ $tag }”
export-via = via { $site }
export-published-via = { $publisher }, via { $site }

## A meeting

export-follows = Follows: { $title }
export-previous-of-kind = Previous of this kind: { $title }
export-next-of-kind = Next of this kind: { $title }

## Accounts

export-both-accounts = { $title }: both accounts
export-all-accounts = { $title }: all accounts
export-comparable = Something is marked as standing in one account only where no other side's has it.
export-not-comparable = The dataset has no account of this meeting by: { $sides }. So nothing is marked as standing in one account only.
export-no-source = no source given
export-stands-in = Stands in:{ " " }
export-only-in = only in the { $account }

## An issue through all meetings

export-only-in-quotes = { $meetings }, and { $count } only in quotes
export-silence = Silence: { $gap }
export-silence-with = { $count ->
    [one] Silence: { $gap }, with { $count } other meeting
   *[other] Silence: { $gap }, with { $count } other meetings
}

## People

export-in-common = { $meetings } in common
export-role = { $role } — { $meetings }, { $dates }
export-role-of = { $name }: { $role } — { $meetings }, { $dates }
export-same-side = { $side } (the same)
export-dates = { $first } to { $last }

## Gaps

export-gaps = The longest gaps between meetings
export-all-kinds = All kinds together
export-gap = { $none } for { $gap }
export-gap-ends = : from { $first } to { $last }
export-none-matching = No matching meeting
export-no-meeting = No meeting
export-no-kind = No { $kind }
export-none = None

## Meetings side by side, and as a list

export-side-by-side = Meetings side by side
export-not-compared = { $count ->
    [one] { $count } meeting is not compared: there are too many.
   *[other] { $count } meetings are not compared: there are too many.
}
export-not-in-record = not in this record
export-new = new
export-changed = stance and raisers changed
export-stance-changed = stance changed
export-raisers-changed = raisers changed
export-on-issue = On { $issue }
export-question = { $meetings }: { $question }

## The matrix

export-who-raised-what = Who raised what
export-whose-account = What stands in whose account
export-other-sides = other sides
export-matrix-item = { $issue }: { $words }
export-matrix-item-of = { $issue } ({ $meetings }): { $words }
export-period = { $group }: { $period }
export-no-period = { $group }: in no one period
export-in-account = in the account of { $sides }
export-in-no-account = in no side's account
# How often something was so: "United States at 3", "dispute at 2".
export-at = { $what } at { $count }

## Forms

export-plain = Plain text
export-markdown = Markdown
export-rich = Rich text

## Languages

language-ar = Arabic
language-cs = Czech
language-da = Danish
language-de = German
language-el = Greek
language-en = English
language-es = Spanish
language-fa = Persian
language-fi = Finnish
language-fr = French
language-he = Hebrew
language-hi = Hindi
language-hu = Hungarian
language-id = Indonesian
language-it = Italian
language-ja = Japanese
language-km = Khmer
language-ko = Korean
language-ms = Malay
language-nl = Dutch
language-no = Norwegian
language-pl = Polish
language-pt = Portuguese
language-ro = Romanian
language-ru = Russian
language-sr = Serbian
language-sv = Swedish
language-tr = Turkish
language-uk = Ukrainian
language-ur = Urdu
language-vi = Vietnamese
language-zh = Chinese

## Sources that were copied

export-sources-chicago = Sources in Chicago style
export-sources-apa = Sources in APA style
export-sources-mla = Sources in MLA style
export-sources-bibtex = Sources as BibTeX
export-sources-ris = Sources as RIS
export-sources-csl-json = Sources as CSL-JSON
