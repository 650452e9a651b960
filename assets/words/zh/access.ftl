# 无障碍：对比度、大小、屏幕阅读器读出的内容。

high-contrast = 高对比度
    .what = 浅色和深色主题都使用纯白或纯黑背景与更醒目的线条

size-now = 界面大小：{ $percent }%
size-larger = 放大界面
    .what = 放大文字和所有内容，最大 300%
size-smaller = 缩小界面
    .what = 缩小文字和所有内容，最小 75%
size-actual = 实际大小
    .what = 所有内容恢复为 100%

way-back = 返回

### What only those hear who do not see the window.
menu-forget-view = 删除视图“{ $name }”
problems-row = { $place }，{ $path }：{ $message }
chips-take-away = 移除：{ $label }
palette-field = 查找会晤或命令
search-field = 搜索与筛选
search-results = 搜索结果
search-complete = 补全：{ $label }，{ $detail }
search-row = { $title }，{ $when }，{ $place }
filters-open = { $title }，已展开
filters-folded = { $title }，已收起
filters-find-in = 在“{ $field }”中查找
filters-show = { $field }：{ $what }
filters-show-fewer = { $field }：收起
filters-value = { $label }，{ $count } 次会晤
filters-value-out = { $label }，{ $count } 次会晤，已排除
filters-value-rare = { $label }，未计数
filters-years = { $first } 年至 { $last } 年：拖动以选择年份
filters-from-year = 起始年份
filters-to-year = 截止年份
raised-by-side = { $side }提出
raised-not-by-side = 没有来源说明{ $side }提出过
quote-copy-name = 复制引语并注明出处
quote-cite = 引用此引语的来源
cite-all = 引用全部来源
