### What the program says of what it does.

settings-not-read = 无法读取设置
settings-kept-aside = 设置文件已损坏，现保留为 { $path }。Readout 将使用默认设置，新的设置会存入新文件。
settings-unreadable = 系统提示：{ $reason }。Readout 将使用默认设置，原文件保持不变。
settings-not-kept = 设置无法保存：{ $reason }

## Opening

app-bundled = 中美数据集
app-open-title = 打开数据集
app-datasets = 数据集
app-all-files = 所有文件
app-drop = 松开鼠标即可打开文件
app-no-dialog = 系统没有显示文件对话框
app-no-dialog-help = 可将文件拖到此窗口，或运行 `readout 文件`。在 Linux 上，对话框由桌面门户（xdg-desktop-portal）或 zenity 提供。
app-not-opened = 无法打开“{ $name }”
app-reading-lost = 读取中断，没有结果。这是 Readout 的缺陷；没有任何内容被更改。
app-reloaded = 已重新读取
app-reloaded-with-problems = 已重新读取，有 { $count } 个问题
app-opened-with-problems = 已打开，有 { $count } 个问题
app-still-reading = 文件仍在读取：请在读完后再试
app-stopped = 已停止读取
app-nothing-open = 没有打开的数据集
app-nothing-open-help = 打开一个数据集，或查看 Readout 自带的数据集
app-no-meetings = 此数据集没有会晤
app-no-meetings-help = `events` 中带有 `title` 和 `start` 的每个对象就是一次会晤

## Walking

app-no-earlier-of-kind = 没有更早的同类会晤
app-no-further-of-kind = 没有更晚的同类会晤
app-no-further-on-issue = 没有更多关于此议题的会晤
app-chain-cut = 只画出前后各 { $count } 条最近的关联
app-studying = 正在计算……
app-study-failed = 无法得出此页所需的内容
app-opening-link = 正在浏览器中打开
app-link-refused = 只能打开 http 和 https 链接
app-view-saved = 已存为“{ $name }”
app-view-forgotten = 已删除“{ $name }”
app-view-incomplete = 此视图中的部分内容已不在数据集里

## Copying and saving

app-copied = 已复制{ $what }
app-copying = 正在复制…
app-meeting = 会晤
app-meeting-not-read = 会晤仍在读取
app-page = 页面
app-brief = 简报
app-accounts-of = { $title }：各方通报
app-meetings-compared = 会晤比较
app-save-title = 保存{ $what }
app-saved = { $what }已存为 { $name }，位于 { $folder }
app-saving-already = 已有一份简报正在保存
app-saving-lost = 写入中断，没有结果。这是 Readout 的缺陷。
app-brief-not-saved = 简报未能保存
app-no-save-dialog = 系统没有显示保存对话框
app-no-save-dialog-help = 可改为复制页面（Ctrl+Shift+P），再粘贴到文件中。在 Linux 上，对话框由桌面门户（xdg-desktop-portal）或 zenity 提供。
app-not-saved = 无法保存 { $path }：{ $reason }
app-save-no-folder = 所在文件夹不存在（或已不存在）；请另选一个
app-save-is-folder = 已有同名文件夹；请另取名称
app-save-not-regular = 已有同名设备或管道；请另取名称
app-save-forbidden = 无权在此写入；请另选文件夹或申请权限
app-save-full = 磁盘已满；请腾出空间或另选磁盘
app-save-name = 名称过长或此处不允许；请另取名称
app-save-unknown = { $error }；请重试或另选文件夹

## Several datasets

open-too-many = 一次最多打开 { $most } 个文件
open-too-many-text = 还有 { $count } 个文件没有打开。请先关闭不需要的数据集再打开它们：每个打开的数据集都占用内存。

tab-all = 全部 { $count } 个标签页
tab-bundled = 中美会晤
tab-close = 关闭 { $name }
tab-hide = 隐藏
tab-in-folder = { $name } – { $folder }
tab-list = 打开的数据集
tab-not-read-again = 无法重新读取 { $name }：显示的是此前的内容
tab-old = { $name }，显示此前的内容：无法重新读取
tab-part-read = { $percent }%
tab-reading = { $name }，已读取 { $percent }%
tab-show-trouble = 查看问题
tab-unreadable = { $name }，无法打开

## Files that change on disk

watch-not-watched = 无法自动察觉 { $name } 的更改（{ $reason }）：按 F5 重新读取
watch-other-read-again = { $name }：文件已更改，已重新读取
watch-read-again = { $problems ->
    [0] 文件已更改，已重新读取
   *[other] 文件已更改，已重新读取，有 { $problems } 个问题
}

## After a panic

crash-heading = Readout 因程序缺陷已停止运行
crash-text = 设置已保存，文件均未改动。点击“重新打开 Readout”可恢复先前打开的文件。若在同一处再次停止，请把下面的报告连同最后的操作说明发给提供 Readout 的人；程序不会自行发送任何内容。
crash-text-opening = 设置已保存，文件均未改动。程序在打开数据集时停止，因此点击“重新打开 Readout”后会先询问是否打开它们。若在同一处再次停止，请把下面的报告连同最后的操作说明发给提供 Readout 的人；程序不会自行发送任何内容。
crash-place = 报告和日志位于 { $folder }
crash-report = 报告
crash-again = 重新打开 Readout
crash-open-folder = 打开日志文件夹
crash-copy = 复制报告
crash-copied = 已复制
crash-no-folder = 无法打开文件夹：{ $reason }
crash-not-again = 无法启动 Readout：{ $reason }
crash-job-heading = 后台操作失败
crash-job-text = 刚才请求的内容可能缺失，请重试。这是 Readout 的缺陷，文件均未改动。{ $log }
crash-log-in = 详情见日志：{ $folder }
crash-log-on-terminal = 详情见终端。

## After a start that did not come through

offer-heading = Readout 在打开以下数据集时意外退出
offer-text = 可能是其中之一所致，因此没有自动打开。若不打开，之后仍可通过“{ $reopen }”或最近打开的文件找到它们。
offer-open = 重新打开
offer-without = 不打开
