### The pane of a meeting.

## 概要。

detail-copy = 复制
detail-accounts = 各方通报
detail-compare = 比较
detail-no-kind = 未注明类型
detail-reading = 正在读取 { $size } kB……

## 此前与此后的会晤。

around-after = 此后
around-both = 此前与此后
around-unknown = 本次会晤承接 · 不在此数据集中
around-this-kind = 同类会晤
around-followed = 本次会晤承接
around-previous-of-kind = 上一次{ $kind }
around-previous = 上一次会晤（不限类型）
around-next-of-kind = 下一次{ $kind }
around-next = 下一次会晤（不限类型）

## 参加者、议题与成果。

detail-participants = 参加者
detail-others = 其他
more-sides = 另有 { $count } 方
also-called = 又作：{ $names }
detail-background = 背景
detail-issues = 议题
raised-by = 提出方
raised-unknown = 不详
raised-unknown-tip = 没有来源说明由谁提出
raised-unknown-who = 提出方不详
raised-by-sides = { $sides }提出
detail-outcomes = 成果
and-more = 另有 { $count } 项

## 引语与来源。

detail-quotes = 引语
quote-original = 原文
quote-wording = 另一种措辞
quote-copy = 复制并注明出处
    .tip = 复制引语、说话人、时间和来源
    .what = 引语及出处
quote-compare = 比较措辞
    .tip = 显示各种措辞的差异
wording-copy = 复制此措辞并注明出处
    .what = 措辞及出处
no-source = 未注明来源
attributed-to = 此来源称这些话出自{ $name }
detail-sources = 来源
source-via = 转载于 { $site }
source-name-via = { $name }，转载于 { $site }
cite = 引用…
cite-tip = 按引用格式复制来源，或导入文献管理软件

## 数据集简介。

untitled-dataset = 无标题数据集
welcome-so-far = 仍在读取，目前已有
welcome-nothing = 此文件中没有会晤。
noun-meetings = { $count ->
   *[other] 会晤
}
noun-quotes = { $count ->
   *[other] 引语
}
noun-people = { $count ->
   *[other] 人物
}
noun-issues = { $count ->
   *[other] 议题
}
noun-sources = { $count ->
   *[other] 来源
}
welcome-first = 最早：{ $date }
welcome-last = 最近：{ $date }
welcome-begin = 从何看起
welcome-click = 点击时间线上的标记，即可阅读一次会晤。
welcome-example-before = 例如
welcome-example-after = （{ $date }），含 { $count } 条引语。
welcome-kinds = 会晤类型
welcome-marks = 标记

## 标记的含义。

legend-plain = 长度为会晤时长，或日期不确定的范围
legend-about = 大约在此时：两端渐淡
legend-no-end = 已结束，但不知何时
legend-uncertain = 不确定：斜线
legend-open = 仍在继续，或起始不详
legend-merged = 多次会晤合为一处：点击即可分开
