import Glibc

/// Some of the machine's processors.
struct Processors {
    private var set = cpu_set_t()

    /// Those that the thread which calls may run on; `nil` if the machine has more than fit into a set, 1,024.
    static func allowed() -> Processors? {
        var processors = Processors()
        let result = sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &processors.set)
        return result == 0 ? processors : nil
    }

    var count: Int { withUnsafeBytes(of: set) { $0.reduce(0) { $0 + $1.nonzeroBitCount } } }

    /// All but the one that runs the thread which calls; `nil` if there are no others.
    func others() -> Processors? {
        let current = Int(sched_getcpu())
        guard current >= 0, current < MemoryLayout<cpu_set_t>.size * 8 else { return nil }
        var others = self
        withUnsafeMutableBytes(of: &others.set) { bytes in
            bytes.withMemoryRebound(to: UInt.self) { $0[current / UInt.bitWidth] &= ~(1 << (current % UInt.bitWidth)) }
        }
        return others.count > 0 ? others : nil
    }

    /// Lets the thread which calls run on these alone from now on.
    func bind() {
        var set = set
        sched_setaffinity(0, MemoryLayout<cpu_set_t>.size, &set)
    }

    /// Has threads that are started with `attributes` begin on these.
    func bind(_ attributes: inout pthread_attr_t) {
        var set = set
        pthread_attr_setaffinity_np(&attributes, MemoryLayout<cpu_set_t>.size, &set)
    }
}
