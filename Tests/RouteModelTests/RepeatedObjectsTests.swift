import Testing

@testable import RouteModel

/// Objects that come again are stepped over, and nothing else is changed by that.
struct RepeatedObjectsTests {
    private static let container =
        #"{"Image":"registry.example/web:1.2@sha256:\#(String(repeating: "0f", count: 32))","Args":["-a",true,null,-1],"#
        + #""Env":["A=\"{}[],\"","B=\u00e9é","C=\#(String(repeating: "c", count: 200))"]}"#
    private static let spec = #"{"ContainerSpec":\#(container),"Resources":{"Limits":[]},"ForceUpdate":0}"#
    private static let network =
        #"{"ID":"8qnr5h81mnta870fugdwe2l37","Version":{"Index":1},"Spec":{"Name":"net","Scope":"swarm"},"#
        + #""DriverState":{"Name":"overlay"},"IPAMOptions":{"Configs":[{"Subnet":"10.1.0.0/24"}]}}"#

    /// A task that is on one line, as all that is told by its bytes must be.
    private static func task(_ number: Int, _ spec: String = spec, _ network: String = network) -> String {
        #"{"ID":"t\#(number)","Spec":\#(spec),"ServiceID":"s","NodeID":"n\#(number)","Status":{"State":"running"},"#
            + #""DesiredState":"running","NetworksAttachments":[{"Network":\#(network),"#
            + #""Addresses":["10.1.0.\#(number + 2)/24"]}]}"#
    }

    private static func document(_ tasks: [String]) -> [UInt8] {
        let service = #"{"ID":"s","Spec":{"Name":"web","Labels":{"com.docker.lb.hosts":"a.example"}}}"#
        return Array("{\"services\":[\(service)],\"tasks\":[\n\(tasks.joined(separator: ",\n"))\n]}".utf8)
    }

    /// `text` as an object that is not known, of the same length.
    private static func other(_ text: String) -> String {
        String(decoding: text.utf8.enumerated().map { $0.offset == 3 ? UInt8(ascii: "x") : $0.element }, as: UTF8.self)
    }

    /// What was kept, or why nothing was.
    private func result(_ document: [UInt8], window: Int = 256 << 10, piece: Int = .max) -> Result<
        [AnyHashable], SnapshotError
    > {
        Result { () throws(SnapshotError) in try snapshot(from: document, window: window, inPiecesOf: piece).kept }
    }

    // MARK: What is known

    /// Of the objects in an array: how often one that comes was known.
    private func recalls(_ objects: [String], toldBy count: Int, window: Int = 256 << 10) throws -> Int {
        var scanner = JSONScanner(of: source(of: Array("[\(objects.joined(separator: ","))]".utf8)), window: window)
        var known = RepeatedObjects<Int>(toldBy: count)
        var recalls = 0
        var number = 0
        try scanner.elements { (scanner) throws(SnapshotError) in
            defer { number += 1 }
            guard let beginning = try known.beginning(at: &scanner) else { return try scanner.skipValue() }
            if let (first, count) = known.recall(beginning, at: scanner) {
                #expect(objects[first] == objects[number])
                #expect(count == objects[number].utf8.count)
                recalls += 1
            }
            try scanner.skipValue()
            known.keep(number, from: beginning, to: scanner)
        }
        return recalls
    }

    @Test func equalBytesAreKnown() throws {
        #expect(try recalls([Self.network, Self.network, Self.network], toldBy: 40) == 2)
        #expect(try recalls([Self.spec, Self.spec], toldBy: 256) == 1)
    }

    /// What has the same beginning takes the place of what was there, and is told apart by the rest.
    @Test func equalBeginningsAreNotEnough() throws {
        let specs = (0..<5).map { Self.spec.replacing("\"ForceUpdate\":0", with: "\"ForceUpdate\":\($0)") }
        #expect(try recalls(specs + specs, toldBy: 256) == 0)
        #expect(try recalls(specs + specs.suffix(1), toldBy: 256) == 1)
        #expect(try recalls([Self.spec.dropLast() + ",\"a\":1}", Self.spec], toldBy: 256) == 0)
    }

