### The timeline.

## The canvas and what is beside it

canvas-name = 时间线，{ $from }至{ $to }，{ $lanes } 行共 { $shown } 次会晤

canvas-mark = { $title }，{ $when }，{ $kind }
canvas-mark-dim = { $title }，{ $when }，{ $kind }，不符合筛选
canvas-marks = { $count } 次会晤，{ $when }：{ $title }及另外 { $more } 次
canvas-marks-matching = { $count } 次会晤，{ $matching } 次符合筛选，{ $when }：{ $title }及另外 { $more } 次
canvas-from-to = { $first }至{ $last }

canvas-more-people = 另有 { $count } 人
canvas-group-matching = { $count } 次会晤中 { $matching } 次符合筛选
canvas-zoom-hint = 点击放大
canvas-list-hint = 点击列出
canvas-more-hint = 另有 { $count } 次 · { $hint }
canvas-list-name = 此处的会晤

canvas-period = 时期：{ $title }，{ $when }
canvas-period-hint = 双击显示整个时期

canvas-overview-name = 总览，显示{ $from }至{ $to }
canvas-overview-title = 每季度会晤次数，最多 { $highest } 次
canvas-overview-title-without = 每季度会晤次数，最多 { $highest } 次；另有 { $without } 次季度不详

canvas-cadence = 会晤频率
canvas-cadence-what = 多久会晤一次
canvas-thread-what = 由谁提出
canvas-thread-one = { $issue }，{ $title }，{ $when }：{ $said }
canvas-thread-many = { $issue }，自{ $when }起的 { $count } 次会晤：{ $said }

# Of one meeting, $of is 1; of several, $count says at how many of them.
canvas-raised-by = { $of ->
    [1] { $side }提出
   *[other] { $side }提出 { $count } 次
}
canvas-raised-by-others = { $of ->
    [1] 其他方提出
   *[other] 其他方提出 { $count } 次
}
canvas-raised-unknown = { $of ->
    [1] 没有来源说明由谁提出
   *[other] { $count } 次没有来源说明由谁提出
}
canvas-dispute = { $of ->
    [1] 有分歧
   *[other] { $count } 次有分歧
}
canvas-shared = { $of ->
    [1] 有共同利益
   *[other] { $count } 次有共同利益
}

## What stands along the edges

timeline-month-1 = 1月
timeline-month-2 = 2月
timeline-month-3 = 3月
timeline-month-4 = 4月
timeline-month-5 = 5月
timeline-month-6 = 6月
timeline-month-7 = 7月
timeline-month-8 = 8月
timeline-month-9 = 9月
timeline-month-10 = 10月
timeline-month-11 = 11月
timeline-month-12 = 12月
# The widest of these, for which there must be room.
timeline-month-widest = 12月
timeline-month-of-year = { $year }{ $month }

timeline-other-issues = 其他议题
timeline-no-issue = 议题未注明
timeline-in-side = 在{ $side }
timeline-elsewhere = 在其他地方
timeline-no-country = 国家未注明
timeline-other-lanes = 其他 { $count } 项
