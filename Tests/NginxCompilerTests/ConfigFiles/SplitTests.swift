import TestSupport
import Testing

@testable import NginxCompiler

/// Which statements go into parts, and that nothing else changes.
@Suite struct SplitTests {
    private func set(_ text: String, limit: Int) -> ConfigFileSet { split(Array(text.utf8), limit: limit) }

    private func text(_ file: ConfigFile) -> String { String(decoding: file.bytes, as: UTF8.self) }

    /// A word that makes a statement longer than an include line.
    private static let long = String(repeating: "x", count: 60)

    /// Blocks `server` of 40 bytes with a blank line before each.
    private func servers(_ hosts: [String]) -> String {
        hosts.map { "\n    server { listen 80; server_name \($0); }\n" }.joined()
    }

    @Test func fileWithinTheLimitStaysAsItIs() {
        let file = Array("http {\n\(servers(["a", "b"]))}\n".utf8)
        for limit in [file.count, file.count + 1] {
            #expect(split(file, limit: limit) == ConfigFileSet(whole: file))
        }
    }

    @Test func blocksMoveAndTheRestStays() {
        let hosts = servers((0..<20).map { "host\($0)" })
        let set = set("events {}\nhttp {\n    a b;\n\(hosts)    c d;\n}\n", limit: 800)
        let lines = set.parts.map { "    include \($0.name);\n" }.joined()
        #expect(text(set.main) == "events {}\nhttp {\n    a b;\n\(lines)    c d;\n}\n")
        #expect(set.parts.map(text).joined() == hosts)
        #expect(set.parts.count > 3 && set.parts.allSatisfy { $0.bytes.count <= 200 })
        #expect(set.parts.allSatisfy { ConfigFile.isPartName($0.name) && $0.name.hasPrefix("hosts-") })
    }

    @Test func linesOfAMapMoveButForItsCommands() {
        let lines = (0..<40).map { "        host\($0) 10.0.0.\($0);\n" }.joined()
        let commands = "        hostnames;\n        default \"\";\n"
        let set = set("http {\n    map $host $b {\n\(commands)\(lines)    }\n}\n", limit: 600)
        let includes = set.parts.map { "        include \($0.name);\n" }.joined()
        #expect(text(set.main) == "http {\n    map $host $b {\n\(commands)\(includes)    }\n}\n")
        #expect(set.parts.map(text).joined() == lines)
        #expect(set.parts.allSatisfy { ConfigFile.isPartName($0.name) && $0.name.hasPrefix("map-") })
    }

    /// A line in the middle that must stay parts the run in two.
    @Test(arguments: ["default x;", "\"default\" x;", "hostnames;", "volatile;", "include other.conf;"])
    func commandStaysInTheMap(_ command: String) {
        let lines = (0..<20).map { "a\($0) \(Self.long);\n" }
        let set = set(
            "stream { map $a $b {\n\(lines[..<10].joined())\(command)\n\(lines[10...].joined())}}", limit: 1_000)
        #expect(text(set.main).contains("conf;\n\(command)\n"))
        #expect(set.parts.map(text).joined() == lines.joined())
    }

    /// An address of the same name, or a name that nginx takes for no command.
    @Test(arguments: ["defaults", "~default", "\\default", "*.default"])
    func otherLineMoves(_ key: String) {
        let lines = (0..<20).map { "\(key)\($0) \(Self.long);\n" }.joined()
        #expect(set("http{map $a $b {\(lines)}}", limit: 1_000).parts.map(text).joined() == lines)
    }

    @Test(arguments: [
        "upstream a { server \(long); }", "server { listen \(long); }",
        "server {\nlisten 80;\nlocation / { return \(long); }\n}",
    ])
    func statementMovesOutOfHTTPAndStreamAlone(_ statement: String) {
        let all = "\(statement)\n\(statement)\n\(statement)\n\(statement)\n"
        for context in ["http", "stream", "\"http\""] {
            #expect(set("\(context) {\n\(all)}\n", limit: 300).parts.map(text).joined() == all)
        }
        for text in ["mail {\n\(all)}\n", "http {\nserver {\n}\ntypes {\n\(all)}\n}\n", all] {
            #expect(set(text, limit: 300).parts.isEmpty)
        }
    }

