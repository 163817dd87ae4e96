/// Numbers that look random and are the same in every run (SplitMix64 by Steele, Lea and Flood).
///
/// Every object of a Swarm draws from a sequence of its own: when one object changes the others keep their bytes.
struct Randomness: RandomNumberGenerator {
    private var state: UInt64

    /// - Parameter number: which of its kind the object is, below 2³².
    init(for kind: Kind, _ number: Int) {
        state = kind.rawValue << 32 | UInt64(number)
        // Neighbouring seeds differ in few bits; two rounds spread them.
        _ = next()
        state = next()
    }

    enum Kind: UInt64 { case network = 1, service, task, node }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    /// A number below `bound`.
    mutating func number(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[number(below: choices.count)] }

    /// An object's ID as Swarm makes them: 25 digits of base 36.
    mutating func identifier() -> String { text(25, of: Self.digits) }

    /// `count` hexadecimal digits, such as a container's ID or an image's digest.
    mutating func hexadecimal(_ count: Int) -> String { text(count, of: Self.digits.prefix(16)) }

    /// A moment in 2024 as the Engine writes it, with nanoseconds.
    mutating func moment() -> String {
        let (month, day) = (11 + number(below: 2), 10 + number(below: 19))
        let (hour, minute, second) = (10 + number(below: 14), 10 + number(below: 50), 10 + number(below: 50))
        return "2024-\(month)-\(day)T\(hour):\(minute):\(second).\(100_000_000 + number(below: 900_000_000))Z"
    }

    private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

    private mutating func text(_ count: Int, of digits: some Collection<UInt8> & RandomAccessCollection) -> String {
        String(unsafeUninitializedCapacity: count) { buffer in
            for place in 0..<count {
                let digit = number(below: digits.count)
                buffer.initializeElement(at: place, to: digits[digits.index(digits.startIndex, offsetBy: digit)])
            }
            return count
        }
    }
}
