### What every part of the program says.

meetings = { $count ->
    [one] { $count } meeting
   *[other] { $count } meetings
}
