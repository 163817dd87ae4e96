import RouteModel

/// The names of a file's upstreams; no two are the same.
struct UpstreamNames: Sendable {
    /// The names in use, with the number that the next upstream of the name gets behind it.
    private var numbers: [String: Int] = [:]
    /// Those that were added together with other names, and have not been needed yet.
    private var others: [String: Int] = [:]
    /// Four digits of the hash of each name, in the order in which they were taken.
    private var digits: [UInt16] = []
    /// How many names have a number behind them, since they were taken.
    private(set) var numbered = 0
    /// Names that are taken for upstreams that several hosts have.
    private let shared: Set<String>

    /// - Parameter shared: names that `newName` must not give.
    init(besides shared: Set<String> = []) { self.shared = shared }

    mutating func reserveCapacity(_ count: Int) {
        numbers.reserveCapacity(count)
        digits.reserveCapacity(count)
    }

    /// Five digits of a hash, then the host. nginx searches upstreams linearly, comparing from the left: digits that
    /// differ at once save 30 % of its load time at 10,000. A name that is taken gets a number.
    mutating func newName(for host: Hostname?, _ path: PathPrefix) -> String {
        let hash = fnv1a((host?.text ?? "").utf8, fnv1a(path.text.utf8))
        let rest = host?.nameForUpstream ?? "default-backend"
        // Written at once, since there are thousands: a third of the instructions of digits and texts put together.
        return take(
            String(unsafeUninitializedCapacity: 6 + rest.utf8.count) { bytes in
                for index in 0..<5 { bytes[index] = hexadecimalDigit(hash >> (16 - 4 * index)) }
                bytes[5] = UInt8(ascii: "-")
                _ = bytes[6...].initialize(from: rest.utf8)
                return 6 + rest.utf8.count
            })
    }

    private mutating func take(_ name: String) -> String {
        if !others.isEmpty { settle() }
        digits.append(hashDigits(of: name))
        let known = numbers.updateValue(2, forKey: name)
        guard var number = known ?? (shared.contains(name) ? 2 : nil) else { return name }
        numbered += 1
        while isTaken("\(name)-\(number)") { number += 1 }
        numbers[name] = number + 1
        numbers["\(name)-\(number)"] = 2
        return "\(name)-\(number)"
    }

    private func isTaken(_ name: String) -> Bool { numbers[name] != nil || shared.contains(name) }

    /// Notes that the upstream with a shared name is written here; returns that name.
    mutating func takeShared(_ name: String) -> String {
        digits.append(hashDigits(of: name))
        return name
    }

    private mutating func settle() {
        numbers.merge(others) { number, _ in number }
        others = [:]
    }

    /// Takes names that were given before, if all of them are free; else none.
    mutating func take(_ names: [String]) -> Bool {
        if !others.isEmpty { settle() }
        guard names.allSatisfy({ numbers[$0] == nil }) else { return false }
        for name in names {
            if !shared.contains(name) { numbers[name] = 2 }
            digits.append(hashDigits(of: name))
        }
        return true
    }

    /// Adds all names of another part of a table, if none is taken; else none.
    ///
    /// Only the names whose digits are taken are looked for: to look for all of 1,800 took 0.3 ms, and as long to add
    /// them to the others.
    ///
    /// - Parameter name: the name that was taken there as the one at an index.
    mutating func add(_ others: UpstreamNames, named name: (Int) -> String) -> Bool {
        if !self.others.isEmpty { settle() }
        var taken = [Bool](repeating: false, count: 1 << 16)
        for digits in digits { taken[Int(digits)] = true }
        for (index, digits) in others.digits.enumerated() where taken[Int(digits)] {
            guard numbers[name(index)] == nil else { return false }
        }
        self.others = others.numbers
        digits += others.digits
        numbered += others.numbered
        return true
    }
}

/// The last four bits of `number` as a digit.
private func hexadecimalDigit(_ number: UInt64) -> UInt8 {
    let value = UInt8(truncatingIfNeeded: number & 15)
    return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

/// The digits of `name` behind the first, which are of its hash.
private func hashDigits(of name: String) -> UInt16 {
    name.utf8.prefix(5).reduce(0) { $0 << 4 | UInt16($1 & 15) &+ UInt16($1 >> 6) &* 9 }
}

extension Hostname {
    /// The host in the bytes that an upstream's name may have, cut so that the name stays within nginx's hashes.
    fileprivate var nameForUpstream: String {
        let name = isWildcard ? "_" + text.dropFirst() : text
        return name.utf8.count <= 200 ? name : String(decoding: name.utf8.prefix(200), as: UTF8.self)
    }
}

/// The 64-bit FNV-1a hash of `bytes`, going on from `basis`: the same on every machine and in every run.
func fnv1a(_ bytes: some Sequence<UInt8>, _ basis: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
    let next = { (hash: UInt64, byte: UInt8) in (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    // A String's bytes at once take a quarter of the time that they take one by one.
    return bytes.withContiguousStorageIfAvailable { $0.reduce(basis, next) } ?? bytes.reduce(basis, next)
}
