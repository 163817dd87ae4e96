/// Comparisons of bytes in memory, eight at a time: `elementsEqual` takes 40 times as long for an ID.
extension UnsafeBufferPointer<UInt8> {
    /// Whether these are the bytes of `other`.
    func hasBytes(of other: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == other.count else { return false }
        guard let a = UnsafeRawPointer(baseAddress), let b = UnsafeRawPointer(other.baseAddress) else { return true }
        var offset = 0
        while offset + 8 <= count {
            let (first, second) = (
                a.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
                b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            )
            guard first == second else { return false }
            offset += 8
        }
        while offset < count {
            guard self[offset] == other[offset] else { return false }
            offset += 1
        }
        return true
    }

    /// Whether these are the bytes of `text`.
    func hasBytes(of text: StaticString) -> Bool { hasBytes(of: text.bytes) }

    /// What follows `prefix` in these bytes; `nil` if they do not begin with it.
    func dropping(_ prefix: StaticString) -> UnsafeBufferPointer<UInt8>? {
        let prefix = prefix.bytes
        guard count >= prefix.count, UnsafeBufferPointer(rebasing: self[..<prefix.count]).hasBytes(of: prefix) else {
            return nil
        }
        return UnsafeBufferPointer(rebasing: self[prefix.count...])
    }
}

extension StaticString {
    fileprivate var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    }
}
