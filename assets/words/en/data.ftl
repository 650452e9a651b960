### Kinds, renderings, stances, and what is wrong with a file.

## Kinds of meetings: the name of all, and of one within a sentence

kind-summit = Summits
    .one = summit
kind-leader-call = Leaders’ calls
    .one = leaders’ call
kind-vice-president = Vice presidents
    .one = vice presidents
kind-ministerial = Foreign ministers
    .one = foreign ministers
kind-envoy = Envoys
    .one = envoys
kind-dialogue = Dialogues
    .one = standing dialogue
kind-economic = Economy and trade
    .one = economy and trade
kind-military = Military
    .one = military
kind-climate = Climate
    .one = climate
kind-working = Working level
    .one = working level
kind-none = Kind not given
    .one = kind not given

level-leaders = Leaders
level-ministers = Ministers and envoys
level-others = Officials and others

stance-dispute = dispute
stance-shared = shared
stance-discussed = discussed

rendering-spoken = as spoken
rendering-interpreted = through an interpreter
rendering-reported = as a news report worded it

data-untitled-meeting = Untitled meeting
data-untitled-period = Untitled period

## Why a file does not open

open-at = { $place }: { $error }
open-place = line { $line }, column { $column }
open-cancelled = the reading was cancelled
open-missing = the file does not exist; it may have been moved, renamed or deleted
open-forbidden = the file may not be read; ask its owner for permission
open-folder = this is a folder; choose a file in it, such as one named *.readout.json
open-not-regular = this is a device or a pipe, not a file; save its content to a file first
open-io = the file can not be read: { $error }
open-too-large = the file is larger than { $size }; split it into several
open-changing = the file changes while it is read; open it again when it is complete
open-memory = there is not enough memory for a file of this size ({ $size })
open-empty = the file is empty; expected an object with a list of events, such as { "{" }"events": []{ "}" }
open-other-format = this is { $format }, not JSON; { $advice }
open-gzip = a gzip file
    .advice = unpack it and open what it holds
open-zip = a zip file (or a spreadsheet)
    .advice = unpack it, or export it as JSON
open-pdf = a PDF file
    .advice = open a *.readout.json file
open-web-page = a web page or XML
    .advice = download the JSON file itself
open-utf-16 = the file is UTF-16, not UTF-8; save it again with the encoding UTF-8
open-not-utf-8 = the byte 0x{ $byte } is not UTF-8, so the file seems to be in another encoding; save it again with the encoding UTF-8
open-cut-character = the file ends within a character; it may have been cut off: get it again
open-not-an-object = expected an object with a list of events, { "{" }"events": [ … ]{ "}" }, but the file holds { $found }
open-no-events = there is no `events` list in the file; expected { "{" }"events": [ … ]{ "}" }
open-no-events-but = there is no `events` list in the file; expected { "{" }"events": [ … ]{ "}" }; `{ $name }` is written otherwise: rename it to `events`
open-events-not-a-list = `events` is { $found }; expected a list, [ … ]
open-bytes = { $amount } bytes

## Why a file is not JSON: what was expected, what stands there, what to do

json-unexpected = expected { $expected }, found { $found }
json-unexpected-with-advice = expected { $expected }, found { $found }; { $advice }
json-last-comma-member = expected another member behind this `,`, but `{ $found }` follows; remove the `,`
json-last-comma-item = expected another item behind this `,`, but `{ $found }` follows; remove the `,`
json-cut-off = expected { $expected }, but the file ends here; it may have been cut off: get it again
json-not-closed = expected { $expected }, but the file ends here: the `{ $open }` of line { $line } is not closed; close it, or get the file again if it has been cut off
json-cut-off-in-text = the file ends within the text that begins on line { $line }, column { $column }; put a `"` behind it, or get the file again if it has been cut off
json-text-not-closed = the text that begins in column { $column } of this line is not closed; put a `"` behind it, and write a line break within text as `\n`
json-tab = a tab within text; write it as `\t`
json-control-character = the control character U+{ $code } within text; remove it, or write it as `\u{ $escape }`
json-unicode-escape = expected four hexadecimal digits after `\u`, as in `\u00e9`
json-unknown-escape = `\{ $found }` has no meaning in JSON; write a backslash as `\\`
json-minus = expected digits after `-`
json-leading-zero = a number may not begin with 0; remove the 0, or put the number in quotation marks if it is a date or an id
json-fraction = expected digits after the decimal point
json-exponent = expected digits in the exponent, as in `1e6`

json-expected-file = an object with a list of events
json-expected-value = a value
json-expected-value-or-end = a value or `]`
json-expected-key = the name of a member in quotation marks
json-expected-key-or-end = the name of a member in quotation marks, or `{ "}" }`
json-expected-colon = `:`
json-expected-comma-or-end-of-object = `,` or `{ "}" }`
json-expected-comma-or-end-of-list = `,` or `]`
json-expected-end = the end of the file

json-found-character = the character U+{ $code }
json-found-invisible = the invisible character U+{ $code }

