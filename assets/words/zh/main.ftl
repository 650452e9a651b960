### What every part of the program says.

meetings = { $count } 次会晤
