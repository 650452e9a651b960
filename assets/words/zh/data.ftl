### Kinds, renderings, stances, and what is wrong with a file.

## Kinds of meetings: the name of all, and of one within a sentence

kind-summit = 领导人会晤
    .one = 领导人会晤
kind-leader-call = 领导人通话
    .one = 领导人通话
kind-vice-president = 副总统／副主席会晤
    .one = 副总统／副主席会晤
kind-ministerial = 外长会晤
    .one = 外长会晤
kind-envoy = 特使会晤
    .one = 特使会晤
kind-dialogue = 对话机制
    .one = 机制性对话
kind-economic = 经贸会谈
    .one = 经贸会谈
kind-military = 军方会晤
    .one = 军方会晤
kind-climate = 气候会谈
    .one = 气候会谈
kind-working = 工作层会谈
    .one = 工作层会谈
kind-none = 类型未注明
    .one = 类型未注明

level-leaders = 领导人
level-ministers = 部长与特使
level-others = 官员及其他

stance-dispute = 分歧
stance-shared = 共同利益
stance-discussed = 谈及

rendering-spoken = 原话
rendering-interpreted = 经口译
rendering-reported = 据新闻报道转述

data-untitled-meeting = 无标题会晤
data-untitled-period = 无标题时期

## Why a file does not open

open-at = { $place }：{ $error }
open-place = 第 { $line } 行第 { $column } 列
open-cancelled = 读取已取消
open-missing = 文件不存在；可能已被移动、改名或删除
open-forbidden = 无权读取该文件；请向文件所有者申请权限
open-folder = 这是文件夹；请选择其中的文件，如 *.readout.json
open-not-regular = 这是设备或管道，不是文件；请先把内容存为文件
open-io = 无法读取文件：{ $error }
open-too-large = 文件大于 { $size }；请拆分成几个文件
open-changing = 读取期间文件发生变化；请待文件写完后重新打开
open-memory = 内存不足，无法打开这么大的文件（{ $size }）
open-empty = 文件是空的；应为含有事件列表的对象，如 { "{" }"events": []{ "}" }
open-other-format = 这是{ $format }，不是 JSON；{ $advice }
open-gzip = gzip 压缩文件
    .advice = 请解压后打开其中的文件
open-zip = zip 压缩文件（或电子表格）
    .advice = 请解压，或导出为 JSON
open-pdf = PDF 文件
    .advice = 请打开 *.readout.json 文件
open-web-page = 网页或 XML
    .advice = 请下载 JSON 文件本身
open-utf-16 = 文件编码是 UTF-16，不是 UTF-8；请以 UTF-8 编码重新保存
open-not-utf-8 = 字节 0x{ $byte } 不是 UTF-8，文件似乎用了别的编码；请以 UTF-8 编码重新保存
open-cut-character = 文件在一个字符中间结束；可能不完整：请重新获取
open-not-an-object = 应为含有事件列表的对象，{ "{" }"events": [ … ]{ "}" }，而文件内容是{ $found }
open-no-events = 文件中没有 `events` 列表；应为 { "{" }"events": [ … ]{ "}" }
open-no-events-but = 文件中没有 `events` 列表；应为 { "{" }"events": [ … ]{ "}" }；`{ $name }` 写法不同：请改名为 `events`
open-events-not-a-list = `events` 是{ $found }；应为列表，[ … ]
open-bytes = { $amount } 字节

## Why a file is not JSON: what was expected, what stands there, what to do

json-unexpected = 此处应为{ $expected }，却是 { $found }
json-unexpected-with-advice = 此处应为{ $expected }，却是 { $found }；{ $advice }
json-last-comma-member = 这个 `,` 之后应有另一个成员，却是 `{ $found }`；请删去 `,`
json-last-comma-item = 这个 `,` 之后应有另一项，却是 `{ $found }`；请删去 `,`
json-cut-off = 此处应为{ $expected }，文件却到此结束；可能不完整：请重新获取
json-not-closed = 此处应为{ $expected }，文件却到此结束：第 { $line } 行的 `{ $open }` 没有闭合；请补上，若文件不完整请重新获取
json-cut-off-in-text = 文件在始于第 { $line } 行第 { $column } 列的文本中间结束；请在其后补上 `"`，若文件不完整请重新获取
json-text-not-closed = 始于本行第 { $column } 列的文本没有闭合；请在其后补上 `"`，文本中的换行写作 `\n`
json-tab = 文本中有制表符；请写作 `\t`
json-control-character = 文本中有控制字符 U+{ $code }；请删去，或写作 `\u{ $escape }`
json-unicode-escape = `\u` 之后应有四位十六进制数字，如 `\u00e9`
json-unknown-escape = `\{ $found }` 在 JSON 中没有含义；反斜杠请写作 `\\`
json-minus = `-` 之后应有数字
json-leading-zero = 数字不能以 0 开头；请删去 0，若是日期或 ID，请加引号
json-fraction = 小数点之后应有数字
json-exponent = 指数应有数字，如 `1e6`

json-expected-file = 含有事件列表的对象
json-expected-value = 一个值
json-expected-value-or-end = 一个值或 `]`
json-expected-key = 带引号的成员名
json-expected-key-or-end = 带引号的成员名或 `{ "}" }`
json-expected-colon = `:`
json-expected-comma-or-end-of-object = `,` 或 `{ "}" }`
json-expected-comma-or-end-of-list = `,` 或 `]`
json-expected-end = 文件末尾

json-found-character = 字符 U+{ $code }
json-found-invisible = 不可见字符 U+{ $code }