json-advice-utf-16 = if the file is UTF-16, save it again with the encoding UTF-8
json-advice-comment = JSON has no comments: remove it
json-advice-quotation = JSON knows only the quotation mark `"`
json-advice-straight = JSON knows only the straight quotation mark `"`
json-advice-space = it looks like a space but is none in JSON: replace it by a space
json-advice-number = write numbers as 1 or 0.5
json-advice-too-many = there is one too many
json-advice-signs = JSON has only `:` and `,` between its parts
json-advice-quote-name = put the name in quotation marks
json-advice-colon = put a `:` between a name and its value
json-advice-one-object = a file holds one object only, and nothing behind it
json-advice-closing = each `{ "{" }` is closed by `{ "}" }` and each `[` by `]`
json-advice-comma-missing = is a `,` missing before it?
json-advice-quote-missing = is a `"` missing, or does one within text lack the `\` before it?
json-advice-no-such-number = JSON has no such number; leave the member out
json-advice-lower-case = JSON writes true, false and null in lower case
json-advice-leave-out = leave the member out
json-advice-quote-text = put text in quotation marks

## Problems in a file that opens, and what to do

problem = { $message }; { $advice }
problem-with-first = { $message } (the first is on line { $line })

problem-expected = expected { $expected }, found { $found }
problem-expected-text = text
problem-expected-number = a number
problem-expected-list = a list
problem-expected-object = an object
problem-expected-date = a date
problem-expected-degrees = degrees from -{ $limit } to { $limit }
problem-expected-stance = dispute, shared or discussed
problem-expected-rendering = spoken, interpreted or reported
problem-found-number = the number { $value }
problem-found-text = the text "{ $value }"
problem-found-list = a list
problem-found-object = an object

problem-advice-leave-out = leave it out
problem-advice-quote = put it in quotation marks: "{ $value }"
problem-advice-text = write text in quotation marks
problem-advice-unquote = write a number without quotation marks
problem-advice-number = write a number
problem-advice-bracket = put it in square brackets: [{ $value }]
problem-advice-list = write a list in square brackets: [ … ]
problem-advice-object = write it as { $example }
problem-advice-degrees = write decimal degrees, `lat` north and `lon` east of zero
problem-advice-word = write one of these words, or leave it out
problem-advice-date = write a date such as 2021-03-18, 2021-03, 2021, 2021~ or 202X

problem-empty-text = the text is empty
    .advice = fill it in, or leave it out
problem-half-character = the text holds half a character (a lone surrogate such as `\ud83d`)
    .advice = write the character itself, or both halves
problem-repeated = `{ $name }` stands twice in the same object; the first counts
    .advice = remove or rename one of them
problem-nested = values are nested more than { $depth } deep; not looked at further
    .advice = nest them less deep: many programs can not read this
problem-same-id = another meeting has the id `{ $id }`
    .advice = give one of them another id
problem-no-such-id = no meeting has the id `{ $id }`
    .advice = correct the id, or remove it
problem-newer = the file is written for version { $version } of the format, this program knows version 1
    .advice = update Readout; what it does not know is left as it is
problem-no-version = this is no version of the format
    .advice = write "readout": 1
problem-person-kind = this kind of person is not known
    .advice = write "kind": "body" for an institution, or leave it out for a person
problem-address = this address can not be opened
    .advice = write an address that begins with https:// or http:// and has no spaces
problem-no-title = the meeting has no title
    .advice = give it one, such as "title": "Anchorage talks"
problem-no-period-title = the period has no title
    .advice = add a "title"
problem-no-person = there is no `person`
    .advice = say who took part
problem-no-issue = there is no `issue`
    .advice = say what was talked about
problem-no-outcome = there is no `text`
    .advice = say what came of the meeting
problem-no-wording = there is no `text`, so this wording is left out
    .advice = write down what was said
problem-no-start = there is no `start`
    .advice = add one, such as "start": "2021-03-18"

# What comes of a date that can not be read.
problem-meeting-left-out = { $problem }, so the meeting is left out
problem-period-left-out = { $problem }, so the period is left out
problem-end-not-used = { $problem }, so `end` is not used
problem-start-alone = { $problem }, so its start alone is used

## What `readout check` prints

check-does-not-open = { $name }: does not open
check-not-listed = { $count ->
    [one] { $name }: { $count } further problem not listed
   *[other] { $name }: { $count } further problems not listed
}
check-total = { $problems ->
    [0] { $name }: { $meetings }, no problems
    [one] { $name }: { $meetings }, { $problems } problem
   *[other] { $name }: { $meetings }, { $problems } problems
}

## Columns and units of time in which meetings are counted

unit-year = year
unit-quarter = quarter
unit-quarter-1 = January–March { $year }
unit-quarter-2 = April–June { $year }
unit-quarter-3 = July–September { $year }
unit-quarter-4 = October–December { $year }
matrix-decade = { $year }s
matrix-year-unknown = Year unknown
matrix-other-periods = Other periods
