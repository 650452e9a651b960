### What is copied and saved.

## Between the parts of an enumeration, of a line, of two clauses; behind what introduces

join-names = 、
join-parts = ，
join-clauses = ；
join-colon = ：
join-brackets = （{ $text }）

## Everywhere

export-quotes = { $count } 条引语
export-issues = { $count } 项议题
export-filtered = { $total } 次会晤中的 { $shown } 次；其余已筛去
export-meeting = { $title }（{ $date }）
export-account = { $side }通报
export-third-party = 第三方
export-third-parties = 第三方
export-the-account = { $account }
export-known-from = 据{ $accounts }
export-raised-by = { $sides }提出
export-raised-unknown = 提出方不详
export-raised = { $who }；{ $stance }
export-yes = 是
export-unknown = 不详
export-on = 涉及：
export-note = 注：{ $note }

export-heading-sources = 来源
export-heading-issues = 议题
export-heading-quotes = 引语
export-heading-outcomes = 成果
export-heading-meetings = 会晤
export-heading-participants = 参加者
export-heading-summary = 概述
export-heading-background = 背景
export-heading-around = 前后会晤
export-heading-roles = 职务
export-heading-met = 会见过的人

export-column-date = 日期
export-column-kind = 类型
export-column-place = 地点
export-column-people = 人物
export-column-person = 人物
export-column-meeting = 会晤
export-column-issue = 议题
export-column-stance = 立场
export-column-note = 注释
export-column-side = 所属方
export-column-first = 首次
export-column-last = 末次
export-column-raised = 提出方；立场
export-column-only-in = 仅见于
export-column-raised-by = { $side }提出
export-column-in-account = 见于{ $side }通报
export-column-only = 仅{ $side }
export-column-several = 多方
export-column-missing = 缺另一方通报
export-column-unknown = 不详
export-column-dispute = 分歧
export-column-shared = 共同利益
export-others = 其他

## A quote

export-original = 原文
export-original-in = 原文见：
export-another-wording = 另一措辞
export-attributed = 该来源称这些话出自{ $name }。
export-attributed-here = （据该来源；另有来源称出自{ $speaker }）
export-in-language = { $language }
export-in-tag = 语言“{ $tag }”
export-via = 转载于{ $site }
export-published-via = { $publisher }，转载于{ $site }

## A meeting

export-follows = 承接：{ $title }
export-previous-of-kind = 上一次同类会晤：{ $title }
export-next-of-kind = 下一次同类会晤：{ $title }

## Accounts

export-both-accounts = { $title }：双方通报
export-all-accounts = { $title }：各方通报
export-comparable = 其他各方的通报都没有的内容，才标为仅见于一方通报。
export-not-comparable = 数据集中没有以下各方对这次会晤的通报：{ $sides }。因此没有内容标为仅见于一方通报。
export-no-source = 来源未注明
export-stands-in = 见于：
export-only-in = 仅见于{ $account }

## An issue through all meetings

export-only-in-quotes = { $meetings }，另有 { $count } 次仅在引语中谈及
export-silence = 未谈及：{ $gap }
export-silence-with = 未谈及：{ $gap }，其间另有 { $count } 次会晤

## People

export-in-common = 共同参加 { $meetings }
export-role = { $role } — { $meetings }，{ $dates }
export-role-of = { $name }：{ $role } — { $meetings }，{ $dates }
export-same-side = { $side }（同一方）
export-dates = { $first }至{ $last }

## Gaps

export-gaps = 间隔最长的会晤
export-all-kinds = 所有类型合计
export-gap = { $gap }{ $none }
export-gap-ends = ：自{ $first }至{ $last }
export-none-matching = 没有符合条件的会晤
export-no-meeting = 没有会晤
export-no-kind = 没有{ $kind }
export-none = 没有此类会晤

## Meetings side by side, and as a list

export-side-by-side = 会晤比较
export-not-compared = 会晤过多，有 { $count } 次未列入比较。
export-not-in-record = 本次记录中没有
export-new = 新议题
export-changed = 立场和提出方有变
export-stance-changed = 立场有变
export-raisers-changed = 提出方有变
export-on-issue = 关于{ $issue }
export-question = { $meetings }：{ $question }

## The matrix

export-who-raised-what = 谁提出了什么
export-whose-account = 什么见于谁的通报
export-other-sides = 其他方
export-matrix-item = { $issue }：{ $words }
export-matrix-item-of = { $issue }（{ $meetings }）：{ $words }
export-period = { $group }：{ $period }
export-no-period = { $group }：不属于任何单一时期
export-in-account = 见于{ $sides }的通报
export-in-no-account = 不见于任何一方的通报
# How often something was so: "United States at 3", "dispute at 2".
export-at = { $what }（{ $count } 次）

## Forms

export-plain = 纯文本
export-markdown = Markdown
export-rich = 带格式文本

## Languages

language-ar = 阿拉伯语
language-cs = 捷克语
language-da = 丹麦语
language-de = 德语
language-el = 希腊语
language-en = 英语
language-es = 西班牙语
language-fa = 波斯语
language-fi = 芬兰语
language-fr = 法语
language-he = 希伯来语
language-hi = 印地语
language-hu = 匈牙利语
language-id = 印度尼西亚语
language-it = 意大利语
language-ja = 日语
language-km = 高棉语
language-ko = 韩语
language-ms = 马来语
language-nl = 荷兰语
language-no = 挪威语
language-pl = 波兰语
language-pt = 葡萄牙语
language-ro = 罗马尼亚语
language-ru = 俄语
language-sr = 塞尔维亚语
language-sv = 瑞典语
language-tr = 土耳其语
language-uk = 乌克兰语
language-ur = 乌尔都语
language-vi = 越南语
language-zh = 中文

## Sources that were copied

export-sources-chicago = 来源（芝加哥格式）
export-sources-apa = 来源（APA 格式）
export-sources-mla = 来源（MLA 格式）
export-sources-bibtex = 来源（BibTeX 格式）
export-sources-ris = 来源（RIS 格式）
export-sources-csl-json = 来源（CSL-JSON 格式）
