import RouteModel

/// How the requests of a location go on.
struct ForwardBlock: TemplateBlock {
    /// The name of an upstream, or a name and port to ask DNS for.
    let target: String
    /// Whether `target` is to be asked for when a request comes.
    let isAskedFor: Bool
    /// What stands in front of the request's path instead of the location's; `nil`: the path stays as it is.
    var replacedPath: String?
    let forward: Forward

    static let fields = Fields<Self>(
        "forward", "how requests go on",
        [
            .word("target", .address, "the upstream, or the name to ask DNS for") { .address($0.target) },
            .flag("isAskedFor", "the target is asked for when a request comes") { $0.isAskedFor },
            .word("scheme", .name, "http, or https where peers speak TLS") {
                if case .https = $0.forward.backend { .name("https") } else { .name("http") }
            },
            .flag("isTLS", "peers speak TLS") { if case .https = $0.forward.backend { true } else { false } },
            .flag("isGRPC", "peers speak gRPC") { $0.forward.backend == .grpc },
            .optional("authority", .path, "the file with the authority that peers are checked against") {
                if case .https(let authority?) = $0.forward.backend { .path(secretFile(authority)) } else { nil }
            },
            .optional("replacedPath", .path, "what stands in front of the request's path instead of the location's") {
                $0.replacedPath.map(Word.path)
            },
            .flag("allowsUpgrade", "clients may upgrade to a WebSocket") { $0.forward.allowsUpgrade },
            .optional("clientMaxBodySize", .size, "the largest body that a client may send") {
                $0.forward.limits.clientMaxBodySize.map { .size($0.text) }
            },
            .optional("connectTimeout", .duration, "how long a peer may take to accept a connection") {
                $0.forward.limits.connectTimeout.map { .duration($0.text) }
            },
            .optional("readTimeout", .duration, "how long may pass between two reads from a peer") {
                $0.forward.limits.readTimeout.map { .duration($0.text) }
            },
            .optional("sendTimeout", .duration, "how long may pass between two writes to a peer") {
                $0.forward.limits.sendTimeout.map { .duration($0.text) }
            },
            .optional("buffering", .name, "on or off: bodies are collected before they are passed on") {
                $0.forward.limits.buffering.map { .name($0 ? "on" : "off") }
            },
        ])
}

/// Where a proxy's container has a secret: always in this folder, so that no name leads elsewhere.
func secretFile(_ name: SecretName) -> String { "/run/secrets/" + name.text }
