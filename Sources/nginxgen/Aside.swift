import Glibc
import Synchronization

/// Work that is done on a thread of its own while this one goes on, where there is a second processor.
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
        if hasSecondProcessor { startThread { [self] in finish() } }
    }

    /// Hands over what the work gave, once, and keeps nothing of it. Waits for the work; does it here and now if no
    /// thread has begun it.
    func take() -> Value {
        finish()
        return state.withLock { state in
            guard case .done(let value) = state else { preconditionFailure("the result was taken already") }
            state = .taken
            return value
        }
    }

    private func finish() {
        state.withLock { state in
            if case .waiting(let work) = state { state = .done(work()) }
        }
    }
}

/// Whether the machine has more than one processor. A process that is bound to one of them runs its threads in turn.
let hasSecondProcessor = sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1

/// Runs `body` on a new thread; does nothing and returns `false` if there is no room for one.
@discardableResult
func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    let work = Unmanaged.passRetained(ThreadBody(run: body))
    var thread = pthread_t()
    let result = pthread_create(
        &thread, nil,
        { argument in
            argument.map { Unmanaged<ThreadBody>.fromOpaque($0).takeRetainedValue().run() }
            return nil
        }, work.toOpaque())
    if result == 0 { pthread_detach(thread) } else { work.release() }
    return result == 0
}

/// What a thread runs: an object, since the system hands on no more than a pointer.
private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void

    init(run: @escaping @Sendable () -> Void) { self.run = run }
}
