### Search and filters. The words of the search's own fields, such as issue:, are the same
### in each language.

## Fields: above a list of values, before a value, and what is asked

find-issue = Issue
    .heading = Issues
    .meaning = an issue that came up
find-group = Issue group
    .heading = Issue groups
    .meaning = a group of issues
find-raised = Raised by
    .heading = Raised by
    .meaning = the side that raised an issue
find-stance = Stance
    .heading = Stance
    .meaning = how the sides stood on an issue
find-person = Person
    .heading = People
    .meaning = who took part or is quoted
find-speaker = Speaker
    .heading = Speakers
    .meaning = who is quoted
find-side = Side
    .heading = Sides
    .meaning = the side of somebody there
find-kind = Kind
    .heading = Kinds
    .meaning = the kind of meeting
find-place = Place
    .heading = Places
    .meaning = where, by name
find-country = Country
    .heading = Countries
    .meaning = where, by country code
find-rendering = Rendering
    .heading = How it was said
    .meaning = how a wording came about
find-account = Account
    .heading = Whose account
    .meaning = whose own account is a source
find-year = Date
    .heading = Years
    .meaning = a year, date or range, such as 1998..2001
find-has = Has
    .heading = With
    .meaning = what the record holds

## Values

find-has-quotes = quotes
find-has-original = original wording beside a translation
find-has-variants = variants of a wording
find-has-outcomes = outcomes
find-has-background = background
find-has-follows = a meeting that it follows
find-has-followed = a meeting that follows it
find-no-country = No country given
find-third-parties = Third parties
find-not-known = Not known

## The terms of a query in words

find-chip = { $field }: { $value }
find-chip-not = not { $term }
find-chip-several = { $value } ({ $count })
find-dates-any = any date
find-dates-until = until { $date }
find-dates-from = from { $date }
find-dates-range = { $first }–{ $last }
find-dates-range-wide = { $first } – { $last }

## What is wrong with a query

find-backwards = “{ $value }” ends before it begins
find-too-long = only the first words are looked for: this is too long
find-no-field = there is no field “{ $field }:”; put it in quotation marks to look for the words
find-no-field-but = there is no field “{ $field }:”; did you mean { $meant }:?
find-no-value = { $field }: needs a value behind it
find-unknown = { $field ->
    [raised] there is no side “{ $value }”
    [account] there is no side “{ $value }”
    [group] there is no group of issues “{ $value }”
    [has] “{ $value }” is nothing that can be asked for with has:
   *[other] there is no { $field } “{ $value }”
}
find-did-you-mean = { $problem }; did you mean { $value }?
find-it-may-be = { $problem }; it may be { $values }

## Where words were found

find-in-title = in the title
find-in-participants = among those who took part
find-in-quoted = among those who are quoted
find-in-issues = among the issues
find-in-kind = in the kind of meeting
find-in-place = in the name of the place
find-in-summary = in the summary
find-in-background = in the background
find-in-outcomes = in the outcomes
find-in-source = in a source
find-in-role = in the role of { $name }
find-in-issue-note = in a note on the issue { $name }
find-in-person-note = in a note on { $name }
find-in-quote = in a quote
find-in-quote-by = in a quote by { $name }
find-in-original = in the original of a quote
find-in-original-by = in the original of a quote by { $name }
find-in-wording = in another wording of a quote
find-in-wording-by = in another wording of a quote by { $name }
find-in-quote-note = in a note on a quote
find-in-quote-note-by = in a note on a quote by { $name }
