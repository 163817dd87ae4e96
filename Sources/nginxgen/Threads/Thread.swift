import Glibc

/// Whether this process may run on more than one processor.
let hasSecondProcessor = (Processors.allowed()?.count ?? sysconf(Int32(_SC_NPROCESSORS_ONLN))) > 1

/// Runs `body` on a new thread; does nothing and returns `false` if there is no room for one.
///
/// The thread begins on another processor than this one, and may then run on any that this one may. Left to itself Linux
/// puts it behind this one and takes 1 to 2 ms until it moves it: 10 networks take 3.0 ms so instead of 3.6, 300 take 28
/// instead of 31.
@discardableResult
func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    let allowed = Processors.allowed()
    return startThread(on: allowed?.others()) {
        allowed?.bind()
        body()
    }
}

/// The same on `processors`, or anywhere if the thread may not run there or there are none.
func startThread(on processors: Processors?, _ body: @escaping @Sendable () -> Void) -> Bool {
    _ = variablesAreMapped
    let work = ThreadBody(body)
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    processors?.bind(&attributes)
    return work.start(&attributes) || (processors != nil && work.start(nil))
}

/// Done once, before the first thread begins.
private let variablesAreMapped: Void = mapVariables()

/// What a thread runs: an object, since the system hands on no more than a pointer.
private final class ThreadBody: Sendable {
    private let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }

    /// `false` if there is no such thread.
    func start(_ attributes: UnsafePointer<pthread_attr_t>?) -> Bool {
        let argument = Unmanaged.passRetained(self)
        var thread = pthread_t()
        let result = pthread_create(
            &thread, attributes,
            { argument in
                argument.map { Unmanaged<ThreadBody>.fromOpaque($0).takeRetainedValue().run() }
                return nil
            }, argument.toOpaque())
        if result == 0 { pthread_detach(thread) } else { argument.release() }
        return result == 0
    }
}
