### What the program says of what it does.

open-first-of-several = 一次只能打开一个文件：正在打开第一个，其余 { $count } 个在“最近打开”中

settings-not-read = 无法读取设置
settings-kept-aside = 设置文件已损坏，现保留为 { $path }。Readout 将使用默认设置，新的设置会存入新文件。
settings-unreadable = 系统提示：{ $reason }。Readout 将使用默认设置，原文件保持不变。
settings-not-kept = 设置无法保存：{ $reason }
