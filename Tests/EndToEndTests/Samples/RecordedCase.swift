import Foundation

/// A golden case: its inputs, and the files that are recorded for it.
struct RecordedCase: Sendable {
    /// Interlock's own example of service clusters: `east` and `west`, with one service each.
    static let twoClusters = RecordedCase(name: "clusters-route-their-own-services-only")

    static let all: [RecordedCase] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map(RecordedCase.init)
    }()

    private static let cases = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Golden/Cases").standardized

    /// The name of its folder.
    let name: String

    /// Where a file of the case stands, or would.
    func path(of file: String) -> String { Self.cases.appendingPathComponent("\(name)/\(file)").path }

    func bytes(of file: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(of: file))))
    }

    /// The names of the recorded nginx.conf files, one a service cluster.
    var confs: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path(of: ""))) ?? []
        return files.filter { $0.hasSuffix(".nginx.conf") }.sorted()
    }
}
