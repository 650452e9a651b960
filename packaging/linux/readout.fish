# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_readout_global_optspecs
    string join \n v/verbose n/new-window renderer= h/help V/version
end

function __fish_readout_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_readout_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_readout_using_subcommand
    set -l cmd (__fish_readout_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c readout -n "__fish_readout_needs_command" -l renderer -d 'Paint the window with this, and with nothing else where it fails' -r -f -a "wgpu\t'Vulkan, Metal, Direct3D or OpenGL'
glow\t'OpenGL alone'"
complete -c readout -n "__fish_readout_needs_command" -s v -l verbose -d 'Write more into the log, and all of it to the terminal'
complete -c readout -n "__fish_readout_needs_command" -s n -l new-window -d 'Open a window of its own, even if Readout is running already'
complete -c readout -n "__fish_readout_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c readout -n "__fish_readout_needs_command" -s V -l version -d 'Print version'
complete -c readout -n "__fish_readout_needs_command" -a "check" -d 'Print the problems of datasets as `file:line:col: …`, without a window'
complete -c readout -n "__fish_readout_needs_command" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c readout -n "__fish_readout_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c readout -n "__fish_readout_using_subcommand help; and not __fish_seen_subcommand_from check help" -f -a "check" -d 'Print the problems of datasets as `file:line:col: …`, without a window'
complete -c readout -n "__fish_readout_using_subcommand help; and not __fish_seen_subcommand_from check help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
