import NginxCompiler
import TestSupport
import Testing

@testable import NginxCompiler

/// Inputs that a tenant, an operator or a broken tool could hand to the command: what comes of each is stated in
/// `hostile.jsonl`, and nothing of it reaches a neighbour.
@Suite struct HostileCaseTests {
    private static let builtIn = Result { try ConfigTemplate.builtIn() }

    @Test(arguments: HostileCase.all)
    func comesOutAsStated(_ hostile: HostileCase) throws {
        let (result, again) = (try HostileRun(hostile), try HostileRun(hostile))
        #expect(again.conf == result.conf && again.run.errors == result.run.errors)
        let accepted = Set([hostile.expect] + (hostile.also ?? []))
        let outcomes = result.outcomes(of: hostile)
        #expect(!outcomes.isDisjoint(with: accepted), "\(result.run.exitCode ?? -1) \(result.run.errors)")
        #expect(result.run.errors.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
        guard result.run.exitCode == 0 else { return }
        if hostile.kind != .toml { try expectOurDirectives(result.conf) }
        let words = Set(try directives(of: result.conf).flatMap(\.allWords))
        for marker in hostile.marker ?? [] { #expect(!words.contains(Array(marker.utf8))) }
        try expectAcceptance(result.conf)
        if hostile.kind == .label {
            try expectUntouchedNeighbours(
                result, beside: hostile.input.labels ?? [:], rejecting: outcomes == [.rejectedService])
        }
    }

    @Test func casesAreRead() {
        #expect(HostileCase.all.count == 74)
    }

    // MARK: What holds of every file

    private func expectOurDirectives(_ conf: [UInt8]) throws {
        let template = try Self.builtIn.get()
        let foreign = try directives(of: conf).foreign(to: template, in: [])
        #expect(foreign.isEmpty)
    }

    private func expectAcceptance(_ conf: [UInt8]) throws {
        guard Nginx.binary != nil else { return }
        let check = try NginxCheck(ofCompiled: conf)
        #expect(check.passed && !check.output.contains("["), "\(check.output)")
    }

    /// Every line of the file without the hostile service is in the file with it, in the same order, and each block
    /// of a neighbour as a whole, but for the names of hosts that share it; if the service was rejected the files are the
    /// same. Those names are the hostile service's own, and each stands in one block alone.
    private func expectUntouchedNeighbours(
        _ result: HostileRun, beside labels: [String: String], rejecting: Bool
    ) throws {
        let alone = try HostileRun(
            config: Array("[Extensions.default]\n".utf8), snapshot: Neighbours.snapshot(beside: nil).bytes)
        if rejecting { #expect(result.conf == alone.conf) }
        var rest = lines(of: result.conf)[...]
        for line in lines(of: alone.conf) {
            rest = rest.drop { $0 != line }
            #expect(rest.popFirst() == line)
        }
        let added = addedNames(in: result.conf, to: alone.conf)
        let hosts = (labels["com.docker.lb.hosts"] ?? "").lowercased()
        #expect(Set(added).count == added.count && added.allSatisfy { hosts.contains($0) }, "\(added)")
        let blocks = paragraphs(of: result.conf).map { withoutNames(in: $0, butThoseOf: alone.conf) }
        for block in paragraphs(of: alone.conf) where block.contains("neighbour") && !block.contains("map $host") {
            #expect(blocks.contains(String(block)))
        }
    }

    /// The hosts that servers have in `conf` and not in `other`, as often as they stand there.
    private func addedNames(in conf: [UInt8], to other: [UInt8]) -> [String] {
        let known = Set(lines(of: other))
        return lines(of: conf).filter { $0.starts(with: Self.naming) && !known.contains($0) }.map { line in
            String(decoding: line.dropFirst(Self.naming.count).dropLast(), as: UTF8.self)
        }
    }

    private static let naming = Array("        server_name ".utf8)

    /// A block without the lines with names of hosts that `conf` does not have.
    private func withoutNames(in block: Substring, butThoseOf conf: [UInt8]) -> String {
        let known = Set(lines(of: conf))
        let kept = lines(of: Array(block.utf8)).filter { line in
            !line.starts(with: Self.naming) || known.contains(line)
        }
        return String(decoding: Array(kept.joined(separator: [0x0A])), as: UTF8.self)
    }

    private func lines(of conf: [UInt8]) -> [ArraySlice<UInt8>] { conf.split(separator: UInt8(ascii: "\n")) }

    private func paragraphs(of conf: [UInt8]) -> [Substring] {
        // The last one ends where the file does, or where a stream block follows: behind the end of `http`.
        String(decoding: conf, as: UTF8.self).split(separator: "\n\n").map { text in
            let block = text.last == "\n" ? text.dropLast() : text
            return block.hasPrefix("    server {") && block.hasSuffix("\n    }\n}") ? block.dropLast(2) : block
        }
    }
}
