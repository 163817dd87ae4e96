/// A configuration by hand, as one is compiled for a container: virtual hosts, each forwarded to one backend.
struct Site: ExpressibleByDictionaryLiteral {
    private let hosts: [(name: String, backend: Endpoint)]

    init(dictionaryLiteral hosts: (String, Endpoint)...) {
        self.hosts = hosts.map { (name: $0, backend: $1) }
    }

    var configuration: [UInt8] {
        Array(
            """
            user nginx;
            pid /var/run/proxy.pid;
            events {
            }
            http {
                access_log /dev/stdout;
                server {
                    listen 80 default_server;
                    return 503;
                }
            \(hosts.map(server).joined(separator: "\n"))
            }

            """.utf8)
    }

    /// What lets it run on `endpoint`.
    static func adaptation(to endpoint: Endpoint) -> Adaptation {
        [
            "user nginx;": "user www-data;",
            "/var/run/proxy.pid": "nginx.pid",
            "listen 80": "listen \(endpoint)",
        ]
    }

    private func server(_ name: String, _ backend: Endpoint) -> String {
        """
            server {
                listen 80;
                server_name \(name);
                location / {
                    proxy_pass http://\(backend);
                    proxy_http_version 1.1;
                    proxy_set_header Host $http_host;
                    proxy_set_header Connection "";
                }
            }
        """
    }
}
