### The window: bars, dialogs, panels.

## 菜单栏。

menu-file = 文件
menu-edit = 编辑
menu-view = 视图
menu-go = 前往
menu-help = 帮助
menu-recent = 最近打开
menu-forget-recent = 清除最近打开的记录
menu-saved-views = 已存视图
# 看不懂中文的人也要找得到。
menu-language = 语言（Language）
menu-lanes = 分行
menu-theme = 主题
menu-size = 大小
menu-forget = 删除

## 底部状态栏。

status-in-view = 共 { $total } 次会晤，当前可见 { $shown } 次
status-in-view-so-far = 已读取 { $total } 次会晤，当前可见 { $shown } 次
status-problems-tip = 显示有什么问题、在哪里
status-range = { $from }—{ $to }

## 当前文件的问题。

problems-in-file = { $count ->
    [0] 此文件没有问题
   *[other] 此文件有 { $count } 个问题
}
problems-rest = 能读取的内容都已显示在时间线上
problems-copy = 复制列表
problems-list = 问题列表
problems-more = 另有 { $count } 个未列出
problems-line = 第 { $line } 行

## 窗口上方的对话框。

close = 关闭
cancel = 取消
fault-open-other = 打开其他文件…
fault-try-again = 重试
fault-copy = 复制消息
fault-message = 消息
save-view = 保存此视图
save-view-about = 页面、筛选、所选会晤和时间范围都存在这个名称下，可从“视图”菜单或按 Ctrl+K 找回。
save-view-name = 名称
save-view-taken = 已有同名视图，将被替换
save-view-save = 保存
progress-reading = 正在读取 { $name }
progress-so-far = 已读取 { $count } 次会晤

## 鼠标操作。

pointer-zoom = 滚轮、双指捏合
    .does = 在指针处缩放
pointer-move = Shift + 滚轮、拖动
    .does = 在时间中移动
pointer-box = Shift + 拖动、右键拖动
    .does = 放大到框选范围
pointer-select = 点击标记或其标题
    .does = 选择该会晤
pointer-number = 点击数字
    .does = 放大到会晤分开，或列出这些会晤
pointer-period = 双击时期
    .does = 显示整个时期
pointer-frame = 拖动总览中的框
    .does = 移动；拖动边缘：多看或少看
pointer-beside = 点击框外
    .does = 前往该处
pointer-tab = 在时间线上按 ↓ ↑
    .does = 逐一浏览会晤
pointer-edge = 拖动面板边缘
    .does = 调整大小；双击则关闭
pointer-drop = 把文件拖入窗口
    .does = 打开该文件

## 关于。

about-version = 版本 { $version }
about-readout = 外交会晤时间线：谁在场，谁用什么措辞说了什么，哪些议题由谁提出，有何成果，以及这一切的出处。
about-licences = 本程序是自由软件，可任选 MIT 许可证或 Apache 许可证 2.0。所用字体采用 SIL 开放字体许可证 1.1。引语归其所注明的来源所有。
about-connections = Readout 不建立任何网络连接。点击链接时，由浏览器打开。

## 筛选条件。

chips-match = { $total } 次会晤中有 { $matching } 次符合条件
chips-match-so-far = { $total } 次会晤中目前有 { $matching } 次符合条件
chips-take-away-tip = 移除此条件
chips-clear = 全部清除
chips-not-understood = 无法理解：{ $problem }

## 页面上方的标签栏。

pagebar-filters = 筛选
pagebar-filters-on = 筛选 · { $count }
pagebar-with-timeline = 显示时间线
pagebar-people = { $count } 人
pagebar-accounts = 各方通报
pagebar-compare = 比较
pagebar-compare-some = 比较 { $count } 次会晤

## 过长的文字与列表。

show-all = 全部显示（{ $size } kB）
show-part = 再显示 { $part } kB，余 { $left } kB
show-more = 再显示 { $count } 项
show-more-of = 再显示 { $count } 项，余 { $left } 项

## 命令面板。

palette-hint = 会晤、议题、人物、年份或命令
palette-nothing = 没有名为“{ $query }”的内容。少输几个字可找到更多，也可输入年份，如 1998。
palette-first = 仅列出前 { $count } 次会晤，再加一个词可缩小范围
palette-issue = 议题
palette-person = 人物
palette-quote = 复制引语并注明出处：“{ $words }”
palette-saved = 已存
searching = 正在搜索……

## 搜索框。

search-hint = 搜索人物、议题、字词……
search-place = { $place }：
search-help = 可输入字词、"精确字词"或字段：issue: person: place: kind: year: raised: stance: rendering: has: 等；前加 - 表示排除
search-nothing-yet = 暂无结果，仍在搜索
search-none-of-all = 没有会晤符合全部条件。去掉一个词或一项筛选可找到更多
search-none-of-filter = 没有会晤符合此筛选
search-none = 没有符合的会晤。少输几个字可找到更多
search-match-so-far = 目前有 { $count } 次会晤符合
search-match = { $count } 次会晤符合
search-keys = ↓ ↑ 移动，Enter 打开
search-keys-complete = Tab 补全，↓ ↑ 移动，Enter 打开
search-may-be = { $when } · 可能在此期间

## 筛选面板。

filters = 筛选
filters-clear = 清除
filters-by-name = 按名称
    .tip = 改按次数排序
filters-by-count = 按次数
    .tip = 改按名称排序
filters-find = 查找
filters-others = 其他
filters-rare = 较少见，未计数
filters-nothing = 没有这个名称
filters-left-out = 另有 { $count } 项较少见：可按名称查找，或在搜索框输入 { $word }:
filters-all = 全部 { $count } 项
filters-more = 再显示 { $count } 项
filters-fewer = 收起
filters-value-tip = 点击以此筛选；Alt + 点击或右键点击以排除
filters-in-view = 当前范围
    .tip = 按时间线当前显示的时间范围筛选
