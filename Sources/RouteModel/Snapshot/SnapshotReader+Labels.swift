/// A service's labels: those of the router and the name of the service's stack.
extension SnapshotReader {
    private static let stackKey = "com.docker.stack.namespace"

    /// Reads the labels of one service. One of ours may stand there once only, as text or not; others are passed over.
    func readLabels(_ scanner: inout JSONScanner, into labels: inout LabelSet) throws(SnapshotError) {
        var seen: Set<ByteString> = []
        try scanner.object { (scanner, key) throws(SnapshotError) in
            let isStack = key.elementsEqual(Self.stackKey.utf8)
            guard isStack || key.starts(with: Label.prefix.utf8) else { return try scanner.skipValue() }
            let key = ByteString(key)
            guard seen.insert(key).inserted else {
                throw scanner.errorHere("the label \(quoted(key.bytes)) is given twice in one object")
            }
            let value = try scanner.string().map { ByteString($0) }
            if isStack { labels.stack = value } else { labels.add(key, value) }
        }
    }
}

extension LabelSet {
    /// Sorts in a label of the router; its value is `nil` if it is no text.
    fileprivate mutating func add(_ key: ByteString, _ value: ByteString?) {
        guard let value else { return notText.append(key) }
        guard let label = Label(key: key) else { return unknown.append(key) }
        values[label] = value
    }
}

extension Label {
    /// The label whose whole key this is.
    init?(key: ByteString) {
        let name = key.bytes.dropFirst(Self.prefix.utf8.count)
        guard key.bytes.starts(with: Self.prefix.utf8), name.allSatisfy({ $0 < 0x80 }) else { return nil }
        self.init(rawValue: String(decoding: name, as: UTF8.self))
    }
}
