import Glibc

/// Measures what one piece of work takes.
struct Stopwatch {
    private let start = ContinuousClock.now
    private let processorStart: Double
    private let worker: Worker

    /// Whose time on the processor counts.
    enum Worker {
        case thisProcess
        /// The processes that this one has started, as far as they have ended.
        case children
    }

    init(for worker: Worker) {
        self.worker = worker
        processorStart = worker.processorTime
    }

    /// The time since the beginning.
    var sample: Samples.Sample {
        let wall = start.duration(to: .now).seconds
        return Samples.Sample(wall: wall, processor: worker.processorTime - processorStart)
    }
}

extension Stopwatch.Worker {
    /// In seconds so far, that of the kernel among it.
    fileprivate var processorTime: Double {
        var usage = rusage()
        switch self {
        case .thisProcess: getrusage(RUSAGE_SELF.rawValue, &usage)
        case .children: getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        }
        return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
    }
}
