/// A service's labels: those of the router and the name of the service's stack.
extension SnapshotReader {
    private static let typeKey: StaticString = "type"
    private static let labelNames = JSONNames<Label>()

    /// Reads the labels of one service. One of ours may stand there once only, as text or not; others are passed over.
    mutating func readLabels(_ scanner: inout JSONScanner, into labels: inout LabelSet) throws(SnapshotError) {
        /// The keys in `unknown` and `notText`: a set, because there may be thousands.
        var reported: Set<ByteString> = []
        try scanner.object { (scanner, bytes) throws(SnapshotError) in
            guard let kind = Self.kind(of: bytes) else {
                guard bytes.hasBytes(of: Self.typeKey) else { return try scanner.skipValue() }
                labels.isProxy = try scanner.isText(DeployedProxy.type)
                return
            }
            guard !labels.hasText(for: kind), reported.isEmpty || !reported.contains(kind.key) else {
                throw scanner.errorHere("the label \(quoted(kind.key.bytes)) is given twice in one object")
            }
            let value = try scanner.string()
            if case .stack = kind, let value {
                labels.stack = stack(named: value)
            } else if !labels.keep(value, for: kind) {
                reported.insert(kind.key)
            }
        }
    }

    /// The name of a stack, which the service before has most likely too: then both have one text.
    private mutating func stack(named name: UnsafeBufferPointer<UInt8>) -> ByteString {
        if let lastStack, lastStack.bytes.elementsEqual(name) { return lastStack }
        let stack = ByteString(name)
        lastStack = stack
        return stack
    }

    /// The keys of ours among the labels of a service's containers, where they have no effect; 100 at most.
    static func readKeysOfOurs(_ scanner: inout JSONScanner) throws(SnapshotError) -> [ByteString] {
        var keys: [ByteString] = []
        try scanner.object { (scanner, bytes) throws(SnapshotError) in
            if bytes.dropping(Label.prefixText) != nil, keys.count < 100 { keys.append(ByteString(bytes)) }
            try scanner.skipValue()
        }
        return keys
    }

    /// What the label with this key is to us; `nil` for those of others.
    private static func kind(of key: UnsafeBufferPointer<UInt8>) -> LabelKind? {
        if key.hasBytes(of: stackKey) { return .stack }
        guard let name = key.dropping(Label.prefixText) else { return nil }
        return labelNames.index(of: name).map { .known(labelNames[$0]) } ?? .unknown(ByteString(key))
    }
}

/// What a label is to the router.
private enum LabelKind {
    case known(Label), unknown(ByteString), stack

    /// The whole key. Made where it is needed: that is nearly nowhere.
    var key: ByteString {
        switch self {
        case .known(let label): ByteString(label.key.utf8)
        case .unknown(let key): key
        case .stack: ByteString(stackKey.description.utf8)
        }
    }
}

private let stackKey: StaticString = "com.docker.stack.namespace"

extension LabelSet {
    /// Whether there is a value already.
    fileprivate func hasText(for kind: LabelKind) -> Bool {
        switch kind {
        case .known(let label): values.has(label)
        case .stack: stack != nil
        case .unknown: false
        }
    }

    /// Keeps a label's value, `nil` if it is no text, and returns `true`; keeps the key alone, to be reported, if the
    /// value cannot be used.
    fileprivate mutating func keep(_ value: UnsafeBufferPointer<UInt8>?, for kind: LabelKind) -> Bool {
        switch (kind, value) {
        case (.known(let label), let value?): values.insert(value, for: label)
        case (.stack, .some): break
        case (.unknown(let key), .some):
            unknown.append(key)
            return false
        case (_, nil):
            notText.append(kind.key)
            return false
        }
        return true
    }
}
