import Synchronization

/// Work that the other processor does while this thread goes on, where there is one.
final class Aside<Value: Sendable>: Sendable {
    private enum State {
        case waiting(@Sendable () -> Value)
        case done(Value)
        case taken
    }

    private let state: Mutex<State>

    /// Begins `work`, which no thread waits for at the program's end.
    init(_ work: @escaping @Sendable () -> Value) {
        state = Mutex(.waiting(work))
        OtherProcessor.shared.add { [self] in finish() }
    }

    /// Hands over what the work gave, once, and keeps nothing of it. Waits for the work; does it here and now if it has
    /// not been begun.
    func take() -> Value {
        finish()
        return state.withLock { state in
            guard case .done(let value) = state else { preconditionFailure("the result was taken already") }
            state = .taken
            return value
        }
    }

    /// What the work gave, as often as it is asked for, after waiting for it as `take` does.
    var value: Value {
        finish()
        return state.withLock { state in
            guard case .done(let value) = state else { preconditionFailure("the result was taken") }
            return value
        }
    }

    private func finish() {
        state.withLock { state in
            if case .waiting(let work) = state { state = .done(work()) }
        }
    }
}
