/// A second thread for a part of some work. This module starts none itself.
public protocol SecondThread: Sendable {
    /// What `work` gives; `meanwhile` is done at the same time on the thread that calls, and both before this returns.
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value, during meanwhile: () -> Void) -> Value
}

extension Array where Element: Sendable {
    /// The same as `map`, of whose results `thread` makes half.
    func mapped<Result: Sendable>(
        with thread: (any SecondThread)?, _ transform: @escaping @Sendable (Element) -> Result
    ) -> [Result] {
        guard let thread else { return map(transform) }
        let half = count / 2
        var results: [Result] = []
        results.reserveCapacity(count)
        results += thread.run(
            { self[half...].map(transform) },
            during: {
                for element in self[..<half] { results.append(transform(element)) }
            })
        return results
    }
}
