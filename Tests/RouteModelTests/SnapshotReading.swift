@testable import RouteModel

/// Reads a snapshot through a window of `window` bytes from a source that gives `piece` bytes at a time.
func snapshot(from json: [UInt8], window: Int = 256 << 10, inPiecesOf piece: Int = .max) throws(SnapshotError)
    -> Snapshot
{
    var reader = SnapshotReader()
    var scanner = JSONScanner(of: source(of: json, inPiecesOf: piece), window: window)
    try reader.read(&scanner)
    return reader.snapshot
}

/// The services of a snapshot that has these alone.
func services(_ json: String) throws(SnapshotError) -> [Service] {
    try readSnapshot(Array("{\"services\":[\(json)]}".utf8)).services
}

/// The error that refuses a snapshot, with its place; "none" if it is read.
func refusal(of json: [UInt8]) -> String {
    do throws(SnapshotError) {
        _ = try readSnapshot(json)
        return "none"
    } catch {
        return "\(error.position.map { "\($0.line):\($0.column) " } ?? "")\(error.message)"
    }
}

extension Snapshot {
    /// Everything that was kept, for comparing two snapshots whose IDs have been numbered alike.
    var kept: [AnyHashable] { [services.map(\.kept), tasks, networks, diagnostics] }

    /// The IDs as text.
    func texts(_ identifiers: [Identifier]) -> [ByteString] { identifiers.map { self.identifiers.text(of: $0) } }

    /// What is known of the network with this ID.
    func network(_ id: ByteString) -> Network? { networks.first { identifiers.text(of: $0.key) == id }?.value }

    /// The attachments of all tasks: `service@network address`.
    var places: [String] {
        tasks.flatMap { task in
            task.attachments.map { place in
                let (service, network) = (identifiers.text(of: task.service), identifiers.text(of: place.network))
                let address = place.address.map { "\($0)" } ?? "none"
                return "\(String(decoding: service.bytes, as: UTF8.self))"
                    + "@\(String(decoding: network.bytes, as: UTF8.self)) \(address)"
            }
        }
    }
}

extension Service {
    /// Everything that was kept of it.
    var kept: [AnyHashable] {
        [id, idText, name, labels, networks, targetPorts, virtualIPs, replicas, runningTasks, isJob]
    }
}
