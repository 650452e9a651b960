### What every part of the program says.

meetings = { $count } 次会晤

issues = { $count } 个议题
quotes = { $count } 条引语
sources = { $count } 个来源
outcomes = { $count } 项成果

# Between the last of several names and those before it.
list-and = { $first }和{ $last }

# Between names, and between counts.
list-of-names = 、

# Between parts of a sentence.
list-of-clauses = ，

# Between what could be sentences.
list-of-sentences = ；

window-fails = Readout 无法打开窗口。
window-tried = 已尝试 { $renderer }：{ $reason }
window-no-screen = 没有可用的屏幕：WAYLAND_DISPLAY 和 DISPLAY 均未设置。请在图形会话中启动 Readout；`readout check 文件` 不需要图形会话。
window-screen-silent = 屏幕没有响应（{ $screens }）。请在图形会话中启动 Readout，或确认该屏幕可用且允许访问；`readout check 文件` 不需要图形会话。
window-advice = 这台计算机的图形功能无法使用。请安装或更新显卡驱动（Linux 上为 Mesa），或改用处理器绘制：`LIBGL_ALWAYS_SOFTWARE=1 readout`。使用 `--renderer glow` 或 `--renderer wgpu` 时只尝试指定的一种。
