/// An IPv4 or IPv6 address, strictly written.
///
/// nginx hands what it cannot read to the system's resolver, for which `10.0.1` is 10.0.0.1 and `010.0.0.1` is
/// 8.0.0.1: so only the one usual spelling of an IPv4 address is read here.
public enum IPAddress: Hashable, Sendable {
    /// The four bytes, the first being the highest.
    case v4(UInt32)
    /// The eight groups, the first two pairs being the higher half.
    case v6(UInt64, UInt64)

    /// Reads `text`, which may end in the length of a prefix (`10.0.0.5/24`), as the Engine writes attachments.
    /// `nil` for anything else, and for addresses that no task can have: unspecified, loopback, link-local, multicast.
    init?(_ text: some Collection<UInt8>) {
        let slash = text.firstIndex(of: UInt8(ascii: "/"))
        guard let address = IPAddress(anyAddress: text[..<(slash ?? text.endIndex)]), address.isUnicast else {
            return nil
        }
        if let slash {
            let length = decimal(text[text.index(after: slash)...], digits: 1...3)
            guard let length, length <= address.bitCount else { return nil }
        }
        self = address
    }

    /// Reads an address alone, whatever it is for.
    init?(anyAddress text: some Collection<UInt8>) {
        let address = text.contains(UInt8(ascii: ":")) ? Self.v6(Array(text)) : Self.v4(text)
        guard let address else { return nil }
        self = address
    }

    /// How many bits an address of this family has.
    var bitCount: Int { if case .v4 = self { 32 } else { 128 } }

    /// The address with only its first `length` bits; `length` is at most `bitCount`.
    func masked(to length: Int) -> IPAddress {
        // Swift's shift by as many bits as there are, or more, leaves none.
        switch self {
        case .v4(let bits): .v4(bits & UInt32.max << (32 - length))
        case .v6(let high, let low): .v6(high & UInt64.max << max(0, 64 - length), low & UInt64.max << (128 - length))
        }
    }

    /// Whether a single host elsewhere can have this address.
    private var isUnicast: Bool {
        switch self {
        case .v4(let bits):
            let first = bits >> 24
            return first != 0 && first != 127 && first < 224 && bits >> 16 != 0xA9FE
        case .v6(let high, let low):
            return high >> 56 != 0xFF && high >> 54 != 0x3FA && !(high == 0 && low <= 1)
        }
    }

    private static func v4(_ text: some Collection<UInt8>) -> IPAddress? {
        var bits: UInt32 = 0
        var bytesLeft = 4
        var byte: UInt32?
        for character in text {
            if character == UInt8(ascii: ".") {
                guard let whole = byte, bytesLeft > 1 else { return nil }
                (bits, byte, bytesLeft) = (bits << 8 | whole, nil, bytesLeft - 1)
            } else {
                let digit = UInt32(character &- UInt8(ascii: "0"))
                guard digit < 10, byte != 0 else { return nil }
                let longer = (byte ?? 0) * 10 + digit
                guard longer <= 255 else { return nil }
                byte = longer
            }
        }
        guard let last = byte, bytesLeft == 1 else { return nil }
        return .v4(bits << 8 | last)
    }

    /// RFC 4291, section 2.2: groups, with one `::` at most; the form that ends in an IPv4 address is not read.
    private static func v6(_ text: [UInt8]) -> IPAddress? {
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map { Array($0) }
        guard (3...9).contains(parts.count) else { return nil }
        var groups = parts
        // "::" leaves an empty part in the middle, and two at an end.
        if groups[0].isEmpty, groups[1].isEmpty { groups.removeFirst() }
        if groups[groups.count - 1].isEmpty, groups[groups.count - 2].isEmpty, groups.count > 1 { groups.removeLast() }
        let gaps = groups.indices.filter { groups[$0].isEmpty }
        guard gaps.count <= 1, gaps.count == 1 ? groups.count <= 8 : groups.count == 8 else { return nil }
        if let gap = gaps.first {
            groups.replaceSubrange(gap...gap, with: repeatElement([UInt8(ascii: "0")], count: 9 - groups.count))
        }
        var halves: (UInt64, UInt64) = (0, 0)
        for (index, group) in groups.enumerated() {
            guard let value = hexadecimal(group) else { return nil }
            if index < 4 { halves.0 = halves.0 << 16 | value } else { halves.1 = halves.1 << 16 | value }
        }
        return .v6(halves.0, halves.1)
    }

    private static func hexadecimal(_ text: [UInt8]) -> UInt64? {
        guard (1...4).contains(text.count) else { return nil }
        return text.reduce(0 as UInt64?) { value, byte in
            guard let value, let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
            return value << 4 | UInt64(digit)
        }
    }
}

extension IPAddress: Comparable {
    /// IPv4 before IPv6, then by number.
    public static func < (a: Self, b: Self) -> Bool {
        switch (a, b) {
        case (.v4(let a), .v4(let b)): a < b
        case (.v6(let a, let c), .v6(let b, let d)): (a, c) < (b, d)
        case (.v4, .v6): true
        case (.v6, .v4): false
        }
    }
}

extension IPAddress: CustomStringConvertible {
    /// The usual spelling; for IPv6 that of RFC 5952, without brackets.
    public var description: String {
        switch self {
        case .v4(let bits): "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
        case .v6(let high, let low): Self.spelling(ofGroups: groups(of: high) + groups(of: low))
        }
    }

    private func groups(of half: UInt64) -> [UInt64] {
        [half >> 48, half >> 32 & 0xFFFF, half >> 16 & 0xFFFF, half & 0xFFFF]
    }

    /// The longest run of two zero groups or more, the first of equals, is written `::`.
    private static func spelling(ofGroups groups: [UInt64]) -> String {
        var best = 0..<0
        var start = 0
        while start < groups.count {
            let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
            if end - start > max(1, best.count) { best = start..<end }
            start = max(end, start) + 1
        }
        func joined(_ groups: ArraySlice<UInt64>) -> String {
            groups.map { String($0, radix: 16) }.joined(separator: ":")
        }
        guard !best.isEmpty else { return joined(groups[...]) }
        return joined(groups[..<best.lowerBound]) + "::" + joined(groups[best.upperBound...])
    }
}
