import Foundation
import TestSupport
import Testing

/// One line of `hostile.jsonl`: an input that a tenant, an operator or a broken tool could hand to the command, and what
/// may come of it.
struct HostileCase: Decodable, Sendable, CustomTestStringConvertible {
    /// What the input is.
    enum Kind: String, Decodable {
        /// The labels of one service, which stands beside harmless ones.
        case label
        /// A whole snapshot.
        case snapshot
        /// Settings.
        case toml
    }

    /// What came of an input.
    enum Outcome: String, Decodable {
        /// Nothing of the service is in the file; a diagnostic names the service and the label.
        case rejectedService = "rejected-service"
        /// A diagnostic names what is wrong; the bad part is left out or repaired.
        case diagnostic
        /// The value is legal and in the file.
        case acceptedEscaped = "accepted-escaped"
        /// The command fails and writes nothing.
        case error
    }

    struct Input: Decodable {
        let labels: [String: String]?
        let snapshot: JSONValue?
        let raw: String?
        let rawBytes: Data?
        /// `["nest", open, n, close]`: `open` n times, then `close` n times.
        let gen: [JSONValue]?
        /// Lines of the table `Config`.
        let config: [String]?

        private enum CodingKeys: String, CodingKey {
            case labels, snapshot, raw, gen, config
            case rawBytes = "raw_b64"
        }
    }

    let id: String
    let kind: Kind
    let input: Input
    let expect: Outcome
    /// Outcomes that are as good.
    let also: [Outcome]?
    /// Texts that are never a directive's name, nor an argument of their own.
    let marker: [String]?
    let why: String

    var testDescription: String { "\(id): \(why)" }

    static let all: [HostileCase] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("hostile.jsonl")
        let lines = (try? Data(contentsOf: file))?.split(separator: UInt8(ascii: "\n")) ?? []
        return lines.compactMap { try? JSONDecoder().decode(HostileCase.self, from: $0) }
    }()
}

extension HostileCase {
    /// The settings to run with.
    var config: [UInt8] {
        guard kind == .toml else { return Array("[Extensions.default]\n".utf8) }
        if let raw = input.raw { return Array(raw.utf8) }
        let lines = input.config ?? []
        return Array("[Extensions.default]\n[Extensions.default.Config]\n\(lines.joined(separator: "\n"))\n".utf8)
    }

    /// The snapshot to run with.
    var snapshot: [UInt8] {
        guard kind == .snapshot else { return Neighbours.snapshot(beside: input.labels).bytes }
        if let snapshot = input.snapshot { return snapshot.bytes }
        if let raw = input.raw { return Array(raw.utf8) }
        if let bytes = input.rawBytes { return Array(bytes) }
        guard case .string(let open)? = input.gen?[1], case .integer(let count)? = input.gen?[2],
            case .string(let close)? = input.gen?[3]
        else { return [] }
        return Array((String(repeating: open, count: count) + String(repeating: close, count: count)).utf8)
    }

    /// What a diagnostic about the input has in it: the service and its label, or the option.
    var subject: String {
        switch kind {
        case .label: "\(Neighbours.hostileService) com.docker.lb."
        case .snapshot: " "
        case .toml: input.config?.first.map { String($0.prefix { $0 != " " }) } ?? "config.toml"
        }
    }

    /// The addresses that stand in the file if everything of the input is in it.
    var addresses: [String] {
        switch kind {
        case .label: [Neighbours.hostileAddress]
        case .snapshot: ["10.0.1.5:", "10.0.2.5:"]
        case .toml: []
        }
    }
}
