/// The labels of one service that concern routing, their values byte for byte.
public struct LabelSet: Hashable, Sendable {
    /// The values of the labels we know.
    var values = LabelValues()
    /// Keys that begin as ours do and are none of them.
    var unknown: [ByteString] = []
    /// Keys whose value is no text: made by hand, since the Engine has only texts there.
    var notText: [ByteString] = []
    /// Keys of ours on its containers, where they have no effect.
    var onContainer: [ByteString] = []
    /// The stack that the service was deployed with (`com.docker.stack.namespace`), if any.
    var stack: ByteString?

    /// Whether the service runs proxies, by its label `type`.
    var isProxy = false

    /// The value of `label`, if the service has it.
    public subscript(label: Label) -> ByteString? { values[label].map { ByteString($0) } }

    /// Whether the service has `label`.
    func has(_ label: Label) -> Bool { values.has(label) }

    /// The same in no more memory than it needs.
    var compact: LabelSet {
        var compact = self
        compact.values = values.compact
        return compact
    }

    /// Whether all that concerns routing stands where it has no effect.
    var areOnContainersAlone: Bool { values.isEmpty && unknown.isEmpty && notText.isEmpty }

    /// Whether nothing here concerns routing.
    var isEmpty: Bool {
        values.isEmpty && unknown.isEmpty && onContainer.isEmpty
            && !notText.contains { $0.bytes.starts(with: Label.prefix.utf8) }
    }
}