json-advice-utf-16 = 若文件是 UTF-16，请以 UTF-8 编码重新保存
json-advice-comment = JSON 没有注释：请删去
json-advice-quotation = JSON 只用引号 `"`
json-advice-straight = JSON 只用直引号 `"`
json-advice-space = 看似空格，在 JSON 中却不是：请换成空格
json-advice-number = 数字请写作 1 或 0.5
json-advice-too-many = 多了一个
json-advice-signs = JSON 各部分之间只用 `:` 和 `,`
json-advice-quote-name = 请给成员名加引号
json-advice-colon = 成员名与值之间请加 `:`
json-advice-one-object = 一个文件只含一个对象，其后不能再有内容
json-advice-closing = 每个 `{ "{" }` 用 `{ "}" }` 闭合，每个 `[` 用 `]` 闭合
json-advice-comma-missing = 前面是否漏了 `,`？
json-advice-quote-missing = 是否漏了 `"`，或文本中的引号前漏了 `\`？
json-advice-no-such-number = JSON 没有这样的数字；请删去该成员
json-advice-lower-case = JSON 中 true、false 和 null 须小写
json-advice-leave-out = 请删去该成员
json-advice-quote-text = 请给文本加引号

## Problems in a file that opens, and what to do

problem = { $message }；{ $advice }
problem-with-first = { $message }（第一处在第 { $line } 行）

problem-expected = 此处应为{ $expected }，却是{ $found }
problem-expected-text = 文本
problem-expected-number = 数字
problem-expected-list = 列表
problem-expected-object = 对象
problem-expected-date = 日期
problem-expected-degrees = 介于 -{ $limit } 与 { $limit } 之间的度数
problem-expected-stance = 以下之一：dispute（分歧）、shared（共同利益）或 discussed（谈及）
problem-expected-rendering = 以下之一：spoken（原话）、interpreted（经口译）或 reported（新闻转述）
problem-found-number = 数字 { $value }
problem-found-text = 文本 "{ $value }"
problem-found-list = 列表
problem-found-object = 对象

problem-advice-leave-out = 请删去
problem-advice-quote = 请加引号："{ $value }"
problem-advice-text = 请写带引号的文本
problem-advice-unquote = 请写不带引号的数字
problem-advice-number = 请写数字
problem-advice-bracket = 请加方括号：[{ $value }]
problem-advice-list = 请写成带方括号的列表：[ … ]
problem-advice-object = 请写成 { $example }
problem-advice-degrees = 请写十进制度数，`lat` 北纬为正，`lon` 东经为正
problem-advice-word = 请写其中一个词，或删去
problem-advice-date = 请写日期，如 2021-03-18、2021-03、2021、2021~ 或 202X

problem-empty-text = 文本是空的
    .advice = 请填写，或删去
problem-half-character = 文本含有半个字符（孤立的代理项，如 `\ud83d`）
    .advice = 请写字符本身，或把两半写全
problem-repeated = `{ $name }` 在同一对象中出现两次；以第一个为准
    .advice = 请删去其中一个，或改名
problem-nested = 嵌套超过 { $depth } 层；不再往下检查
    .advice = 请减少嵌套：许多程序无法读取
problem-same-id = 另一次会晤也用了 ID `{ $id }`
    .advice = 请给其中一个换用别的 ID
problem-no-such-id = 没有 ID 为 `{ $id }` 的会晤
    .advice = 请改正 ID，或删去
problem-newer = 文件是按格式第 { $version } 版写的，本程序只认识第 1 版
    .advice = 请更新 Readout；不认识的内容保持原样
problem-no-version = 这不是格式的版本号
    .advice = 请写 "readout": 1
problem-person-kind = 不认识这种人物类型
    .advice = 机构请写 "kind": "body"，个人请删去该成员
problem-address = 这个网址无法打开
    .advice = 请写以 https:// 或 http:// 开头、不含空格的网址
problem-no-title = 会晤没有标题
    .advice = 请加标题，如 "title": "Anchorage talks"
problem-no-period-title = 时期没有标题
    .advice = 请加 "title"
problem-no-person = 没有 `person`
    .advice = 请写明谁参加了
problem-no-issue = 没有 `issue`
    .advice = 请写明谈了什么
problem-no-outcome = 没有 `text`
    .advice = 请写明会晤取得了什么成果
problem-no-wording = 没有 `text`，因此略去这一措辞
    .advice = 请写下所说的话
problem-no-start = 没有 `start`
    .advice = 请加上，如 "start": "2021-03-18"

# What comes of a date that can not be read.
problem-meeting-left-out = { $problem }，因此略去这次会晤
problem-period-left-out = { $problem }，因此略去这一时期
problem-end-not-used = { $problem }，因此不采用 `end`
problem-start-alone = { $problem }，因此只采用开始日期

## What `readout check` prints

check-does-not-open = { $name }: 无法打开
check-not-listed = { $name }: 另有 { $count } 个问题未列出
check-total = { $problems ->
    [0] { $name }: { $meetings }，没有问题
   *[other] { $name }: { $meetings }，{ $problems } 个问题
}

## Columns and units of time in which meetings are counted

unit-year = 年
unit-quarter = 季度
unit-quarter-1 = { $year }第一季度
unit-quarter-2 = { $year }第二季度
unit-quarter-3 = { $year }第三季度
unit-quarter-4 = { $year }第四季度
matrix-decade = { $year }年代
matrix-year-unknown = 年份不详
matrix-other-periods = 其他时期
