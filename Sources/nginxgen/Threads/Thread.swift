import Glibc

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
