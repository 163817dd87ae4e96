import Foundation

/// Where values stand on a logarithmic axis of a drawing.
struct LogarithmicAxis {
    private let least: Double
    private let greatest: Double
    private let start: Double
    private let end: Double

    /// - Parameters:
    ///   - least: a power of ten, as `greatest` is.
    ///   - start: where `least` stands; it may be beyond `end`.
    init(from least: Double, to greatest: Double, startingAt start: Double, endingAt end: Double) {
        (self.least, self.greatest, self.start, self.end) = (least, greatest, start, end)
    }

    /// The powers of ten, both ends among them.
    var decades: [Double] {
        (Int(log10(least).rounded())...Int(log10(greatest).rounded())).map { pow(10, Double($0)) }
    }

    /// Where `value` stands, to a tenth.
    func place(_ value: Double) -> Double {
        let share = log10(value / least) / log10(greatest / least)
        return ((start + share * (end - start)) * 10).rounded() / 10
    }
}
