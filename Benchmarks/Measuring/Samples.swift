/// How long something took, time after time.
struct Samples {
    /// In seconds, the shortest first.
    private let walls: [Double]
    private let processors: [Double]

    /// One time, in seconds.
    struct Sample {
        /// By the clock on the wall.
        let wall: Double
        /// On all cores together. Where other programs want the cores too this stays, while `wall` grows.
        let processor: Double
    }

    /// - Parameter samples: one at least.
    init(_ samples: [Sample]) {
        walls = samples.map(\.wall).sorted()
        processors = samples.map(\.processor).sorted()
    }

    var count: Int { walls.count }
    var least: Double { walls[0] }
    var median: Double { percentile(50, of: walls) }
    var p90: Double { percentile(90, of: walls) }
    var processorMedian: Double { percentile(50, of: processors) }

    /// `nil` for fewer than 100 samples, of which it would be the slowest.
    var p99: Double? { count < 100 ? nil : percentile(99, of: walls) }

    /// The nearest rank: the least sample that `percent` of all do not exceed.
    private func percentile(_ percent: Int, of sorted: [Double]) -> Double {
        let rank = (sorted.count * percent + 99) / 100
        return sorted[max(rank, 1) - 1]
    }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
