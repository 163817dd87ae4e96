import NginxCompiler
import RouteModel
import TestSupport
import Testing

@testable import NginxCompiler

/// No text of a tenant's does more than a tenant may: whatever labels, names and addresses hold, the file is, byte for
/// byte, that of harmless twins who have what is right about each tenant and nothing else.
@Suite struct InjectionTests {
    /// 200 Swarms of 100 tenants, every file of which nginx tries.
    private static let seeds: Range<UInt64> = 0..<200
    private static let tenants = 100

    /// Loaded once: that takes longer than the compilations of a Swarm.
    private static let builtIn = Result { try ConfigTemplate.builtIn() }

    @Test(arguments: seeds)
    func fileIsThatOfHarmlessTwins(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let pairs = (1...Self.tenants).map { TenantPair($0, using: &random) }
        let (file, diagnostics) = try compile(pairs.map(\.hostile))
        let template = try Self.builtIn.get()
        let tree = try directives(of: file)
        let words = Set(tree.flatMap(\.allWords))
        let routed = pairs.filter { $0.hosts.contains { words.contains(Array($0.utf8)) } }
        #expect((Self.tenants / 3...Self.tenants - 5).contains(routed.count), "\(routed.count) are routed")
        let twins = try compile(routed.map(\.twin))
        if file != twins.file { Issue.record("\(difference(file, twins.file))") }
        #expect(tree.foreign(to: template, in: []).isEmpty)
        for text in diagnostics { #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(text)") }
        try expectAcceptance(file)
    }

    private func compile(_ tenants: [Tenant]) throws -> (file: [UInt8], diagnostics: [String]) {
        let template = try Self.builtIn.get()
        let settings = try readSettings(Array("[Extensions.default]\n".utf8))
        let snapshot = try readSnapshot(Tenant.snapshot(of: tenants))
        let routing = route(snapshot, under: settings)
        let (cluster, table) = (settings.extensions[0], routing.tables[0])
        let file = try NginxCompiler.compile(table, with: ProxyOptions(cluster, for: template), by: template)
        return (file, (snapshot.diagnostics + routing.diagnostics + table.diagnostics).map(\.description))
    }

    private func expectAcceptance(_ file: [UInt8]) throws {
        guard Nginx.binary != nil else { return }
        let check = try NginxCheck(ofCompiled: file)
        #expect(check.passed && !check.output.contains("["), "\(check.output)")
    }

    /// The first lines that differ.
    private func difference(_ file: [UInt8], _ twin: [UInt8]) -> String {
        let lines = [file, twin].map { $0.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) }
        let pair = zip(lines[0], lines[1]).first { $0 != $1 } ?? ([], [])
        return "\(printable(pair.0)) should be \(printable(pair.1))"
    }
}
