/// What one element of `services` says. A class, since it goes from list to list.
final class ServiceReading {
    /// The service, if it is one to route.
    var service: Service?
    /// The proxies that it runs, if it does, by its name.
    var proxy: (name: ByteString, DeployedProxy)?
    /// Why it cannot be routed.
    var diagnostic: Diagnostic?
}
