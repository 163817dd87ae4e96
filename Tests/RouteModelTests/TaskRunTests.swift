import Testing

@testable import RouteModel

/// Tasks that are read before their turn change nothing, wherever reading them begins.
struct TaskRunTests {
    private static let tasks = (1...5).map { number in
        #"""
        {"ID":"t\#(number)","ServiceID":"s\#(number % 2)","NodeID":"node\#(number)","Status":{"State":"running",
        "PortStatus":{"Ports":[{"TargetPort":80,"PublishedPort":\#(number),"PublishMode":"host"}]}},
        "DesiredState":"running","NetworksAttachments":[{"Network":{"ID":"n\#(number % 3)","Spec":
        {"Name":"net\#(number)","Labels":{}}},"Addresses":["10.0.0.\#(number)/24"]},{"Network":{"ID":"n9"}}]}
        """#
    }
    /// Services and secrets look like tasks to whoever begins among them.
    private static let document = Array(
        #"""
        {"services":[{"ID":"s0","Spec":{"Name":"a","Labels":{"com.docker.lb.hosts":"a.example"}}},{"ID":"s1"}],
        "networks":[{"Id":"n1","Name":"listed"}],
        "tasks":[\#(tasks.joined(separator: ",\n"))],"secrets":[{"ID":"x"},{"ID":"y"},{"ID":"z"}]}
        """#.utf8)

    /// Reads `document` while the parts of it from `starts` on are read ahead; counts the runs that were taken.
    private func read(
        _ document: [UInt8], from starts: [Int], taken: inout Int
    ) throws(SnapshotError) -> Snapshot {
        var offset = 0
        func rest(_ buffer: UnsafeMutableRawBufferPointer) -> Result<Int, SnapshotError> {
            let count = min(buffer.count, 300, document.count - offset)
            buffer.copyBytes(from: document[offset..<offset + count])
            offset += count
            return .success(count)
        }
        let ends = starts.dropFirst() + [.max]
        let runs = zip(starts, ends).map { start, end in
            readTasks(from: source(of: Array(document[start...]), inPiecesOf: 7), at: start, before: end)
        }
        var takings = 0
        defer { taken += takings }
        let ahead = ReadAhead(from: starts, run: { runs[$0] }) { end in
            offset = end
            takings += 1
            return true
        }
        return try readSnapshot(from: rest, ahead: ahead)
    }

    private func result(_ read: () throws(SnapshotError) -> Snapshot) -> Result<[AnyHashable], SnapshotError> {
        Result { () throws(SnapshotError) in try read().kept }
    }

    @Test func everyMiddleReadsTheSame() throws {
        let whole = try readSnapshot(Self.document)
        #expect(whole.tasks.count == 5)
        #expect(whole.network("n1")?.name == "listed")
        var taken = 0
        for middle in Self.document.indices {
            #expect(try read(Self.document, from: [middle], taken: &taken).kept == whole.kept)
        }
        // All that begin behind the first task's own beginning and before that of the last.
        #expect(taken > Self.document.count / 2)
    }

    @Test(arguments: [1, 2, 7, 40, 150, 400])
    func partsOfEverySizeReadTheSame(_ size: Int) throws {
        let whole = try readSnapshot(Self.document)
        let starts = Array(stride(from: size, to: Self.document.count, by: size))
        var taken = 0
        #expect(try read(Self.document, from: starts, taken: &taken).kept == whole.kept)
        // A run ends where that of the next part begins: all tasks are taken but those before the first part.
        #expect(taken > 1)
    }

    @Test func partsWithoutARunAreReadFromTheFront() throws {
        let whole = try readSnapshot(Self.document)
        let starts = Array(stride(from: 100, to: Self.document.count, by: 100))
        for missing in starts.indices {
            var asked: [Int] = []
            var ends = 0
            let ahead = ReadAhead(from: starts) { part in
                asked.append(part)
                return nil
            } goOn: { _ in
                false
            } finish: {
                ends += 1
            }
            let front = try readSnapshot(from: source(of: Self.document, inPiecesOf: 90 + missing), ahead: ahead)
            #expect(front.kept == whole.kept)
            #expect(asked == Array(asked.indices) && ends == 1)
        }
    }

    @Test(arguments: Array("\"\\[]{}:,0n ".utf8) + [0x0A, 0x00, 0x80, 0xC3])
    func everyDamagedByteIsReadOrRefusedTheSame(_ damage: UInt8) {
        var taken = 0
        for place in stride(from: 0, to: Self.document.count, by: 3) {
            var document = Self.document
            document[place] = damage
            let whole = result { () throws(SnapshotError) in try readSnapshot(document) }
            for middle in [place / 2, max(0, place - 200), document.count / 2] {
                let parts = result { () throws(SnapshotError) in try read(document, from: [middle], taken: &taken) }
                #expect(parts == whole)
            }
        }
    }

    /// A second `Name` in a network that is known already is passed over: what is read ahead must not be stricter.
    @Test func whatOnlyTheFrontKnowsIsLeftToIt() throws {
        let document = Array(
            #"""
            {"services":[],"tasks":[{"ID":"t","NetworksAttachments":[{"Network":{"ID":"n","Spec":{"Name":"a"}}}]},
            {"ID":"u"},{"ID":"v","NetworksAttachments":[{"Network":{"ID":"n","Spec":{"Name":"a","Name":"a"}}}]}]}
            """#.utf8)
        let whole = try readSnapshot(document)
        var taken = 0
        for middle in document.indices { #expect(try read(document, from: [middle], taken: &taken).kept == whole.kept) }
        #expect(taken > 0)
    }

    @Test func thereMayBeNoTask() {
        for text in ["", "}", "},", "{\"ID\"", "[{},{\"Id\":1}]", "},{\"ID\"", "},{\"ID\":}"] {
            #expect(readTasks(from: source(of: Array(text.utf8)), at: 9)?.end == nil)
        }
        let run = readTasks(from: source(of: Array("x } , { \"ID\" : 1 } ]".utf8)), at: 100)
        #expect(run?.start == 106)
        #expect(run?.end == 118)
    }
}
