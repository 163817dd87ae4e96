/// Fills the buffer it is given and returns how many bytes it wrote: at least one, or 0 at the end of the input.
/// At the end it may be asked again, and after an error it is not.
public typealias ByteSource = (UnsafeMutableRawBufferPointer) -> Result<Int, SnapshotError>

/// The part of the input that is in memory: a small buffer that is refilled again and again.
///
/// Whole snapshots run to 141 MB of which 4 % are needed. A window that stays in the processor's cache takes
/// about half the time of reading the input first, and its peak memory does not grow with the input.
/// Behind the last byte stand 16 zeros, so that a scan that stops at control bytes needs no other bound.
struct JSONWindow: ~Copyable {
    /// How many bytes a kept text may have: more than a Swarm's largest object, whose limit is 1.5 MB.
    static let longestText = 4 << 20
    private static let padding = 16

    private let source: ByteSource
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// One past the last byte that was read.
    private(set) var limit: UnsafePointer<UInt8>
    /// How many bytes of the input came before the buffer's first.
    private var offsetOfBuffer: Int

    /// Starts empty: the first `refill` reads the source's first bytes, which stand at `offset` of the input.
    init(of source: @escaping ByteSource, at offset: Int, capacity: Int) {
        self.source = source
        offsetOfBuffer = offset
        self.capacity = capacity
        buffer = .allocate(capacity: capacity + Self.padding)
        buffer.update(repeating: 0, count: Self.padding)
        limit = UnsafePointer(buffer)
    }

    deinit { buffer.deallocate() }

    /// Where the first byte of the window is.
    var start: UnsafePointer<UInt8> { UnsafePointer(buffer) }

    /// The distance of `place`, a place in this window, from the start of the input.
    func offset(of place: UnsafePointer<UInt8>) -> Int { offsetOfBuffer + (place - start) }

    /// Reads on, keeping the bytes from `mark` on: they move to the front of the window, which grows if they fill it.
    /// Returns whether there was more, or throws what the source threw. No place in the window holds afterwards.
    mutating func refill(keepingFrom mark: UnsafePointer<UInt8>) throws(SnapshotError) -> Bool {
        let kept = limit - mark
        offsetOfBuffer += mark - start
        if kept == capacity { grow(keeping: mark) } else { buffer.update(from: mark, count: kept) }
        let room = UnsafeMutableRawBufferPointer(start: buffer + kept, count: capacity - kept)
        let count = try source(room).get()
        precondition(0...room.count ~= count, "a source wrote \(count) bytes where there was room for \(room.count)")
        (buffer + kept + count).update(repeating: 0, count: Self.padding)
        limit = start + kept + count
        return count > 0
    }

    /// Empties the window: the source goes on at `offset` of the input. No place in the window holds afterwards.
    mutating func jump(to offset: Int) {
        buffer.update(repeating: 0, count: Self.padding)
        limit = start
        offsetOfBuffer = offset
    }

    private mutating func grow(keeping mark: UnsafePointer<UInt8>) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + Self.padding)
        larger.update(from: mark, count: capacity)
        buffer.deallocate()
        buffer = larger
        capacity *= 2
    }
}
