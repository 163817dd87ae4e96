import NginxCompiler
import RouteModel

/// The whole pipeline for snapshot after snapshot, which remembers the last one.
final class RememberingPipeline {
    let snapshots = SnapshotMemory()
    private let settings: Settings
    private let routing: RoutingMemory
    private let files: [FileMemory]
    private let optionDiagnostics: [[Diagnostic]]

    init(under config: [UInt8], by template: ConfigTemplate? = nil) throws {
        let template = try template ?? ConfigTemplate.builtIn()
        let settings = try readSettings(config)
        let options = settings.extensions.map { ProxyOptions($0, for: template) }
        self.settings = settings
        routing = RoutingMemory(under: settings)
        files = options.map { FileMemory($0, by: template) }
        optionDiagnostics = options.map(\.diagnostics)
    }

    /// What `outputs(of:under:)` gives without any memory.
    ///
    /// - Parameter piece: how many bytes are given to the reader at once.
    func outputs(of snapshot: [UInt8], inPiecesOf piece: Int = .max) throws -> [String: String] {
        let snapshot = try readSnapshot(from: source(of: snapshot, inPiecesOf: piece), remembering: snapshots)
        let routed = route(snapshot, remembering: routing)
        var diagnostics = settings.diagnostics + snapshot.diagnostics + routed.diagnostics
        var texts: [String: String] = [:]
        for (index, table) in routed.tables.enumerated() {
            let bytes = try compile(table, remembering: files[index])
            texts["\(table.cluster).nginx.conf"] = String(decoding: bytes, as: UTF8.self)
            diagnostics += optionDiagnostics[index] + table.diagnostics
        }
        if !diagnostics.isEmpty { texts["diagnostics.txt"] = diagnostics.map { "\($0)\n" }.joined() }
        return texts
    }

    private func source(of bytes: [UInt8], inPiecesOf piece: Int) -> ByteSource {
        var offset = 0
        return { buffer in
            let count = min(buffer.count, piece, bytes.count - offset)
            buffer.copyBytes(from: bytes[offset..<offset + count])
            offset += count
            return .success(count)
        }
    }
}
