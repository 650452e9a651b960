### What the program says of what it does.

settings-not-read = Your settings could not be read
settings-kept-aside = Their file is broken. It is kept as { $path }; Readout goes on with its usual settings, and keeps new ones in a new file.
settings-unreadable = The system says: { $reason }. Readout goes on with its usual settings and leaves the file as it is.
settings-not-kept = Your settings can not be kept: { $reason }

## Opening

app-bundled = the US–China dataset
app-open-title = Open a dataset
app-datasets = Datasets
app-all-files = All files
app-drop = Drop the file to open it
app-no-dialog = The system shows no file dialog
app-no-dialog-help = Drop a file on this window instead, or start `readout FILE`. On Linux, the dialog comes with a desktop portal (xdg-desktop-portal) or with zenity.
app-not-opened = { $name } could not be opened
app-reading-lost = Reading it ended without an answer. This is a defect of Readout; nothing was changed.
app-reloaded = Reloaded
app-reloaded-with-problems = Reloaded, with { $count ->
    [one] { $count } problem
   *[other] { $count } problems
}
app-opened-with-problems = Opened, with { $count ->
    [one] { $count } problem
   *[other] { $count } problems
}
app-still-reading = The file is still being read: try again when it is complete
app-stopped = Stopped reading
app-nothing-open = No dataset is open
app-nothing-open-help = Open one, or look at the one that comes with Readout
app-no-meetings = This dataset has no meetings
app-no-meetings-help = Each object in `events` with a `title` and a `start` is one

## Walking

app-no-earlier-of-kind = There is no earlier meeting of this kind
app-no-further-of-kind = There is no further meeting of this kind
app-no-further-on-issue = There is no further meeting on this issue
app-chain-cut = The nearest { $count } links each way are drawn
app-studying = Working it out …
app-study-failed = What this page needs could not be worked out
app-opening-link = Opening in your browser
app-link-refused = Only http and https links are opened
app-view-saved = Saved as “{ $name }”
app-view-forgotten = Forgot “{ $name }”
app-view-incomplete = Some of what this view shows is not in the dataset any more

## Copying and saving

app-copied = { $what } copied
app-copying = Copying…
app-meeting = Meeting
app-meeting-not-read = The meeting is still being read
app-page = Page
app-brief = Brief
app-accounts-of = { $title } accounts
app-meetings-compared = Meetings compared
app-save-title = Save the { $what }
app-saved = { $what } saved as { $name } in { $folder }
app-saving-already = A brief is being saved already
app-saving-lost = Writing it ended without an answer. This is a defect of Readout.
app-brief-not-saved = The brief was not saved
app-no-save-dialog = The system shows no dialog to save with
app-no-save-dialog-help = Copy the page instead (Ctrl+Shift+P) and paste it into a file. On Linux, the dialog comes with a desktop portal (xdg-desktop-portal) or with zenity.
app-not-saved = { $path } could not be saved: { $reason }
app-save-no-folder = its folder does not exist (any more); choose another one
app-save-is-folder = there is a folder of this name; choose another name
app-save-not-regular = there is a device or a pipe of this name; choose another name
app-save-forbidden = you may not write there; choose another folder or ask for permission
app-save-full = the disk is full; make room on it or choose another one
app-save-name = the name is too long or not allowed there; choose another name
app-save-unknown = { $error }; try again or choose another folder

## Several datasets

open-too-many = { $most } files are opened at once
open-too-many-text = { $count ->
    [one] One more file was given. Close what you do not need, and open it then: each open dataset takes memory.
   *[other] { $count } more files were given. Close what you do not need, and open them then: each open dataset takes memory.
}

tab-all = All { $count } tabs
tab-bundled = US–China meetings
tab-close = Close { $name }
tab-hide = Hide
tab-in-folder = { $name } – { $folder }
tab-list = Open datasets
tab-not-read-again = { $name } could not be read again: this is what it was before
tab-old = { $name }, as it was before: it could not be read again
tab-part-read = { $percent } %
tab-reading = { $name }, { $percent } % read
tab-show-trouble = Show the problem
tab-unreadable = { $name }, could not be opened

## Files that change on disk

watch-not-watched = Changes of { $name } are not noticed by themselves ({ $reason }): F5 reads it again
watch-other-read-again = { $name }: read again, since the file changed
watch-read-again = { $problems ->
    [0] Read again: the file changed
    [one] Read again: the file changed, with 1 problem
   *[other] Read again: the file changed, with { $problems } problems
}

## After a panic

crash-heading = Readout has stopped because of a defect
crash-text = Your settings were kept, and none of your files was changed. “Open Readout again” opens what was open. If it stops again at the same place, please send the report below to whoever gave you Readout, with a word on what you did last; nothing is sent by itself.
crash-text-opening = Your settings were kept, and none of your files was changed. It stopped while it opened datasets, so “Open Readout again” asks first whether to open them. If it stops again at the same place, please send the report below to whoever gave you Readout, with a word on what you did last; nothing is sent by itself.
crash-place = The report and the log are in { $folder }
crash-report = The report
crash-again = Open Readout again
crash-open-folder = Open log folder
crash-copy = Copy report
crash-copied = Copied
crash-no-folder = The folder could not be opened: { $reason }
crash-not-again = Readout could not be started: { $reason }
crash-job-heading = Something in the background has failed
crash-job-text = What you asked for last may be missing; ask for it again. This is a defect of Readout; nothing of your files was changed. { $log }
crash-log-in = The log says more: { $folder }
crash-log-on-terminal = The terminal says more.

## After a start that did not come through

offer-heading = Readout ended while opening these
offer-text = One of them may have made it end, so none is opened by itself. Without them, they are found under “{ $reopen }” and among the recent files.
offer-open = Open again
offer-without = Start without
