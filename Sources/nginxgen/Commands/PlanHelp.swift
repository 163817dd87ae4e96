extension PlanCommand {
    static let help = """
        nginxgen plan compares two states of a Swarm and tells for every service cluster
        what its proxies need: nothing, a new file that running ones load (reload), or an
        update of the proxy service, for which Swarm starts them anew. It changes nothing.

        USAGE
          nginxgen plan --config FILE --from OLD --to NEW

        EXAMPLE
          nginxgen plan --config config.toml --from yesterday.json --to now.json

        INPUT
          --config FILE       the settings: Interlock's config.toml
          --from-config FILE  the settings before, where they change too
          --from FILE         the snapshot before
          --to FILE           the snapshot after
                              One of them may be - for standard input.
          --cluster NAME      plan for this service cluster alone
          --template FILE     as for compiling
          --carry-over        services whose labels are invalid after and were not before
                              keep their routes, as when compiling with --previous
          --config-limit KB   what a config object may hold; 1000 kB unless given

        OUTPUT
          --format text|json  a list for people (unless given), where + comes, - goes and
                              ~ changes; or a JSON object whose member schema is 1
          --color WHEN        auto (unless given: if it goes to a terminal and NO_COLOR
                              is not set), always or never
          --detailed-exitcode exit with 2 if something has to be done

        Times are the 1 to 2 seconds that Interlock's documentation gives for each overlay
        network that a starting proxy joins. HitlessServiceUpdate in the settings lets
        running proxies load a new file; without it each new file updates the service.
        Diagnostics of the state after stand on standard error.

        EXIT STATUS
          0   the plan is printed
          2   likewise, and something has to be done; with --detailed-exitcode alone
          64, 65, 70, 74  as for compiling; see nginxgen --help

        """
}
