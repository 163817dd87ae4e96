import Dispatch
import Foundation
import Synchronization

/// Clients that ask again and again, each on a thread of its own, until they are stopped.
final class Load: Sendable {
    private let isStopped = Mutex(false)
    private let answers: Mutex<[String: Int]> = Mutex([:])
    private let finished = DispatchGroup()

    /// Runs clients while `body` lasts, and returns how often each answer came; an error is an answer too.
    ///
    /// - Parameter ask: makes one request and names what came of it.
    static func running(
        clients: Int, ask: @escaping @Sendable () throws -> String, _ body: (Load) throws -> Void
    ) rethrows -> [String: Int] {
        let load = Load(clients: clients, ask: ask)
        defer { load.stop() }
        try body(load)
        load.stop()
        return load.answers.withLock { $0 }
    }

    private init(clients: Int, ask: @escaping @Sendable () throws -> String) {
        for _ in 0..<clients {
            finished.enter()
            Thread.detachNewThread { [self] in
                while !isStopped.withLock({ $0 }) { note(Result { try ask() }) }
                finished.leave()
            }
        }
    }

    private func note(_ result: Result<String, any Error>) {
        let name =
            switch result {
            case .success(let name): name
            case .failure(let error): "\(error)"
            }
        answers.withLock { $0[name, default: 0] += 1 }
    }

    /// How many requests have been answered.
    var count: Int { answers.withLock { $0.values.reduce(0, +) } }

    private func stop() {
        isStopped.withLock { $0 = true }
        finished.wait()
    }
}
