### Search and filters. The words of the search's own fields, such as issue:, are the same
### in each language.

## Fields: above a list of values, before a value, and what is asked

find-issue = 议题
    .heading = 议题
    .meaning = 谈到的议题
find-group = 议题类别
    .heading = 议题类别
    .meaning = 一类议题
find-raised = 提出方
    .heading = 提出方
    .meaning = 提出议题的一方
find-stance = 立场
    .heading = 立场
    .meaning = 各方在议题上的立场
find-person = 人物
    .heading = 人物
    .meaning = 参加会晤或有引语的人
find-speaker = 说话人
    .heading = 说话人
    .meaning = 引语出自谁
find-side = 方
    .heading = 各方
    .meaning = 在场人物所属的一方
find-kind = 类型
    .heading = 类型
    .meaning = 会晤的类型
find-place = 地点
    .heading = 地点
    .meaning = 地点名称
find-country = 国家
    .heading = 国家
    .meaning = 地点的国家代码
find-rendering = 表述方式
    .heading = 表述方式
    .meaning = 措辞的由来
find-account = 通报方
    .heading = 通报方
    .meaning = 来源中有哪一方的通报
find-year = 日期
    .heading = 年份
    .meaning = 年份、日期或范围，如 1998..2001
find-has = 含有
    .heading = 含有
    .meaning = 记录中有什么内容

## Values

find-has-quotes = 引语
find-has-original = 译文之外的原文
find-has-variants = 不同的措辞
find-has-outcomes = 成果
find-has-background = 背景
find-has-follows = 承接的前次会晤
find-has-followed = 承接它的后续会晤
find-no-country = 国家未注明
find-third-parties = 第三方
find-not-known = 不详

## The terms of a query in words

find-chip = { $field }：{ $value }
find-chip-not = 排除 { $term }
find-chip-several = { $value }（{ $count }）
find-dates-any = 任何日期
find-dates-until = 截至{ $date }
find-dates-from = { $date }起
find-dates-range = { $first }至{ $last }
find-dates-range-wide = { $first }至{ $last }

## What is wrong with a query

find-backwards = “{ $value }”的结束早于开始
find-too-long = 搜索内容过长：只查找前面的词
find-no-field = 没有“{ $field }:”这个字段；要查找这些词，请加引号
find-no-field-but = 没有“{ $field }:”这个字段；是不是 { $meant }:？
find-no-value = { $field }: 后面需要一个值
find-unknown = { $field ->
    [issue] 没有议题“{ $value }”
    [group] 没有议题类别“{ $value }”
    [person] 没有人物“{ $value }”
    [speaker] 没有说话人“{ $value }”
    [kind] 没有会晤类型“{ $value }”
    [place] 没有地点“{ $value }”
    [country] 没有国家“{ $value }”
    [stance] 没有立场“{ $value }”
    [rendering] 没有表述方式“{ $value }”
    [has] “{ $value }”不能用 has: 查询
   *[other] 没有“{ $value }”这一方
}
find-did-you-mean = { $problem }；是不是 { $value }？
find-it-may-be = { $problem }；可用的值：{ $values }

## Where words were found

find-in-title = 标题中
find-in-participants = 参加者中
find-in-quoted = 引语说话人中
find-in-issues = 议题中
find-in-kind = 会晤类型中
find-in-place = 地点名称中
find-in-summary = 概述中
find-in-background = 背景中
find-in-outcomes = 成果中
find-in-source = 来源中
find-in-role = { $name }的职务中
find-in-issue-note = 议题“{ $name }”的注释中
find-in-person-note = { $name }的注释中
find-in-quote = 引语中
find-in-quote-by = { $name }的引语中
find-in-original = 引语原文中
find-in-original-by = { $name }的引语原文中
find-in-wording = 引语的另一措辞中
find-in-wording-by = { $name }引语的另一措辞中
find-in-quote-note = 引语的注释中
find-in-quote-note-by = { $name }引语的注释中
