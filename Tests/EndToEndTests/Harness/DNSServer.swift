import Dispatch
import Foundation
import Glibc
import Synchronization

/// A tiny DNS server on loopback: it knows A records of names, which may change at any time, and speaks UDP alone.
///
/// It runs on a thread of its own until `stop()`, which every test that starts one must call.
final class DNSServer: Sendable {
    let endpoint: Endpoint
    /// How long answers count, in seconds.
    private let timeToLive: UInt8
    private let descriptor: Int32
    private let addresses: Mutex<[String: [String]]>
    private let questions = Mutex(0)
    private let finished = DispatchSemaphore(value: 0)

    /// Starts to answer.
    ///
    /// - Parameter addresses: IPv4 addresses by name; all other names do not exist.
    init(_ addresses: [String: [String]], timeToLive: UInt8 = 1) throws {
        self.addresses = Mutex(addresses)
        self.timeToLive = timeToLive
        endpoint = try .free(on: "127.0.0.14")
        descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SystemError("socket for \(endpoint)") }
        let bound = try endpoint.withSocketAddress { [descriptor] in bind(descriptor, $0, $1) }
        guard bound == 0 else { throw SystemError("bind to \(endpoint)") }
        Thread.detachNewThread { [self] in
            while answerNext() {}
            close(descriptor)
            finished.signal()
        }
    }

    /// How many questions have come.
    var questionCount: Int { questions.withLock { $0 } }

    /// Gives `name` other addresses, from the next answer on.
    func set(_ name: String, to addresses: [String]) { self.addresses.withLock { $0[name] = addresses } }

    /// Returns when the thread has ended. To be called once.
    func stop() {
        shutdown(descriptor, Int32(SHUT_RDWR))
        finished.wait()
    }

    /// Answers the next question; `false` once the socket is shut down.
    private func answerNext() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 512)
        var sender = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let count = withUnsafeMutablePointer(to: &sender) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                recvfrom(descriptor, &buffer, buffer.count, 0, $0, &length)
            }
        }
        guard count > 0 else { return false }
        guard let answer = answer(to: Array(buffer.prefix(count))) else { return true }
        questions.withLock { $0 += 1 }
        withUnsafePointer(to: &sender) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(descriptor, answer, answer.count, 0, $0, length)
            }
        }
        return true
    }

    /// The answer to one question (RFC 1035 section 4.1): its header, the question again, the records.
    private func answer(to question: [UInt8]) -> [UInt8]? {
        guard let (name, end) = Self.name(in: question), question.count >= end + 4 else { return nil }
        let isKnown = addresses.withLock { $0[name] != nil }
        let asksForAddress = question[end] == 0 && question[end + 1] == 1
        let found = asksForAddress ? addresses.withLock { $0[name] ?? [] } : []
        let flags: [UInt8] = [0x85, isKnown ? 0x80 : 0x83]
        let header = question[..<2] + flags + [0, 1, 0, UInt8(found.count), 0, 0, 0, 0]
        return header + question[12..<(end + 4)] + found.flatMap(record)
    }

    /// An A record for the name that stands 12 bytes from the start.
    private func record(of address: String) -> [UInt8] {
        let bytes = address.utf8.split(separator: UInt8(ascii: ".")).compactMap { String($0).flatMap { UInt8($0) } }
        return [0xC0, 12, 0, 1, 0, 1, 0, 0, 0, timeToLive, 0, 4] + bytes
    }

    /// The name that is asked for, and where it ends.
    private static func name(in question: [UInt8]) -> (name: String, end: Int)? {
        var labels: [String] = []
        var offset = 12
        while offset < question.count, question[offset] > 0 {
            let end = offset + 1 + Int(question[offset])
            guard end < question.count else { return nil }
            labels.append(String(decoding: question[(offset + 1)..<end], as: UTF8.self))
            offset = end
        }
        return offset < question.count ? (labels.joined(separator: "."), offset + 1) : nil
    }
}
