import Foundation
import Testing

@testable import nginxgen

/// A file in pieces is the file, however it comes and whoever reads ahead.
struct PieceReaderTests {
    private static let pieceSize = 128 << 10

    /// Lines of all lengths up to a few pieces.
    private static func text(_ count: Int) -> [UInt8] {
        var bytes = (0..<count).map { UInt8(ascii: "a") + UInt8($0 % 23) }
        var end = 0
        var length = 1
        while end < count {
            bytes[end] = UInt8(ascii: "\n")
            end += length
            length = length * 3 % 400_009
        }
        return bytes
    }

    /// Shows `body` a reader of a pipe into which `text` is written bit by bit.
    private func read(
        _ text: [UInt8], for use: PieceRing.Use = .lines, _ body: (PieceReader) throws -> Void
    ) throws {
        let pipe = Pipe()
        let file = try InputFile("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)")
        let writer = pipe.fileHandleForWriting
        Thread {
            for start in stride(from: 0, to: text.count, by: 50_021) {
                writer.write(Data(text[start..<min(start + 50_021, text.count)]))
            }
            try? writer.close()
        }.start()
        try body(PieceReader(file.reading, for: use))
    }

    /// A few more than the ring holds, and what lies around the borders of a piece.
    private static let counts = [0, 1, 2, pieceSize - 1, pieceSize, pieceSize + 1, 4 * pieceSize + 1, 2_000_003]

    @Test(arguments: counts)
    func piecesTogetherAreTheFile(_ count: Int) throws {
        let text = Self.text(count)
        try read(text) { reader in
            var found: [UInt8] = []
            while true {
                let piece = try reader.next().get()
                if piece.bytes.isEmpty { break }
                #expect(piece.lineEnd == piece.bytes.firstIndex(of: UInt8(ascii: "\n")))
                found += piece.bytes
            }
            #expect(found == text)
            #expect(try reader.next().get().bytes.isEmpty, "the end stays the end")
        }
    }

    @Test(arguments: counts, [1_000, 65_536, 300_000])
    func buffersAreFilledWithTheFile(_ count: Int, _ size: Int) throws {
        let text = Self.text(count)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
        defer { buffer.deallocate() }
        try read(text) { reader in
            var found: [UInt8] = []
            while true {
                let count = try reader.read(into: buffer).get()
                if count == 0 { break }
                found += buffer[..<count]
            }
            #expect(found == text)
        }
    }

    /// Of a snapshot all pieces but the last are whole, however the bytes come.
    @Test(arguments: counts)
    func piecesOfASnapshotAreWhole(_ count: Int) throws {
        let text = Self.text(count)
        try read(text, for: .snapshot) { reader in
            var found: [UInt8] = []
            while true {
                let piece = try reader.next().get()
                if piece.bytes.isEmpty { break }
                #expect(piece.bytes.count == min(Self.pieceSize, count - found.count) && piece.lineEnd == nil)
                found += piece.bytes
            }
            #expect(found == text)
        }
    }

    @Test func whatIsLeftOfAPieceKnowsItsLine() {
        let text = Array("ab\n\ncd".utf8)
        text.withUnsafeBytes { bytes in
            let piece = Piece(bytes: bytes, lineEnd: Piece.lineEnd(in: bytes))
            #expect((0...6).map { piece.dropping($0).lineEnd } == [2, 1, 0, 0, nil, nil, nil])
            #expect((0...5).map { piece.dropping(1).dropping($0).lineEnd } == [1, 0, 0, nil, nil, nil])
        }
        #expect(Piece.empty.dropping(0).lineEnd == nil)
    }

    /// What sets and gets how many bytes a pipe may hold; Glibc has no constants for them in Swift.
    private static let (setSize, getSize) = (Int32(1_031), Int32(1_032))

    /// Whether Linux lets this user have a pipe of a megabyte.
    private static let isMegabyteAllowed: Bool = {
        let limit = (try? String(contentsOfFile: "/proc/sys/fs/pipe-max-size", encoding: .utf8)) ?? ""
        return (Int(limit.prefix { $0.isNumber }) ?? 0) >= 1 << 20
    }()

    /// However much it held before.
    @Test(.enabled(if: isMegabyteAllowed), arguments: [(4_096, 1 << 20), (65_536, 1 << 20), (1 << 20, 1 << 20)])
    func pipeHoldsAMegabyte(_ before: Int, _ after: Int) throws {
        let pipe = Pipe()
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        try #require(fcntl(descriptor, Self.setSize, Int32(before)) == Int32(before))
        let reader = PieceReader(try InputFile("/dev/fd/\(descriptor)").reading)
        #expect(fcntl(descriptor, Self.getSize) == Int32(after))
        try pipe.fileHandleForWriting.close()
        #expect(try reader.next().get().bytes.isEmpty)
    }

    @Test func fileThatCannotBeReadIsNamed() throws {
        guard case .failure(let failure) = PieceReader(try InputFile(".").reading).next() else {
            Issue.record("a folder was read")
            return
        }
        #expect(failure.message == "cannot read .: Is a directory")
    }
}