    /// The line that a statement ends on goes with it; no comment hides an include line.
    @Test func commentsStayWithTheirStatements() {
        let blocks = (0..<9).map { "# before \($0) {\n\tupstream u\($0) { server x; } # of \($0) }\n" }
        let set = set("http { # of http ;\n\(blocks.joined()) # the end\n}", limit: 200)
        #expect(set.parts.map(text).joined() == blocks.joined())
        #expect(text(set.main).hasPrefix("http { # of http ;\ninclude hosts-"))
        #expect(text(set.main).hasSuffix(".conf;\n # the end\n}"))
        for part in set.parts { #expect(text(part).hasPrefix("# before ") && text(part).hasSuffix(" }\n")) }
    }

    @Test func statementsOnOneLineArePartedBetweenThem() {
        let blocks = (0..<9).map { " upstream u\($0) { server 10.0.0.\($0); }" }.joined()
        let set = set("http {\(blocks)}", limit: 120)
        #expect(set.parts.count > 2 && set.parts.map(text).joined() == blocks)
        #expect(set.parts.allSatisfy { text($0).hasSuffix("}") })
    }

    @Test func shortRunsStayWhileTheMainFileFits() {
        let map = "    map $host $b {\n        a 10.0.0.1;\n        b 10.0.0.2;\n    }\n"
        let set = set("http {\n\(map)\(servers((0..<90).map { "host\($0)" }))}\n", limit: 3_000)
        #expect(text(set.main).contains(map) && !set.parts.isEmpty)
    }

    @Test func shortRunsFollowWhereTheMainFileIsTooLong() {
        let blocks = (0..<40).map { run in
            (0..<3).map { "server { listen 80; server_name host\(run)-\($0); }\n" }.joined() + "option \(run);\n"
        }
        let text = "http {\n\(blocks.joined())}\n"
        let set = set(text, limit: 5_000)
        #expect(set.main.bytes.count <= 5_000 && !set.parts.isEmpty && set.parts.count < 30)
        #expect(set.joined == Array(text.utf8))
    }

    @Test(arguments: [0, 1, 10])
    func statementLongerThanTheLimitIsAPart(_ limit: Int) {
        let file = Array("http {\n\(servers(["a", "b", "c"]))}\n".utf8)
        let set = split(file, limit: limit)
        #expect(set.parts.count == 3)
        #expect(set.joined == file)
    }

    @Test(arguments: ["http { server {", "}", "http { server { listen 80; }; }", "http"])
    func textThatIsNoConfigurationStaysInOnePiece(_ text: String) {
        #expect(
            set(text, limit: 1) == ConfigFileSet(whole: Array(text.utf8)))
    }

    @Test func partsOfEqualStatementsHaveNamesOfTheirOwn() {
        let file = Array("http {\n\(servers([String](repeating: "same", count: 30)))}\n".utf8)
        let set = split(file, limit: 400)
        #expect(set.parts.count > 5 && Set(set.parts.map(\.name)).count == set.parts.count)
        #expect(set.joined == file)
    }

    /// Names with ever smaller hashes, one after another, would cut off one host each.
    @Test func chosenNamesMakeFewParts() {
        let hosts = (0..<5_000).map { "h\($0)" }
        let hashes = hosts.map { BLAKE2b(Array("server\0\($0)\u{0}80".utf8)).number }
        let order = hosts.indices.sorted { hashes[$0] < hashes[$1] }.prefix(500).map { hosts[$0] }
        let file = Array("http {\n\(servers(order))}\n".utf8)
        let set = split(file, limit: file.count - 1)
        #expect(set.parts.count <= 4 * 32)
        #expect(set.joined == file)
    }

    @Test(arguments: [
        ("hosts-0123abcd.conf", true), ("map-00000000.conf", true), ("hosts-0123ABCD.conf", false),
        ("hosts-0123abc.conf", false), ("hosts-0123abcde.conf", false), ("nginx.conf", false), ("map-0123abcd", false),
        ("xmap-0123abcd.conf", false), ("hosts-0123abcd.conf~", false), ("hosts-0123abc\u{e9}.conf", false),
    ])
    func namesOfPartsAreKnown(_ name: String, _ isPart: Bool) { #expect(ConfigFile.isPartName(name) == isPart) }

    @Test func configObjectIsNamedByContentWithinDockersLimit() {
        let file = ConfigFile(name: "nginx.conf", bytes: Array("abc".utf8))
        #expect(file.objectName == "com.docker.interlock.proxy.cf4ab791c62b8d2b2109c90275287816")
        #expect(file.objectName.utf8.count <= 64)
    }
}

extension ConfigFileSet {
    /// The file that comes of putting the parts back where they are included.
    var joined: [UInt8] {
        including(Dictionary(uniqueKeysWithValues: parts.map { ($0.name, $0.bytes) }), in: main.bytes)
    }
}