    @Test func whatCannotBeToldByItsBytesIsNotKnown() throws {
        let lines = Self.spec.replacing(",\"Resources\"", with: ",\n\"Resources\"")
        #expect(try recalls([lines, lines, lines], toldBy: 256) == 0)
        let long = "{\"a\":\"\(String(repeating: "a", count: FingerprintKey.ofProcess.capacity))\"}"
        #expect(try recalls([long, long, long], toldBy: 256) == 0)
        #expect(try recalls(["[\(Self.spec)]", "[\(Self.spec)]", "\"a\"", "\"a\""], toldBy: 2) == 0)
        #expect(try recalls(["{}", "{}", "{}"], toldBy: 40) == 0)
    }

    /// Only objects that are in the window as a whole, and none of them wrongly.
    @Test(arguments: [16, 100, 300, 600, 1_000, 1_500, 4_000])
    func windowsEndAnywhere(_ window: Int) throws {
        let recalls = try recalls([String](repeating: Self.spec, count: 100), toldBy: 256, window: window)
        #expect(window < 600 ? recalls == 0 : recalls > 0)
    }

    @Test func manyObjectsAreKnownAtOnce() throws {
        let objects = (0..<2_000).map { "{\"ID\":\"\($0)\",\"a\":\"\(String(repeating: "a", count: $0 % 50))\"}" }
        #expect(try recalls(objects + objects, toldBy: 12) > 400)
        #expect(try recalls(objects + objects.reversed() + objects, toldBy: 12) > 1_000)
    }

    /// All with the same beginning: each costs what it did, and one comparison.
    @Test(.timeLimit(.minutes(1)))
    func manyObjectsWithOneBeginningAreReadInTime() throws {
        let objects = (0..<100_000).map { "{\"a\":\"\(String(repeating: "a", count: 60))\",\"b\":\($0)}" }
        #expect(try recalls(objects, toldBy: 40) == 0)
    }

    // MARK: What is read

    @Test func repeatedObjectsAreReadAsOthersAre() throws {
        let same = Self.document((0..<9).map { Self.task($0) })
        let different = Self.document(
            (0..<9).map { number in
                let network = Self.network.replacing("\"Index\":1", with: "\"Index\":\(number)")
                return Self.task(number, Self.spec.replacing("-1", with: "-\(number)"), network)
            })
        let read = try readSnapshot(same)
        #expect(read.places == (0..<9).map { "s@8qnr5h81mnta870fugdwe2l37 10.1.0.\($0 + 2)" })
        #expect(read.kept == (try readSnapshot(different).kept))
        for window in [16, 64, 300, 500, 700, 1_000, 1_300, 2_000, 3_000] {
            for piece in [7, 100, 999, .max] {
                #expect(result(same, window: window, piece: piece) == .success(read.kept))
            }
        }
    }

    @Test func theMiddleReadsTheSame() throws {
        let document = Self.document((0..<9).map { Self.task($0) })
        for middle in stride(from: 300, to: document.count, by: 97) {
            var offset = 0
            let run = readTasks(from: source(of: Array(document[middle...])), at: middle)
            let ahead = ReadAhead(from: [middle], run: { _ in run }) { end in
                offset = end
                return true
            }
            let parts = try readSnapshot(
                from: { buffer in
                    let count = min(buffer.count, 300, document.count - offset)
                    buffer.copyBytes(from: document[offset..<offset + count])
                    offset += count
                    return .success(count)
                }, ahead: ahead)
            #expect(parts.kept == (try readSnapshot(document).kept))
        }
    }

