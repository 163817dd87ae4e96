/// Random numbers that depend on the seed alone, so that a failing case can be run again by its seed.
///
/// SplitMix64 as Steele, Lea and Flood give it (OOPSLA 2014, "Fast Splittable Pseudorandom Number Generators").
public struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    /// Begins where `seed` says.
    public init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }

    /// Whether something happens that does so once in `count` times.
    public mutating func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

    /// One of `choices`, which must not be empty.
    public mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
        choices[Int.random(in: choices.indices, using: &self)]
    }

    /// As many of `choices` as `counts` allows, in any order.
    public mutating func pick<Choice>(_ counts: ClosedRange<Int>, of choices: [Choice]) -> [Choice] {
        Array(choices.shuffled(using: &self).prefix(Int.random(in: counts, using: &self)))
    }
}
