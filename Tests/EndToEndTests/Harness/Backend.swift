import Dispatch
import Foundation

/// A task of the Swarm, as a proxy sees one: an HTTP/1.1 server that answers each request with an `Echo` of it.
///
/// It runs on a thread of its own until `stop()`, which every test that starts one must call.
final class Backend: Sendable {
    let endpoint: Endpoint
    private let listener: Socket
    private let finished = DispatchSemaphore(value: 0)

    /// Starts to answer on `endpoint` as `name`.
    ///
    /// - Parameter status: of every answer. 204 and 304 have no body; the body of a 101 is what is tunnelled after it.
    /// - Parameter headers: sent in every answer, after `Content-Type` and `Content-Length`.
    /// - Throws: `SystemError` when the endpoint is taken, `NotLoopback`.
    init(_ name: String, on endpoint: Endpoint, status: Int = 200, headers: [HTTPHeader] = []) throws {
        self.endpoint = endpoint
        listener = try Socket.listening(onFree: endpoint)
        let responder = Responder(name: name, status: status, headers: headers)
        Thread.detachNewThread { [listener, finished] in
            BackendLoop(listener: listener, responder: responder).run()
            finished.signal()
        }
    }

    /// Closes every connection and returns when the thread has ended. To be called once.
    func stop() {
        listener.shutDown()
        finished.wait()
    }
}
