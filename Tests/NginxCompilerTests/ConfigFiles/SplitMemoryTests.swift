import RouteModel
import TestSupport
import Testing

@testable import NginxCompiler

/// Whatever the last file was, the next one is split as if there had been none.
@Suite struct SplitMemoryTests {
    private static let hosts = (0..<60).map { "h\($0 * 7_919 % 1_000).example.org" }

    private static let file = """
        events {}
        http {
        \(hosts.map { "\n    upstream u-\($0) {\n        server 10.0.0.1:80;\n    }\n" }.joined())
            map $host $backend {
                default "";
        \(hosts.map { "        \($0) \"u-\($0)\"; # a line\n" }.joined())    }
        \(hosts.map { "\n    server {\n        listen 80;\n        server_name \($0) x.\($0);\n    }\n" }.joined())
        }
        stream { map $a $b { a b; c d; } server { listen 81; } server { listen 82; } }

        """

    /// Splits `file` with and without the memory, and compares the config objects too.
    private func expectSame(
        _ file: [UInt8], _ memory: SplitMemory, _ objects: inout KnownObjects, _ what: @autoclosure () -> String
    ) {
        let set = split(file, limit: 2_000, remembering: memory)
        #expect(set == split(file, limit: 2_000), "\(what())")
        let (summary, expected) = (objects.summary(of: set), set.summary)
        #expect(
            (summary.hash, summary.size) == (expected.hash, expected.size) && summary.objects == expected.objects,
            "\(what())")
    }

    /// Pieces of statements, blanks, comments and what nginx would not read, put anywhere and taken out anywhere.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func editsOfChanceAreSplitAlike(_ seed: UInt64) {
        let words = [
            "{", "}", ";", " ", "\n", "#", "\"", "'", "\\", "$", "a b;", "server { listen 83; }", "server_name z;",
            "upstream v { server 10.0.0.2:80; }\n", "default", "include", "\n    # }\n", "x\ny;", "map $c $d {",
            "10.0.0.12",
        ].map { Array($0.utf8) }
        var (random, memory, objects) = (SplitMix64(seed: seed), SplitMemory(), KnownObjects())
        let original = Array(Self.file.utf8)
        var file = original
        for edit in 0..<150 {
            // Most files stay readable: what is broken is mended soon.
            if random.once(in: 3) { file = original }
            let place = Int.random(in: 0...file.count, using: &random)
            let end = min(file.count, place + (random.once(in: 2) ? 0 : Int.random(in: 1...40, using: &random)))
            file.replaceSubrange(
                place..<end, with: random.once(in: 4) ? [] : words[Int.random(in: words.indices, using: &random)])
            expectSame(file, memory, &objects, "seed \(seed), edit \(edit) at \(place)..<\(end)")
        }
    }

    /// An address at each place of the file becomes a longer one.
    @Test func changeOfEachStatementIsFound() {
        let (memory, address) = (SplitMemory(), Array("10.0.0.1:80".utf8))
        var objects = KnownObjects()
        let file = Array(Self.file.utf8)
        for place in file.indices where file[place...].starts(with: address) {
            var changed = file
            changed.replaceSubrange(place..<place + address.count, with: Array("10.0.0.117:80".utf8))
            expectSame(changed, memory, &objects, "at \(place)")
            expectSame(file, memory, &objects, "back from \(place)")
        }
    }

    /// A change within a run needs no other statements than those around it; one of two runs, or of none, does.
    @Test func onlyChangesWithinARunAreUpdated() throws {
        let (memory, file) = (SplitMemory(), Array(Self.file.utf8))
        _ = split(file, limit: 2_000, remembering: memory)
        let text = Self.file
        let within = text.replacing(
            "u-\(Self.hosts[30]) {\n        server 10.0.0.1", with: "u-\(Self.hosts[30]) {\n        server 10.0.0.12")
        let updated = try #require(memory.updatedRuns(in: Array(within.utf8)))
        let whole = try RunReader.runs(in: Array(within.utf8))
        #expect(
            within != text && updated.map { $0.statements.map(\.range) } == whole.map { $0.statements.map(\.range) })
        for other in [
            text.replacing("10.0.0.1:80", with: "10.0.0.2:80").replacing("# a line", with: "# b"), "a b;\n" + text,
        ] {
            #expect(memory.updatedRuns(in: Array(other.utf8)) == nil)
        }
    }

    /// The same bytes again, nothing, and a file that needs no split.
    @Test func otherFilesComeBetween() {
        let (memory, file) = (SplitMemory(), Array(Self.file.utf8))
        var objects = KnownObjects()
        for file in [file, file, [], file, Array("events {}\n".utf8), file, Array(file.reversed()), file] {
            expectSame(file, memory, &objects, "\(file.count) bytes")
        }
    }
}
