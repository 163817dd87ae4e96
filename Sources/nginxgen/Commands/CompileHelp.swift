extension CompileCommand {
    static let help = """
        nginxgen compiles a Docker Swarm's services into nginx.conf, one file for every
        service cluster of an Interlock config.toml.

        USAGE
          nginxgen --config FILE [--cluster NAME] < snapshot.json > nginx.conf
          nginxgen --config FILE --output-dir DIR < snapshot.json
          nginxgen plan --help
          nginxgen proxy --help
          nginxgen template --help
          nginxgen help [CODE]

        EXAMPLE
          nginxgen --config config.toml --cluster east --snapshot swarm.json -o nginx.conf

        INPUT
          --config FILE      the settings: Interlock's config.toml; - for standard input
          --snapshot FILE    the Swarm: one JSON object with the arrays services, tasks,
                             networks, nodes and secrets of the Docker Engine API; -
                             (standard input) unless given

          --previous FILE    the snapshot before: a service whose labels have become
                             invalid since keeps its routes, with a warning, and the
                             proxies keep the networks that they have where others
                             would do equally well
          --no-carry-over    drop the routes of such services all the same

          --template FILE    what writes nginx.conf, instead of the built-in template and
                             of the files that Template names in the settings;
                             nginxgen template --help tells how to make one

        OUTPUT
          --cluster NAME     compile this service cluster, named by its table in the
                             settings ([Extensions.NAME]) or its ServiceCluster;
                             needed where the settings have several
          -o, --output FILE  write to FILE instead of standard output
          --output-dir DIR   write DIR/NAME/nginx.conf for every service cluster, or for
                             the one that --cluster names
                             A file whose bytes would not change is left untouched; what
                             was written or unchanged is told on standard error.
          --config-limit KB  what a Swarm config object can hold, in kB of 1,000 bytes:
                             1000 unless given; engines before 2022 hold 500. In
                             --output-dir a longer nginx.conf is split: it includes
                             hosts-XXXXXXXX.conf and map-XXXXXXXX.conf beside it, of
                             which those that have changed are told. Such files that it
                             does not include are removed.

          --format text|json how diagnostics are written: lines for people (unless given)
                             or a JSON object a line, with severity, code, service,
                             label, line, column and message as far as there are any

          -h, --help         print this
          --version          print the version

        Diagnostics are lines on standard error: severity, code, service and label or
        line of the settings, message; nginxgen help CODE explains one. A service that
        cannot be routed is left out; the others are written.

        EXIT STATUS
          0   written, with diagnostics or without
          64  the command line cannot be used
          65  the settings, the snapshot or a template cannot be used
          70  a fault of nginxgen itself
          74  a file cannot be read or written
          Whenever it is not 0, each file that was there is the old one or the new one as a
          whole; but for 74 while files are replaced, all are the old ones.

        """
}
