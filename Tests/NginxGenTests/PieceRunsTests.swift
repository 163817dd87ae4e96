import Foundation
import RouteModel
import Synchronization
import Testing

@testable import nginxgen

/// Runs are of tasks that are there already, each of the parts in which the first thread has not come to them.
@Suite(.enabled(if: hasSecondProcessor, "the machine has one processor"))
struct PieceRunsTests {
    /// Tasks on lines of 1 KiB each, so that every piece begins with one.
    private static func tasks(_ count: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for number in 0..<count {
            let task = #"{"ID":"t\#(number)","ServiceID":"s","Status":{"State":"running"},"DesiredState":"running"}"#
            bytes += task.utf8 + Array(repeating: UInt8(ascii: " "), count: 1_022 - task.utf8.count) + ",\n".utf8
        }
        return bytes
    }

    /// A pipe through which `text` comes.
    private static func pipe(with text: [UInt8]) throws -> InputFile {
        let pipe = Pipe()
        let file = try InputFile("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
        Thread {
            pipe.fileHandleForWriting.write(Data(text))
            try? pipe.fileHandleForWriting.close()
        }.start()
        return file
    }

    /// Shows `body` the runs in `count` pieces of tasks, all of which have been read, and the first `told` told of.
    private func read(
        _ count: Int, told: Int = .max, telling tell: @escaping @Sendable (Int) -> Void = { _ in },
        _ body: (PieceRuns) throws -> Void
    ) throws {
        let file = try Self.pipe(with: Self.tasks(count * PieceRing.pieceSize / 1_024))
        let ring = PieceRing(file.reading, for: .snapshot)
        let runs = PieceRuns(of: ring, telling: tell)
        for piece in 0..<count {
            ring.fill(piece)
            if piece < told { runs.add(piece: piece) }
        }
        try body(runs)
    }

    /// Waits until the other processor has done what it was asked to do, and what it asked itself to do then.
    private func waitForTheOther() {
        for _ in 0..<8 {
            let done = Semaphore(0)
            OtherProcessor.shared.add { done.signal() }
            done.wait()
        }
    }

    @Test func nothingIsReadBeforeTasksCome() throws {
        try read(9) { runs in
            waitForTheOther()
            // To ask for a run says that tasks come; by then the next part has been passed too.
            runs.pass(piece: 4)
            #expect(runs.take(0) == nil && runs.take(1) == nil)
        }
    }

    @Test func everyPartThatIsThereIsReadOnce() throws {
        try read(9) { runs in
            let starts = Array(runs.starts.prefix(4))
            #expect(runs.take(0) == nil)
            waitForTheOther()
            let found = (1...3).map { runs.take($0) }
            // The last part would need a piece behind it, for the rest of its last task.
            #expect(found.map { $0?.start } == [starts[1] + 1_024, starts[2] + 1_024, nil])
            // A run goes on to where the next one begins: `,` and the line's end are between.
            #expect(found[0].map { $0.end + 1_024 - $0.end % 1_024 } == found[1]?.start)
            #expect((0...3).allSatisfy { runs.take($0) == nil })
        }
    }

    @Test func nothingIsReadBehindTheLastTask() throws {
        try read(9, told: 3) { runs in
            #expect(runs.take(0) == nil)
            runs.finish()
            for piece in 3..<9 { runs.add(piece: piece) }
            waitForTheOther()
            // To ask for a run says that tasks come; by then there is no part left that could be begun.
            runs.pass(piece: 6)
            #expect(runs.take(2)?.start == nil)
        }
    }

    /// Whoever comes to a part gets all of its run, or nothing reads there any more.
    @Test func partThatIsComeToIsReadOrLeft() throws {
        for _ in 0..<100 {
            try read(9) { runs in
                #expect(runs.take(0) == nil)
                for index in 1...2 {
                    let run = runs.take(index)
                    let start = Array(runs.starts.prefix(3))[index]
                    #expect(run.map { $0.start == start + 1_024 && $0.end > start + 262_144 } ?? true)
                }
            }
        }
    }

    /// What is being read is not written over, and its run is waited for.
    @Test(arguments: [false, true])
    func partThatIsBeingReadIsWaitedFor(_ isTaken: Bool) throws {
        let (begun, mayGoOn, done) = (Semaphore(0), Semaphore(0), Semaphore(0))
        let tell: @Sendable (Int) -> Void = { _ in
            begun.signal()
            mayGoOn.wait()
        }
        try read(9, telling: tell) { runs in
            #expect(runs.take(0) == nil)
            begun.wait()
            let isDone = Mutex(false)
            let found = Mutex(false)
            Thread {
                // The last part, of the pieces 6 and 7.
                if isTaken { found.withLock { $0 = runs.take(2) != nil } } else { runs.pass(piece: 6) }
                isDone.withLock { $0 = true }
                done.signal()
            }.start()
            usleep(50_000)
            #expect(!isDone.withLock { $0 })
            mayGoOn.signal()
            done.wait()
            #expect(found.withLock { $0 } == isTaken)
        }
    }

    @Test func readerGoesOnOnlyBehindWhatItHasGivenOut() throws {
        let text = Self.tasks(3_000)
        let file = try Self.pipe(with: text)
        let reader = PieceReader(file.reading, for: .snapshot)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
        defer { buffer.deallocate() }
        #expect(try reader.read(into: buffer).get() == buffer.count)
        #expect(!reader.goOn(at: buffer.count - 1))
        for offset in [buffer.count, 1 << 20, 2_000_003, text.count - 5] {
            #expect(reader.goOn(at: offset))
            let next = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(5))
            #expect(try reader.read(into: next).get() == 5 && next.elementsEqual(text[offset..<offset + 5]))
            #expect(reader.goOn(at: offset + 5))
        }
    }
}
