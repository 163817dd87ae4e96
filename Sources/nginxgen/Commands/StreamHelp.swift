extension StreamCommand {
    static let help = """
        nginxgen stream stays up: it takes one snapshot after another, each on a line of
        standard input, and answers each with one line on standard output. What has not
        changed since the last snapshot is neither read nor compiled again.

        USAGE
          nginxgen stream --config FILE [--cluster NAME] [--output-dir DIR]

        EXAMPLE
          while :; do ./snapshot | tr -d '\\n'; echo; sleep 5; done |
              nginxgen stream --config config.toml --output-dir out

        OPTIONS
          --config FILE      the settings: Interlock's config.toml
          --template FILE    what writes nginx.conf, as for nginxgen itself
          --cluster NAME     compile this service cluster alone
          --output-dir DIR   write DIR/NAME/nginx.conf of each cluster whose file changes;
                             else its text is part of the answer
          --config-limit KB  split files over so many kB (1000 unless given), as for
                             nginxgen itself; with --output-dir
          --no-carry-over    drop the routes of services whose labels become invalid; else
                             such a service keeps those of its last valid labels, with a
                             warning that says since when
          --previous FILE    a snapshot from before the first line, for valid labels

          -h, --help         print this
          --version          print the version

        ANSWERS
          Each is one JSON object:

          schema             1; a later schema 1 may have more members
          snapshot           which line of the input it is about, from 1 on
          error              why the line cannot be used, with message and, if that says
                             more, column (in bytes, from 1 on); everything stays as the
                             last good snapshot made it, and the next line is taken
          diagnostics        what is to be said of settings, snapshot and services of no
                             cluster, when that has changed
          clusters           the service clusters that have changed; absent if none has
          microseconds       the time from the line's first byte to the answer; up to 512 KiB
                             of the line may have been taken in before, with the last one

          and of a cluster:

          cluster            its name in the settings
          verdict, causes    what its proxies need, reload or update, and why, as nginxgen
                             plan tells it; not for the first good snapshot
          diagnostics        what is to be said of it now, when that has changed; of a long
                             file's size once, not with each new file
          hash, bytes        of its new file, when that has changed
          config             the new file's text; without --output-dir
          files              with --output-dir: nginx.conf and the parts that have changed,
                             each with file, its path, and outcome: written, unchanged (it
                             had these bytes already) or removed

          Diagnostics are as nginxgen --format json prints them.

        EXIT STATUS
          0   the input has ended
          64  the command line cannot be used
          65  the settings or a template cannot be used
          70  a fault of nginxgen itself
          74  a file cannot be read or written

        """
}
