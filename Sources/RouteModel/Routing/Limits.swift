/// Limits of one service; `nil` where the operator's settings hold.
public struct Limits: Hashable, Sendable {
    private let held: Held

    /// Every route has limits and few services ask for any: nothing takes 8 bytes instead of 65.
    private enum Held: Hashable, Sendable {
        case nothing
        indirect case values(Values)
    }

    struct Values: Hashable, Sendable {
        var clientMaxBodySize: NginxSize?
        var connectTimeout: NginxTime?
        var readTimeout: NginxTime?
        var sendTimeout: NginxTime?
        var buffering: Bool?
    }

    /// The operator's settings hold for all.
    public init() { held = .nothing }

    init(_ values: Values) { held = values == Values() ? .nothing : .values(values) }

    var values: Values { if case .values(let values) = held { values } else { Values() } }

    /// The largest body of a request.
    public var clientMaxBodySize: NginxSize? { values.clientMaxBodySize }
    /// How long a peer may take to accept a connection.
    public var connectTimeout: NginxTime? { values.connectTimeout }
    /// How long may pass between two reads from a peer.
    public var readTimeout: NginxTime? { values.readTimeout }
    /// How long may pass between two writes to a peer.
    public var sendTimeout: NginxTime? { values.sendTimeout }
    /// Whether bodies are collected before they are passed on.
    public var buffering: Bool? { values.buffering }

    /// Whether nothing is asked for.
    public var isEmpty: Bool { if case .nothing = held { true } else { false } }

    /// The same, but for what is asked for buffering.
    func withoutBuffering() -> Limits {
        var values = values
        values.buffering = nil
        return Limits(values)
    }
}
