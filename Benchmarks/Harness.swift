/// Runs suites and keeps what they measure.
struct Harness {
    let options: Options
    private(set) var measurements: [Measurement] = []
    /// What could not be measured, and why.
    private(set) var notes: [String] = []
    private let progress = Progress()

    init(_ options: Options) { self.options = options }

    /// Networks of the Swarms that are tried. A quick run leaves out the rungs that take most time and tell least.
    var ladder: [Int] { options.isQuick ? [10, 300] : [1, 10, 100, 300, 1000] }

    /// Measures every shape of `suite` that is wanted; notes it where a tool is missing.
    mutating func run(_ suite: Suite) throws {
        for shape in suite.shapes(ladder) where options.wants(suite.name, shape) {
            progress.show("\(suite.name): \(shape.title), \(shape.networks) networks")
            defer { progress.clear() }
            do {
                measurements.append(try suite.measure(shape, self))
            } catch let missing as ToolMissing {
                return notes.append("\(suite.name): \(missing)")
            }
        }
    }

    /// Times `work` over and over, for a second and a half but eleven times at least, or a fraction in a quick run;
    /// once before that unmeasured, so that caches and the allocator are as in every later run. What `work` returns is
    /// released behind the clock's back.
    func time<Result>(by worker: Stopwatch.Worker = .thisProcess, _ work: () throws -> Result) rethrows -> Samples {
        keep(try work())
        let (least, budget) = options.isQuick ? (5, 0.3) : (11, 1.5)
        var samples: [Samples.Sample] = []
        let start = ContinuousClock.now
        while samples.count < least || (start.duration(to: .now).seconds < budget && samples.count < 2000) {
            let stopwatch = Stopwatch(for: worker)
            let result = try work()
            samples.append(stopwatch.sample)
            keep(result)
        }
        return Samples(samples)
    }

    /// How often something is repeated that takes long in itself.
    var rounds: Int { options.isQuick ? 3 : 11 }
}

/// Uses a value, as far as the optimiser can tell.
@inline(never)
func keep<Value>(_ value: Value) { withExtendedLifetime(value) {} }
