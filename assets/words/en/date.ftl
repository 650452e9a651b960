### Dates in words. Years come as text, since they have no thousands apart.

## One date

date-month-1 = January
date-month-2 = February
date-month-3 = March
date-month-4 = April
date-month-5 = May
date-month-6 = June
date-month-7 = July
date-month-8 = August
date-month-9 = September
date-month-10 = October
date-month-11 = November
date-month-12 = December
date-spring = spring
date-summer = summer
date-autumn = autumn
date-winter = winter

date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-season = { $season } { $year }
date-year = { $year }
date-year-bce = { $year } BCE
date-year-ce = { $year } CE
date-decade = the { $year }s

# Around any of the dates above, from the inside out.
date-about = about { $date }
date-a-day-in = a day in { $date }
date-a-month-in = a month in { $date }
date-perhaps = perhaps { $date }

date-with-time = { $date }, { $time }
date-clock-range = { $first }–{ $last }
date-clock-with-zone = { $time } ({ $zone })

## From one date to another

date-range = { $first } – { $last }
# Where a dash between the two would be misread.
date-range-to = { $first } to { $last }
date-days-of-month = { $first }–{ $last } { $month } { $year }
date-days-of-year = { $first } { $first_month } – { $last } { $last_month } { $year }
date-months-of-year = { $first }–{ $last } { $year }
date-years = { $first }–{ $last }
date-years-bce = { $first }–{ $last } BCE
date-years-ce = { $first }–{ $last } CE
date-years-across = { $first } BCE – { $last } CE
date-since = since { $date }
date-until = until { $date }
date-end-unknown = from { $date }, end unknown
date-start-unknown = until { $date }, start unknown
date-unknown = unknown

## How long it is from one to another

date-gap-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
date-gap-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
date-gap-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
# "2 years 5 months"
date-gap-two = { $first } { $second }
date-gap-none = the same day
date-gap-overlapping = overlapping
date-gap-close = around the same time
date-gap-about = about { $gap }
date-gap-between = between { $least } and { $greatest }
date-gap-between-days = { $greatest ->
    [one] between { $least } and { $greatest } day
   *[other] between { $least } and { $greatest } days
}
date-gap-between-months = { $greatest ->
    [one] between { $least } and { $greatest } month
   *[other] between { $least } and { $greatest } months
}
date-gap-between-years = { $greatest ->
    [one] between { $least } and { $greatest } year
   *[other] between { $least } and { $greatest } years
}
# "883 days (2 years 5 months)"
date-gap-in-days = { $days } ({ $gap })
date-gap-earlier = { $gap } earlier
date-gap-later = { $gap } later

## What is wrong with a date

date-error-in-start = start: { $error }
date-error-in-end = end: { $error }
date-error-empty = a date is missing: write one such as `2021-03-18`, `2021-03` or `2021`
date-error-too-long = { $found } is too long for a date: write one such as `2021-03-18`
date-error-space = there is space around { $found }: remove it
date-error-character = { $found } contains { $unknown }: write dates with plain digits and the hyphen `-`
date-error-not-a-date = { $found } is not a date in EDTF: write { $instead }
date-error-interval = { $found } is an interval where one date is expected: write only one date
date-error-level-two = { $found } uses { $means }, and EDTF level 2 is not supported: write { $instead }
date-error-year-range = { $found } lies outside the years -9999 to 9999: write a year of four digits
date-error-minus-zero = there is no year `-0000`: write `0000` for 1 BCE, `-0001` for 2 BCE
date-error-expected = expected { $expected }, found { $found }
date-error-month = there is no month { $found }: months are `01` to `12`, seasons `21` (spring) to `24` (winter)
date-error-day = { $found } does not exist: { $month } has { $days } days
date-error-season-day = { $found } gives a season a day: write the season alone, such as `1972-21`, or a month and a day
date-error-time-range = { $found } is no time of day: hours are `00` to `23`, minutes and seconds `00` to `59`
date-error-time-without-day = { $found } has a time without a whole date: write year, month and day before the `T`
date-error-time-qualified = { $found } has a time and `{ $sign }` behind it: leave out one of them
date-error-no-date = neither the start nor the end is a date: at least one of them must be
date-error-end-before-start = the end { $end } lies before the start { $start }: swap them, or correct one
date-error-two-ends = { $found } already has an end: leave out the separate end { $end }

# What was found, where nothing was.
date-nothing = nothing

# What can be expected.
date-expected-day = a two-digit day such as `08`
date-expected-month = a two-digit month such as `03`
date-expected-year = a four-digit year such as `2021`
date-expected-year-bce = a four-digit year such as `-0044`
date-expected-no-more = nothing behind the day
date-expected-time = a time such as `10:30`, `10:30:00` or `10:30:00+08:00`

# What to write instead.
date-instead-plain = year, month and day as in `2021-03-18`, or only `2021-03` or `2021`
date-instead-sign-behind = it behind the whole date, as { $date }
date-instead-first-to-last = an interval from the first to the last, as `1984/1985`
date-instead-no-open-end = a date here, for `..` stands only for an open end
date-instead-interval = an interval as `1984/1985`, `1984/..` or `../1985`
date-instead-four-digits = a year of four digits, -9999 to 9999
date-instead-decade = a decade as `195X`, a century as `19XX` or about a year as `1950~`
date-instead-open-digits = `X` only at the end, as `201X`, `19XX`, `2004-XX`, `2004-XX-XX` or `2004-03-XX`
date-instead-season = `21` (spring) to `24` (winter), or an interval of months as `2021-01/2021-03`

# What only EDTF level 2 has.
date-means-sign-on-part = `~`, `?` or `%` on a part of the date
date-means-set = a set of dates
date-means-exponent = a year with an exponent
date-means-significant = a number of significant digits
date-means-open-digits = `X` where other digits follow or too few are left
date-means-season = a season of `25` to `41`