    /// A byte is changed in a task like the one before: refused, or read, as behind one that is unlike it.
    @Test(arguments: Array("\"\\{}[]:,x0\n".utf8) + [0x00, 0x80])
    func oneDamagedByteIsFound(_ damage: UInt8) {
        let same = Self.document([Self.task(0), Self.task(1), Self.task(2)])
        let different = Self.document([
            Self.task(0, Self.other(Self.spec), Self.other(Self.network)),
            Self.task(1, Self.other(Self.spec), Self.other(Self.network)), Self.task(2),
        ])
        #expect(same.count == different.count)
        let last = same.count - Self.task(2).utf8.count
        for place in last..<same.count {
            var (one, two) = (same, different)
            (one[place], two[place]) = (damage, damage)
            #expect(refusal(of: one) == refusal(of: two))
        }
        for count in last..<same.count {
            #expect(refusal(of: Array(same[..<count])) == refusal(of: Array(different[..<count])))
        }
    }

    /// A known object ends where it ended, and what follows is looked at.
    @Test(arguments: ["}", "]", "x", " x", "{}", "\"\"", ",", ",}", ":1", "\u{0}"])
    func whatFollowsIsChecked(_ text: String) {
        #expect(refusal(of: Self.document([Self.task(0), Self.task(1, Self.spec + text)])) != "none")
        #expect(refusal(of: Self.document([Self.task(0), Self.task(1, Self.spec, Self.network + text)])) != "none")
    }

    @Test func tasksMayHaveTwoSpecifications() throws {
        let twice = Self.spec + ",\"Spec\":" + Self.spec
        #expect(try readSnapshot(Self.document([Self.task(0, twice), Self.task(1, twice)])).tasks.count == 2)
        let once = String(Self.network.dropLast() + ",\"ID\":\"n\"}")
        #expect(
            refusal(of: Self.document([Self.task(0), Self.task(1, Self.spec, once)])).contains("\"ID\" is given twice"))
    }

    @Test func whatIsNestedTooDeeplyIsRefusedEachTime() {
        func nested(_ depth: Int) -> String {
            #"{"a":"\#(String(repeating: "a", count: 250))","b":"#
                + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + "}"
        }
        let deepest = 512 - 4
        #expect(refusal(of: Self.document((0..<4).map { Self.task($0, nested(deepest)) })) == "none")
        #expect(
            refusal(of: Self.document([Self.task(0, nested(deepest)), Self.task(1, nested(deepest + 1))])).contains(
                "deep"))
        func attached(_ depth: Int) -> String { Self.network.dropLast() + ",\"x\":" + nested(depth) + "}" }
        #expect(refusal(of: Self.document((0..<4).map { Self.task($0, Self.spec, attached(512 - 7)) })) == "none")
        #expect(refusal(of: Self.document([Self.task(0, Self.spec, attached(512 - 6))])).contains("deep"))
    }

    // MARK: Networks

    /// A network without a name is told of by another attachment, or by the list.
    @Test func whatIsNotKnownIsReadAgain() throws {
        let nameless = Self.network.replacing("\"Name\":\"net\"", with: "\"Nome\":\"net\"")
        let tasks = [nameless, nameless, Self.network, nameless, Self.network].enumerated().map {
            Self.task($0.offset, Self.spec, $0.element)
        }
        let read = try readSnapshot(Self.document(tasks))
        #expect(read.network("8qnr5h81mnta870fugdwe2l37")?.name == "net")
        #expect(read.places.count == 5)
        let none = try readSnapshot(
            Self.document([Self.task(0, Self.spec, nameless), Self.task(1, Self.spec, nameless)]))
        #expect(none.networks.isEmpty)
        #expect(none.places.count == 2)
    }

    /// Escapes are undone in the window, so that such a network is read each time.
    @Test func escapesInANetworkAreUndoneEachTime() throws {
        let escaped = Self.network.replacing("\"net\"", with: "\"n\\u0065t\"").replacing("8qnr", with: "8\\u0071nr")
        let read = try readSnapshot(Self.document((0..<3).map { Self.task($0, Self.spec, escaped) }))
        #expect(read.network("8qnr5h81mnta870fugdwe2l37")?.name == "net")
        #expect(read.kept == (try readSnapshot(Self.document((0..<3).map { Self.task($0) })).kept))
    }
}
