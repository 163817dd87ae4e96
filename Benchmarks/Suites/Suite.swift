/// One thing that is measured, for Swarms of several shapes.
struct Suite: Sendable {
    /// How tables and `--filter` call it.
    let name: String
    /// What is measured, in a sentence.
    let summary: String
    /// The shapes to measure, for the rungs of the ladder.
    let shapes: @Sendable (_ ladder: [Int]) -> [Shape]
    /// Sets up what `shape` needs, untimed, and measures.
    let measure: @Sendable (_ shape: Shape, _ harness: Harness) throws -> Measurement

    static let all = [load, read, route, render, reconfigure, plan, process, remember, stream, endToEnd, warmEndToEnd]
}

extension [Int] {
    /// Swarms of each of `kinds` with this many networks.
    func shapes(_ kinds: Shape.Kind...) -> [Shape] {
        kinds.flatMap { kind in map { Shape(kind: kind, networks: $0) } }
    }
}
