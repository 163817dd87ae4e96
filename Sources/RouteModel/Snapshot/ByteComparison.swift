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

    /// Whether these bytes begin with those of `text`.
    func begins(with text: StaticString) -> Bool {
        let text = text.bytes
        return count >= text.count && UnsafeBufferPointer(rebasing: self[..<text.count]).hasBytes(of: text)
    }
}

extension StaticString {
    fileprivate var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
    }
}
