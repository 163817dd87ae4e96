/// Something that somebody should know: what was lost or chosen, where from, and what to do.
public struct Diagnostic: Hashable, Sendable {
    /// How much was lost: an error costs a route, a warning something smaller or a wrong guess, a note nothing.
    public enum Severity: String, Hashable, Sendable, Comparable {
        case error, warning, note

        private var rank: Int { self == .error ? 0 : self == .warning ? 1 : 2 }

        /// The worse one comes first.
        public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
    }

    /// What kind it is.
    public let code: DiagnosticCode
    /// In lower case and without a full stop. Text from outside is in it in a form that shows on any terminal.
    public let message: String
    /// What it is about.
    public let origin: Origin

    /// A diagnostic; modules of this package alone make them.
    package init(_ code: DiagnosticCode, _ message: String, at origin: Origin) {
        self.code = code
        self.message = message
        self.origin = origin
    }

    /// How much was lost.
    public var severity: Severity { code.severity }
}

/// What a diagnostic is about.
public enum Origin: Hashable, Sendable {
    /// A label of a service, by its whole key.
    case label(ByteString, service: ByteString)
    /// A service as a whole.
    case service(ByteString)
    /// A place in config.toml.
    case settings(TextPosition)
    /// The snapshot as a whole.
    case snapshot

    static func label(_ label: Label, of service: Service) -> Origin {
        .label(ByteString(label.key.utf8), service: service.name)
    }
}

extension Diagnostic: CustomStringConvertible {
    /// One line: severity, code, origin, message. Whatever the snapshot held, it has printable ASCII only.
    public var description: String { "\(severity.rawValue) \(code.rawValue) \(origin): \(message)" }
}

extension Origin: CustomStringConvertible {
    /// The service and the label's key, or the line and column of config.toml.
    public var description: String {
        switch self {
        case .label(let key, let service): "\(printable(service.bytes)) \(printable(key.bytes))"
        case .service(let name): printable(name.bytes)
        case .settings(let position): "config.toml:\(position)"
        case .snapshot: "snapshot"
        }
    }
}

extension Diagnostic: Comparable {
    /// By origin and then by what is said, so that the order of the input shows nowhere.
    public static func < (a: Self, b: Self) -> Bool {
        if a.origin != b.origin { return a.origin < b.origin }
        return (a.severity, a.code.rawValue, a.message) < (b.severity, b.code.rawValue, b.message)
    }
}

extension Origin: Comparable {
    /// Settings first, in their own order; then the snapshot; then services by name, what concerns a service as a whole
    /// before its labels.
    public static func < (a: Self, b: Self) -> Bool {
        switch (a, b) {
        case (.settings(let a), .settings(let b)): (a.line, a.column) < (b.line, b.column)
        case (.label(let a, let first), .label(let b, let second)): (first, a) < (second, b)
        case (.label(_, let first), .service(let second)): first < second
        case (.service(let first), .label(_, let second)): first <= second
        case (.service(let first), .service(let second)): first < second
        default: a.rank < b.rank
        }
    }

    private var rank: Int {
        switch self {
        case .settings: 0
        case .snapshot: 1
        case .service, .label: 2
        }
    }
}
