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
