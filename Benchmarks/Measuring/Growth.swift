import Foundation

/// How a time grows along the ladder: with the networks to the power of `exponent`.
///
/// It is the time on the processor, or the least by the clock where that is not known: what other programs take away
/// falls on some rungs and not on others.
struct Growth: Encodable {
    let suite: String
    let shape: String
    let from: Int
    let to: Int
    let exponent: Double

    /// Where starting a process and the like no longer counts.
    static let leastNetworks = 100

    /// Fits a line to the logarithms by least squares. `nil` if fewer than two of `measurements`, all of one suite and
    /// shape, have `leastNetworks` or more.
    init?(_ measurements: [Measurement]) {
        let large = measurements.filter { $0.networks >= Self.leastNetworks }.sorted { $0.networks < $1.networks }
        guard let first = large.first, let last = large.last, first.networks < last.networks else { return nil }
        (suite, shape, from, to) = (first.suite, first.shape, first.networks, last.networks)
        exponent = slope(of: large.map { (log(Double($0.networks)), log($0.processor ?? $0.least)) })
    }

    /// One for each suite and shape that was measured on enough rungs, in the order of `measurements`.
    static func all(in measurements: [Measurement]) -> [Growth] {
        measurements.series.compactMap { Growth($0) }
    }
}

private func slope(of points: [(x: Double, y: Double)]) -> Double {
    let count = Double(points.count)
    let (meanX, meanY) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
    let covariance = points.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) }
    return covariance / points.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
}

extension [Measurement] {
    /// Those of one suite and shape together, in the order in which each first stands here.
    var series: [[Measurement]] {
        var series: [[Measurement]] = []
        for measurement in self {
            let index = series.firstIndex { $0[0].suite == measurement.suite && $0[0].shape == measurement.shape }
            if let index { series[index].append(measurement) } else { series.append([measurement]) }
        }
        return series
    }
}
