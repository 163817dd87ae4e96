/// A service's labels: those of the router and the name of the service's stack.
extension SnapshotReader {
    private static let stackKey = "com.docker.stack.namespace"

    func readLabels(_ scanner: inout JSONScanner, into labels: inout LabelSet) throws(SnapshotError) {
        try scanner.object { (scanner, key) throws(SnapshotError) in
            let isStack = key.elementsEqual(Self.stackKey.utf8)
            guard isStack || key.starts(with: Label.prefix.utf8) else { return try scanner.skipValue() }
            let key = ByteString(key)
            guard let value = try scanner.string().map({ ByteString($0) }) else {
                labels.notText.append(key)
                return
            }
            if isStack {
                guard labels.stack == nil else { throw twice(key, scanner) }
                labels.stack = value
            } else {
                try add(key, value, to: &labels, scanner)
            }
        }
    }

    private func add(
        _ key: ByteString, _ value: ByteString, to labels: inout LabelSet, _ scanner: borrowing JSONScanner
    ) throws(SnapshotError) {
        guard let label = Label(key: key) else {
            guard !labels.unknown.contains(key) else { throw twice(key, scanner) }
            labels.unknown.append(key)
            return
        }
        guard labels.values.updateValue(value, forKey: label) == nil else { throw twice(key, scanner) }
    }

    private func twice(_ key: ByteString, _ scanner: borrowing JSONScanner) -> SnapshotError {
        scanner.errorHere("the label \(quoted(key.bytes)) is given twice in one object")
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
