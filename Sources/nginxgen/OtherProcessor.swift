import RouteModel

/// A thread on the other processor.
struct OtherProcessor: SecondThread {
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value, during meanwhile: () -> Void) -> Value {
        let aside = Aside(work)
        meanwhile()
        return aside.take()
    }
}
