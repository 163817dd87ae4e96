import Foundation
import RouteModel
import Testing

@Suite struct GoldenTests {
    @Test(arguments: GoldenCase.all)
    func compilesAsRecorded(_ golden: GoldenCase) throws {
        let actual = try golden.run()
        guard ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == nil else {
            try golden.record(actual)
            Issue.record("recorded \(golden.name); read the difference line by line, then run again")
            return
        }
        let expected = try golden.expected()
        #expect(Set(actual.keys) == Set(expected.keys))
        for (file, text) in expected where actual[file] != text {
            Issue.record("\(golden.name)/\(file): \(firstDifference(actual[file] ?? "", from: text))")
        }
    }

    @Test(arguments: GoldenCase.all)
    func compilesAlikeWithTwoThreads(_ golden: GoldenCase) throws {
        let alone = try golden.run()
        #expect(try golden.run(with: SecondFirst()) == alone)
        #expect(try golden.run(with: SecondLast()) == alone)
    }

    @Test func everyCaseSaysWhatItSpecifies() throws {
        #expect(GoldenCase.all.count >= 125)
        for golden in GoldenCase.all {
            let firstLine = String(decoding: try golden.config, as: UTF8.self).prefix { $0 != "\n" }
            #expect(
                firstLine.hasPrefix("# "),
                "\(golden.name)/config.toml begins with a comment: the behaviour in a sentence")
        }
    }
}

/// The first line that differs, for a message that can be read.
func firstDifference(_ actual: String, from expected: String) -> String {
    let actual = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(actual, expected).prefix { $0 == $1 }.count
    let found = line < actual.count ? actual[line] : "(the end)"
    let wanted = line < expected.count ? expected[line] : "(the end)"
    return "line \(line + 1) is\n  \(found)\nand should be\n  \(wanted)"
}

/// One processor, whose second thread runs before the first goes on.
private struct SecondFirst: SecondThread {
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value, during meanwhile: () -> Void) -> Value {
        defer { meanwhile() }
        return work()
    }
}

/// One processor, whose second thread runs when the first waits for it.
private struct SecondLast: SecondThread {
    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value, during meanwhile: () -> Void) -> Value {
        meanwhile()
        return work()
    }
}
