import Foundation
import RouteModel
import Testing

/// Every diagnostic is shown by a golden case, or a test of the command, and told to users in README.md.
@Suite struct DiagnosticTableTests {
    /// What only the command can say, since it knows what limits there are: `ConfigLimitTests` show these.
    private static let ofTheCommand: Set<DiagnosticCode> = [.configLarge, .configSplit, .configTooLarge]

    @Test(arguments: Set(DiagnosticCode.allCases).subtracting(ofTheCommand))
    func codeStandsInACase(_ code: DiagnosticCode) throws {
        #expect(try Self.codes.get().contains(code.rawValue), "no diagnostics.txt has a line with this code")
    }

    @Test func readmeListsEveryCode() throws {
        let readme = try String(contentsOf: Self.readme, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(readme.firstIndex { $0 == Self.table[0] }, "README.md has no table of codes")
        let end = readme[start...].firstIndex { !$0.utf8.starts(with: "|".utf8) } ?? readme.endIndex
        guard ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == nil else {
            let updated = readme[..<start] + Self.table.map { $0[...] } + readme[end...]
            try updated.joined(separator: "\n").write(to: Self.readme, atomically: true, encoding: .utf8)
            Issue.record("recorded the table of README.md; read the difference line by line, then run again")
            return
        }
        #expect(readme[start..<end].elementsEqual(Self.table.map { $0[...] }))
    }

    private static let readme = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../../../README.md").standardized

    /// The table's lines, in the order of the codes.
    private static let table: [String] =
        ["| code | severity | meaning |", "| --- | --- | --- |"]
        + DiagnosticCode.allCases.map { "| `\($0.rawValue)` | \($0.severity.rawValue) | \($0.summary) |" }

    /// The codes of all recorded diagnostics: the second word of a line.
    private static let codes = Result {
        let texts = try GoldenCase.all.compactMap { try $0.expected()["diagnostics.txt"] }
        let lines = texts.flatMap { $0.utf8.split(separator: UInt8(ascii: "\n")) }
        return Set(lines.map { String($0.split(separator: UInt8(ascii: " "))[1]) ?? "" })
    }
}
