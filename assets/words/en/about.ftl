### The licences of what the program carries.

licences = Licences
licences-open = Licences…
licences-lead = { $count ->
    [one] One part of others is in the program, under a licence of its own.
   *[other] { $count } parts of others are in the program, each under a licence of its own.
}
licences-search = Search parts and licences
licences-none = No part and no licence has this in its name
