### What the program says of what it does.

open-first-of-several = 一次只能打开一个文件：正在打开第一个，其余 { $count } 个在“最近打开”中
