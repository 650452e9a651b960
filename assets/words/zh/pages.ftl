### Pages in the middle.

## Parts of several pages

page-filtered = { $total } 次会晤中有 { $shown } 次符合筛选
page-filtered-on-issue = 此议题的 { $total } 次会晤中有 { $shown } 次符合筛选
page-filtered-of-person = 此人的 { $total } 次会晤中有 { $shown } 次符合筛选
page-filtered-in-common = { $total } 次共同会晤中有 { $shown } 次符合筛选
page-loosen = 去掉一个词或一项筛选，即可看到更多
page-save-brief = 保存简报…
page-copy = 复制
page-choice = { $name }：{ $choice }
page-show-more = 再显示 { $count } 项
page-show-time = 显示这段时间
page-more-names = 另外 { $count } 个
page-more-sources = { " " }另有 { $count } 个
page-first = 首次：{ $when }
page-last = 最近：{ $when }
page-none-match = 没有会晤符合筛选
page-sources = 来源
page-issues = 议题
page-quotes = 引语
page-outcomes = 成果
page-people = 人物
page-others = 其他方
page-unnamed = 无名
page-speaker-unknown = 未注明说话人
page-raised-by = { $sides }提出
page-raiser-unknown = 提出方不详
page-raiser-unknown-why = 没有来源说明由谁提出
page-stance-and-raiser = { $stance }，{ $raised }

## A quote

page-copy-quote = 复制引语并注明出处
page-copy-quote-hint = 复制引语、说话人、时间和来源
page-show-wordings = 显示会晤及全部措辞
page-original = 原文
page-other-wordings = 另有 { $count } 种措辞
page-original-and-others = 原文和另外 { $count } 种措辞
page-reading = 正在读取……
page-too-long = 显示会晤：内容有 { $size } kB
page-unreadable = 无法读取此次会晤

## An issue

page-issue-nowhere = 此数据集中没有关于该议题的会晤
page-issue-none-match = 关于该议题的会晤都不符合筛选
page-only-in-quotes = 另有 { $count } 次仅见于引语
page-longest-silence = 最长间隔：{ $length }
page-next-raised = 下一次提出此议题的会晤
page-previous-raised = 上一次提出此议题的会晤
page-silence = { $length }未提出
page-others-between = 其间另有 { $count } 次会晤
page-only-quoted = 未列入此次会晤的议题，但有相关引语
# Before the names of sides, each in its colour.
page-raised-by-these = 提出方：
page-more-sides = 等，另有 { $count } 方
page-in-accounts = 见{ $accounts }

## The list

page-list-empty = 没有符合的会晤
page-list-best-first = 最相符的在前
page-list-hint = 点击列标题可排序
page-list-sort-by = 按{ $column }排序
page-list-perhaps = 可能
page-list-perhaps-why = 可能在这段时间内：日期不够确切
page-list-date = 日期
page-list-title = 标题
page-list-kind = 类型
page-list-place = 地点
page-list-row = { $title }，{ $when }

## People

page-person-last = 最近一次会晤
page-common-last = 最近一次共同会晤
page-perhaps-later = 日期不确切，可能更晚：
page-when-aside = （{ $when }）
page-leave-out = 去掉
page-leave-out-whom = 去掉{ $name }
page-person-nowhere = 未参加此数据集中的任何会晤
page-common-nowhere = 此数据集中没有共同会晤
page-person-none-match = 此人的会晤都不符合筛选
page-common-none-match = 共同会晤都不符合筛选
page-common-count = { $count } 次共同会晤
page-common-meetings = 共同会晤，最近的在前
page-person-meetings = 会晤，最近的在前
page-person-roles = 职务
page-also-there = 同时在场
page-met = 会见过
page-met-unknown = 同在一次会晤，所属方不详
page-met-own = 同在一次会晤，同属一方
page-person-quotes = 引语，最早的在前
page-from-to = { $first }至{ $last }
page-in-common = 共同会晤
page-in-common-with = 与{ $name }的共同会晤

## Cadence

page-gaps-title = 最长的间隔
page-gaps-measure = 从前一次的最后一天到后一次的第一天
page-gaps-none = 会晤不足两次，没有间隔可言
page-gaps-none-match = 符合筛选的会晤不足两次，没有间隔可言
page-gaps-uncertain = 没有哪两次之间确定相隔一天
page-year-unknown = 其中 { $count } 次年份不详
page-all-kinds = 全部类型
# Before the meeting's title.
page-kind-last = 最近一次为{ $when }：
page-gap = { $length }{ $none }
page-gap-from = 自{ $when }
page-gap-to = 至{ $when }
page-gap-days = { $count } 天
page-gap-vague = 日期不确切
page-other-kinds = 其间有 { $count } 次其他类型的会晤
page-per-year = { $without ->
    [0] 各类型每年会晤次数，最多 { $highest } 次
   *[other] 各类型每年会晤次数，最多 { $highest } 次；另有 { $without } 次年份不详
}
page-per-quarter = { $without ->
    [0] 各类型每季度会晤次数，最多 { $highest } 次
   *[other] 各类型每季度会晤次数，最多 { $highest } 次；另有 { $without } 次季度不详
}
page-more-kinds = 另有 { $count } 种
page-column = { $when }：{ $count } 次会晤
page-column-kind = { $kind }：{ $count }
page-column-highest = 此为同一处最高的一柱，另有 { $count } 柱与之重叠

## Who raised what

page-matrix-raised = 谁提出了什么
page-matrix-accounts = 见于哪方通报
page-matrix-facts = { $meetings } 次会晤中的 { $issues } 个议题
page-matrix-no-issue = 这些会晤都没有议题
page-cells = 格
page-cells-raised = 提出方
page-cells-accounts = 见于哪方通报
page-columns = 列
page-columns-meetings = 会晤
page-columns-years = 年份
page-columns-periods = 时期
page-order = 排序
page-order-often = 提及次数
page-order-first = 首次提及
page-order-one-sided = 单方程度

