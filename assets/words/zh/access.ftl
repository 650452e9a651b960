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

landmark-menu = 菜单和搜索框
landmark-search = 搜索会晤
landmark-filters = 筛选面板
landmark-tabs = 已打开的数据集
landmark-trouble = 出现的问题
landmark-pages = 页面选择
landmark-chips = 筛选条件
landmark-timeline = 会晤时间线
landmark-page = 页面：{ $name }
landmark-detail = 所选会晤
landmark-welcome = 关于此数据集
landmark-problems = 问题面板
landmark-status = 状态栏

next-panel = 下一个面板
    .what = 将键盘焦点移到窗口的下一个面板
previous-panel = 上一个面板
    .what = 将键盘焦点移到上一个面板
go-to-menus = 菜单
    .what = 将键盘焦点移到菜单栏

mark-with-people = { $mark }；{ $people }
mark-with-more-people = { $mark }；{ $people }等，另有 { $more } 人
said-selected = 已选择：{ $title }，{ $when }
said-nothing-selected = 未选择会晤
said-page = 正在显示：{ $name }
said-open = 已打开“{ $name }”，共 { $count } 次会晤

name-compare = 会晤比较
name-thread = 议题脉络
name-people = 人物

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
egui-resize-panel = 调整面板大小
