### Dates in words. Years come as text, since they have no thousands apart.

## One date

date-month-1 = 1月
date-month-2 = 2月
date-month-3 = 3月
date-month-4 = 4月
date-month-5 = 5月
date-month-6 = 6月
date-month-7 = 7月
date-month-8 = 8月
date-month-9 = 9月
date-month-10 = 10月
date-month-11 = 11月
date-month-12 = 12月
date-spring = 春季
date-summer = 夏季
date-autumn = 秋季
date-winter = 冬季

date-day = { $year }{ $month }{ $day }日
date-month = { $year }{ $month }
date-season = { $year }{ $season }
date-year = { $year }年
date-year-bce = 公元前{ $year }年
date-year-ce = 公元{ $year }年
date-decade = { CENTURY($year) }世纪{ DECADE($year) }年代

# Around any of the dates above, from the inside out.
date-about = 约{ $date }
date-a-day-in = { $date }某日
date-a-month-in = { $date }某月
date-perhaps = 可能{ $date }

date-with-time = { $date } { $time }
date-clock-range = { $first }—{ $last }
date-clock-with-zone = { $time }（{ $zone }）

## From one date to another

date-range = { $first }至{ $last }
# Where a dash between the two would be misread.
date-range-to = { $first }至{ $last }
date-days-of-month = { $year }{ $month }{ $first }日至{ $last }日
date-days-of-year = { $year }{ $first_month }{ $first }日至{ $last_month }{ $last }日
date-months-of-year = { $year }{ $first }至{ $last }
date-years = { $first }—{ $last }年
date-years-bce = 公元前{ $first }—前{ $last }年
date-years-ce = 公元{ $first }—{ $last }年
date-years-across = 公元前{ $first }年至公元{ $last }年
date-since = { $date }起
date-until = 截至{ $date }
date-end-unknown = { $date }起，结束日期不详
date-start-unknown = 截至{ $date }，开始日期不详
date-unknown = 日期不详

## How long it is from one to another

date-gap-days = { $count }天
date-gap-months = { $count }个月
date-gap-years = { $count }年
# "2 years 5 months"
date-gap-two = { $first }{ $second }
date-gap-none = 同一天
date-gap-overlapping = 时间重叠
date-gap-close = 大致同时
date-gap-about = 约{ $gap }
date-gap-between = { $least }至{ $greatest }
date-gap-between-days = { $least }至{ $greatest }天
date-gap-between-months = { $least }至{ $greatest }个月
date-gap-between-years = { $least }至{ $greatest }年
# "883 days (2 years 5 months)"
date-gap-in-days = { $days }（{ $gap }）
date-gap-earlier = 早{ $gap }
date-gap-later = 晚{ $gap }

## What is wrong with a date

date-error-in-start = 开始日期：{ $error }
date-error-in-end = 结束日期：{ $error }
date-error-empty = 缺少日期：请写成 `2021-03-18`、`2021-03` 或 `2021` 这样的形式
date-error-too-long = { $found } 过长，不是日期：请写成 `2021-03-18` 这样的形式
date-error-space = { $found } 前后有空格：请删去
date-error-character = { $found } 含有 { $unknown }：日期只用普通数字和连字符 `-`
date-error-not-a-date = { $found } 不是 EDTF 日期：请写{ $instead }
date-error-interval = { $found } 是一个时间段，此处只能有一个日期：请只写一个日期
date-error-level-two = { $found } 使用了{ $means }，属于不受支持的 EDTF 第 2 级：请写{ $instead }
date-error-year-range = { $found } 超出 -9999 至 9999 年的范围：请写四位数的年份
date-error-minus-zero = 没有 `-0000` 年：公元前1年写作 `0000`，公元前2年写作 `-0001`
date-error-expected = 此处应为{ $expected }，却是{ $found }
date-error-month = 没有 { $found } 月：月份为 `01` 至 `12`，季节为 `21`（春）至 `24`（冬）
date-error-day = { $found } 不存在：{ $month }只有 { $days } 天
date-error-season-day = { $found } 在季节后写了日：请只写季节，如 `1972-21`，或写月和日
date-error-time-range = { $found } 不是有效时间：小时为 `00` 至 `23`，分和秒为 `00` 至 `59`
date-error-time-without-day = { $found } 有时间而日期不全：请在 `T` 之前写明年、月、日
date-error-time-qualified = { $found } 有时间，其后又有 `{ $sign }`：请去掉其中一个
date-error-no-date = 开始和结束都不是日期：至少要有一个日期
date-error-end-before-start = 结束日期 { $end } 早于开始日期 { $start }：请对调，或改正其中一个
date-error-two-ends = { $found } 已含结束日期：请去掉另写的结束日期 { $end }

# What was found, where nothing was.
date-nothing = 空白

# What can be expected.
date-expected-day = 两位数的日，如 `08`
date-expected-month = 两位数的月份，如 `03`
date-expected-year = 四位数的年份，如 `2021`
date-expected-year-bce = 四位数的年份，如 `-0044`
date-expected-no-more = 日期的末尾
date-expected-time = 时间，如 `10:30`、`10:30:00` 或 `10:30:00+08:00`

# What to write instead.
date-instead-plain = 年、月、日，如 `2021-03-18`，或只写 `2021-03`、`2021`
date-instead-sign-behind = 在整个日期之后，如 { $date }
date-instead-first-to-last = 从最早到最晚的时间段，如 `1984/1985`
date-instead-no-open-end = 一个日期，`..` 只表示没有尽头的一端
date-instead-interval = 时间段，如 `1984/1985`、`1984/..` 或 `../1985`
date-instead-four-digits = -9999 至 9999 之间的四位数年份
date-instead-decade = 年代如 `195X`，世纪如 `19XX`，或约数年份如 `1950~`
date-instead-open-digits = 只在末尾带 `X` 的日期，如 `201X`、`19XX`、`2004-XX`、`2004-XX-XX` 或 `2004-03-XX`
date-instead-season = `21`（春）至 `24`（冬），或以月份表示的时间段，如 `2021-01/2021-03`

# What only EDTF level 2 has.
date-means-sign-on-part = 加在部分日期上的 `~`、`?` 或 `%`
date-means-set = 一组日期
date-means-exponent = 带指数的年份
date-means-significant = 有效位数
date-means-open-digits = 后面还有数字、或留下数字太少的 `X`
date-means-season = `25` 至 `41` 的季节
