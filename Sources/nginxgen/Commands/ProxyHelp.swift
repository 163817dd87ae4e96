extension ProxyCommand {
    static let help = """
        nginxgen proxy prints the Swarm service that runs the proxies of a service cluster:
        a ServiceSpec of the Docker Engine API, with the networks, secrets and config
        objects that its nginx.conf needs and all that config.toml says of it.

        USAGE
          nginxgen proxy --config FILE [--cluster NAME] [--service proxy|config]
                         [--snapshot FILE]

        EXAMPLE
          nginxgen --config config.toml --output-dir out --snapshot swarm.json
          docker config create com.docker.interlock.proxy.HASH out/east/nginx.conf
          nginxgen proxy --config config.toml --cluster east --snapshot swarm.json |
            curl --unix-socket /var/run/docker.sock -H 'Content-Type: application/json' \\
                 -d @- http://localhost/v1.40/services/create

          The name of the config object, with its HASH, stands in a diagnostic and in the
          output. Take the snapshot again once the object is there: its ID is needed. For a
          service that runs, post to /services/ID/update?version=N, where N is the
          Version.Index of the service.

        OPTIONS
          --config FILE      the settings: Interlock's config.toml; - for standard input
          --snapshot FILE    the Swarm: one JSON object with the arrays services, tasks,
                             networks, nodes, secrets and configs of the Docker Engine
                             API; - (standard input) unless given
          --template FILE    what writes nginx.conf, as for nginxgen itself; the names of
                             config objects come from the file
          --previous FILE, --no-carry-over
                             as for nginxgen itself, and to be given alike
          --config-limit KB  what a config object may hold; 1000 kB unless given. A longer
                             nginx.conf takes several
          --cluster NAME     the service cluster, named by its table in the settings
                             ([Extensions.NAME]) or its ServiceCluster; needed where the
                             settings have several
          --service NAME     proxy: the proxies (unless given); config: the config service
                             (ConfigImage), which with HitlessServiceUpdate brings changed
                             files to proxies that run
          --format text|json how diagnostics are written, as for nginxgen itself

          -h, --help         print this
          --version          print the version

        EXIT STATUS
          0   printed, with diagnostics or without
          64  the command line cannot be used
          65  the settings, the snapshot or a template cannot be used
          70  a fault of nginxgen itself
          74  a file cannot be read or written

        """
}
