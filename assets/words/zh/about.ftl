### The licences of what the program carries.

licences = 许可证
licences-open = 许可证…
licences-lead = 程序包含 { $count } 个他人的组件，各有许可证。
licences-search = 搜索组件与许可证
licences-none = 没有名称与之相符的组件或许可证
