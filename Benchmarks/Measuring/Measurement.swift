/// What came of one suite for one shape. Times are in seconds, sizes in bytes.
struct Measurement: Encodable {
    let suite: String
    /// What the services are like, and in how many clusters if in several.
    let shape: String
    let networks: Int
    let samples: Int
    let least: Double
    let median: Double
    let p90: Double
    /// `nil` for fewer than 100 samples.
    let p99: Double?
    /// The median of the time on all cores together; `nil` where several programs share the work.
    var processor: Double?
    var inputBytes: Int?
    var outputBytes: Int?
    /// Routes of all hosts: what the time is divided by.
    var routes: Int?
    /// The most memory that the process had at once.
    var peakBytes: Int?
    /// The medians of the parts, in their order; they need not add up to the median of the whole.
    var parts: [Part] = []
    /// Requests that a client made meanwhile, and how many of them got no answer or a wrong one.
    var requests: Int?
    var failedRequests: Int?

    struct Part: Encodable {
        let name: String
        let median: Double
    }

    init(_ suite: String, _ shape: Shape, _ times: Samples) {
        self.suite = suite
        self.shape = shape.title
        networks = shape.networks
        samples = times.count
        (least, median, p90, p99) = (times.least, times.median, times.p90, times.p99)
        processor = times.processorMedian
    }

    mutating func note(_ yield: Compilation.Yield) { (outputBytes, routes) = (yield.bytes, yield.routes) }
}

extension Shape {
    /// How tables and `--filter` call it.
    var title: String { clusters == 1 ? kind.rawValue : "\(kind.rawValue), \(clusters) clusters" }
}
