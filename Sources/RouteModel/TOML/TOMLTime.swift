/// A time of day.
struct TOMLTime: Hashable, Sendable {
    /// 0...23
    let hour: Int
    /// 0...59
    let minute: Int
    /// 0...60; 60 is a leap second, and which minutes have one is not checked.
    let second: Int
    /// 0...999_999_999; further digits are cut off, not rounded, as the standard demands.
    let nanosecond: Int
}
