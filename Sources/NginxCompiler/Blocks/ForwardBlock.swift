import RouteModel

/// How the requests of a location go on.
struct ForwardBlock: TemplateBlock {
    let target: Target
    /// What stands in front of the request's path instead of the location's; `nil`: the path stays as it is.
    var replacedPath: String?
    let manner: Manner

    /// Who gets the requests.
    enum Target {
        /// The upstream of this name.
        case upstream(String)
        /// Whatever DNS knows by this name, with a port, when a request comes.
        case domain(String)
        /// What the table of hosts says for the host that was asked for.
        case table
        /// The same of the hosts that show a certificate.
        case tlsTable

        fileprivate var word: Word {
            switch self {
            case .upstream(let name): .target(name)
            case .domain: .target("$target")
            case .table: .target("$backend")
            case .tlsTable: .target("$tls_backend")
            }
        }
    }

    static let fields = Fields<Self>(
        "forward", "how requests go on",
        [
            .word("target", .target, "who gets them: an upstream, or a variable that says who") { $0.target.word },
            .optional("domain", .address, "what `$target` has to be set to: a name in DNS, with its port") {
                if case .domain(let name) = $0.target { .address(name) } else { nil }
            },
            .word("scheme", .name, "http, or https where peers speak TLS") {
                if case .https = $0.manner.backend { .name("https") } else { .name("http") }
            },
            .flag("isTLS", "peers speak TLS") { if case .https = $0.manner.backend { true } else { false } },
            .flag("isGRPC", "peers speak gRPC") { $0.manner.backend == .grpc },
            .optional("authority", .path, "the file with the authority that peers are checked against") {
                if case .https(let authority?) = $0.manner.backend { .path(secretFile(authority)) } else { nil }
            },
            .optional("replacedPath", .path, "what stands in front of the request's path instead of the location's") {
                $0.replacedPath.map(Word.path)
            },
            .flag("allowsUpgrade", "clients may upgrade to a WebSocket") { $0.manner.allowsUpgrade },
            .optional("clientMaxBodySize", .size, "the largest body that a client may send") {
                $0.manner.limits.clientMaxBodySize.map { .size($0.text) }
            },
            .optional("connectTimeout", .duration, "how long a peer may take to accept a connection") {
                $0.manner.limits.connectTimeout.map { .duration($0.text) }
            },
            .optional("readTimeout", .duration, "how long may pass between two reads from a peer") {
                $0.manner.limits.readTimeout.map { .duration($0.text) }
            },
            .optional("sendTimeout", .duration, "how long may pass between two writes to a peer") {
                $0.manner.limits.sendTimeout.map { .duration($0.text) }
            },
            .optional("buffering", .name, "on or off: bodies are collected before they are passed on") {
                $0.manner.limits.buffering.map { .name($0 ? "on" : "off") }
            },
        ])
}

/// How requests go on, whoever gets them.
struct Manner: Hashable, Sendable {
    /// Whether clients may upgrade to a WebSocket.
    let allowsUpgrade: Bool
    let backend: BackendProtocol
    let limits: Limits

    /// As the operator's settings say.
    static let plain = Manner(allowsUpgrade: false, backend: .http, limits: Limits())
}

extension Manner {
    init(_ forward: Forward) {
        self.init(allowsUpgrade: forward.allowsUpgrade, backend: forward.backend, limits: forward.limits)
    }
}

/// Where a proxy's container has a secret: always in this folder, so that no name leads elsewhere.
func secretFile(_ name: SecretName) -> String { "/run/secrets/" + name.text }