page-matrix-issue = 议题
page-period-none = 无
page-total-all = 全部
page-total-all-why = 谈及该议题的会晤
page-total-only = 仅
page-total-both = 双方
page-total-several = 多方
page-total-one = 仅此
page-total-here = 一份
page-total-in = 均
page-total-none = 未见
page-total-not = 来源
page-total-known = 未详
page-other-sides = 其他方
page-total-raised = 由{ $side }提出
page-total-raised-alone = 仅由{ $side }提出
page-total-raised-several = 由多方提出
page-total-account = 见于{ $side }的通报
page-total-account-alone = 仅见于{ $side }的通报
page-total-account-several = 见于多方的通报
page-total-uncompared = 见于一方的通报，没有另一方的可供对照
page-total-no-account = 未见于任何一方自己的通报

page-legend-account = 见于{ $side }通报
page-legend-no-account = 未见于各方通报
page-legend-unknown = 来源未说明由谁提出
page-legend-missing = 缺少一方通报
page-legend-dispute = 有分歧
page-legend-shared = 共同利益
page-other-side = 其他方

page-column-meeting = { $title }，{ $when }
page-column-period = { $title }（{ $when }）
page-column-year-unknown = 年份不详
page-column-no-period = 不属于单一时期
page-cell = { $issue }，{ $column }：{ $said }
page-cell-none = 未提及
page-cell-raiser-unknown = 没有来源说明由谁提出
page-cell-accounts = 见于{ $sides }的通报
page-cell-no-account = 未见于任何一方自己的通报
page-cell-dispute = 有分歧
page-cell-shared = 共同利益
page-cell-missing = { $said }；此数据集没有{ $sides }的通报
page-cell-many = { $count } 次会晤；{ $said }
page-behind = { $issue }，{ $column }：{ $count } 次会晤
page-at-raised = { $side }提出 { $count } 次
page-at-account = 见于{ $side }的通报 { $count } 次
page-at-raised-alone = { $side }提出 { $count } 次，其中单独 { $only } 次
page-at-account-alone = 见于{ $side }的通报 { $count } 次，其中单独 { $only } 次
page-at-raiser-unknown = 来源未说明由谁提出 { $count } 次
page-at-no-account = 未见于任何一方自己的通报 { $count } 次
page-at-dispute = 有分歧 { $count } 次
page-at-shared = 共同利益 { $count } 次
page-at-several = 多方 { $count } 次
page-at-uncompared = 仅一方、无可对照 { $count } 次
page-row = { $issue }：{ $count } 次会晤；{ $said }

## Accounts

page-no-account = 没有任何一方自己的通报
page-one-account = 一方通报
page-both-accounts = 双方通报
page-all-accounts = { $count } 份通报
page-third-below = 第三方见下
page-account-missing = 此数据集中没有{ $side }对此次会晤的通报
page-not-comparable = 因此无法标出仅见于一方通报的内容。
page-only-here = 仅见于此：{ $counts }
page-nothing = 无
page-cited-as-whole = 这些来源是就整场会晤引用的：没有议题、引语或成果注明出自它们。
page-not-in-account = 未见于此份通报
page-only-in-account = 仅见于{ $side }通报
page-also-third = 也见于第三方
page-also-accounts = { $count ->
    [1] 也见于{ $sides }通报
   *[other] 也见于{ $sides }的通报
}
page-third-parties = 第三方
page-no-source = 未注明来源

## Side by side

page-compare-title = 会晤比较
page-compare-facts = { $meetings } 次会晤 · { $issues } 个议题不止出现一次
page-compare-left-out = 另有 { $count } 次会晤未列出
page-compare-none = 尚未选择会晤
page-compare-one = 已选一次会晤；至少要两次才能比较
page-compare-how = 在时间线或列表中选择一次会晤，加入比较。会晤按时间先后排列，每次都与前一次比较。
page-take-out = 移出
page-take-out-which = 将{ $title }移出比较
page-tally-new = { $count } 个新增
page-tally-dropped = { $count } 个此处未见
page-tally-changed = { $count } 个有变
page-tally-same = { $count } 个不变
page-tally-none = 没有议题
page-issues-shared = 多次会晤涉及的议题
page-issues-single = 仅一次会晤涉及的议题
page-show-quotes = 显示关于{ $issue }的 { $count } 条引语
page-hide-quotes = 隐藏关于{ $issue }的 { $count } 条引语
page-no-quote = 没有相关引语
page-unmentioned = 此处没有来源提及
page-new = 新增
page-dropped = 此处未见
page-changed = 有变 · 此前：{ $before }
page-side-unknown = 所属方不详
page-nobody = 未提及该方人员
page-also-then = 上次也在
page-also-then-why = 也参加了左侧那次会晤

## Wordings

page-wordings = 各家措辞
page-wordings-of = 各家措辞：{ $speaker }
page-wordings-signs = 删除线：仅见于基准。下划线：仅见于此措辞。
page-wording-main = 主要措辞
page-wording-other = 另一措辞
page-wording-numbered = 另一措辞（共 { $count } 种，第 { $number } 种）
page-wording-copy = 复制此措辞并注明出处
page-wording-copied = 措辞及出处
page-other-language = 语言不同，不作比较
page-too-long-to-compare = 过长，无法比较
page-same-words = 与基准相同
page-base-name = 基准：{ $name }
page-base-is = 其他措辞与此比较
page-base-choose = 让其他措辞与此比较
page-base = 基准
page-only-in-base = [仅见于基准：{ $words }]
page-only-in-this = [仅见于此：{ $words }]
