/// Tasks that stand one behind the other in a snapshot, read before their turn.
///
/// Tasks are 72 % of a snapshot's bytes, so that whoever begins in the middle of a file nearly always begins among them.
/// What stands there is a guess, though. Whoever reads from the front takes a run only where a task is to begin,
/// at exactly the run's first byte; else it reads that byte and the rest itself. So nothing depends on whether there was
/// a run, neither what is read nor what is refused.
public struct TaskRun: Sendable {
    /// The bytes of the input before the first task.
    public let start: Int
    /// The bytes of the input up to the last task's last one.
    public var end: Int { stop.offset }

    /// Where the last task ends.
    fileprivate let stop: ScannerStop
    /// The tasks, the networks that their attachments tell of, and the numbers of the IDs in both.
    fileprivate var snapshot: Snapshot
}

/// Runs of tasks that are read while the snapshot is read from the front.
public struct ReadAhead {
    private let run: (_ part: Int) -> TaskRun?
    private let goOn: (_ offset: Int) -> Bool
    /// Says that the last task has been read.
    let finish: () -> Void
    /// Where the parts of the input begin in which a run may begin, from `nextStart` on.
    private var starts: any IteratorProtocol<Int>
    private var nextStart: Int?
    /// The first part whose run has not been asked for.
    private var next = 0
    /// A run that begins further on.
    private var waiting: TaskRun?

    /// Of runs that begin in the parts of the input from `starts` on, which ascend.
    ///
    /// - Parameter run: hands over the run of a part, after waiting for it; `nil` if there is none. It is asked once for
    ///   a part, in their order, when the snapshot has been read up to there and tasks come next.
    /// - Parameter goOn: sees to it that the source goes on at an offset of the input; `false` if that cannot be.
    /// - Parameter finish: is told that no more tasks come.
    public init(
        from starts: some Sequence<Int>, run: @escaping (_ part: Int) -> TaskRun?,
        goOn: @escaping (_ offset: Int) -> Bool, finish: @escaping () -> Void = {}
    ) {
        var starts = starts.makeIterator()
        nextStart = starts.next()
        self.starts = starts
        self.run = run
        self.goOn = goOn
        self.finish = finish
    }

    /// The bytes of the input before which no run begins; `nil`: none is left.
    var start: Int? { waiting?.start ?? nextStart }

    /// The run that begins exactly at `offset` of the input, if there is one; then the source goes on at its end.
    mutating func take(at offset: Int) -> TaskRun? {
        while waiting?.start != offset, let start = nextStart, start <= offset {
            waiting = run(next)
            next += 1
            nextStart = starts.next()
        }
        guard let run = waiting, run.start <= offset else { return nil }
        waiting = nil
        return run.start == offset && goOn(run.end) ? run : nil
    }
}

/// Reads the tasks from the first that seems to begin at `offset` of the input or behind it, where `source` starts.
/// Ends before the first thing that is none, or is wrong, or where one ends behind `end`. `nil`: there is no task.
public func readTasks(from source: @escaping ByteSource, at offset: Int, before end: Int = .max) -> TaskRun? {
    var scanner = JSONScanner(of: source, at: offset)
    var reader = SnapshotReader()
    scanner.standInArray()
    guard (try? scanner.findElement()) == true else { return nil }
    let start = scanner.stop.offset
    guard let stop = reader.readRun(&scanner, before: end) else { return nil }
    return TaskRun(start: start, stop: stop, snapshot: reader.snapshot)
}

extension SnapshotReader {
    /// Reads the array of tasks, parts of it by taking what was read ahead.
    mutating func readTasks(_ scanner: inout JSONScanner) throws(SnapshotError) {
        try scanner.elements { (scanner) throws(SnapshotError) in
            guard let start = ahead?.start, try scanner.comes(to: start), var run = ahead?.take(at: scanner.stop.offset)
            else { return keep(try recallOrReadTask(&scanner)) }
            scanner.jump(to: run.stop)
            add(&run.snapshot)
        }
        ahead?.finish()
    }

    /// Adds what was read ahead as though it had been read now, and leaves it without its tasks.
    private mutating func add(_ run: inout Snapshot) {
        let numbers = snapshot.identifiers.identifiers(of: run.identifiers)
        // Where they are: a copy of each would cost memory when it is needed most.
        for index in run.tasks.indices { run.tasks[index].renumber(by: numbers) }
        snapshot.tasks += run.tasks
        run.tasks = []
        for (id, network) in run.networks {
            let id = numbers[Int(id.index)]
            // The first attachment tells of a network, and the list more than any.
            guard !known.contains(id) else { continue }
            snapshot.networks[id] = network
            known.insert(id)
        }
    }

    /// Reads tasks up to what is none, or one that ends behind `end`; returns where the last one ends, `nil` if there is
    /// none.
    fileprivate mutating func readRun(_ scanner: inout JSONScanner, before end: Int) -> ScannerStop? {
        var stop: ScannerStop?
        do throws(SnapshotError) {
            repeat {
                keep(try readTask(&scanner))
                let last = scanner.stop
                stop = last
                if last.offset > end { break }
            } while try scanner.passesComma()
        } catch {
            // What is wrong here is told by whoever reads from the front, unless it is no task at all.
        }
        return stop
    }
}

extension JSONScanner {
    /// Whether the value that comes next begins at `offset` of the input or behind it.
    fileprivate mutating func comes(to offset: Int) throws(SnapshotError) -> Bool {
        _ = try peek()
        return stop.offset >= offset
    }

    /// Steps over a comma, if it comes next, and to what follows it.
    fileprivate mutating func passesComma() throws(SnapshotError) -> Bool {
        guard try peek() == UInt8(ascii: ",") else { return false }
        place += 1
        _ = try peek()
        return true
    }

    /// Is from now on where the elements of an array stand that is a member of the document.
    fileprivate mutating func standInArray() {
        depth = 2
        (isObject[1], isObject[2]) = (true, false)
    }

    /// Goes to the first object that seems to be an element of an array and to begin with the member `ID`, as those of
    /// the Engine do: to the brace of `},{"ID"`, whatever blanks are between. `false`: there is none nearby.
    fileprivate mutating func findElement() throws(SnapshotError) -> Bool {
        let sign = Array("},{\"ID\"".utf8)
        let bytes = try prefix(64 << 10)
        var passed = 0
        var brace = 0
        for index in bytes.indices where !Self.isBlank(bytes[index]) {
            if bytes[index] == sign[passed] { passed += 1 } else { passed = bytes[index] == sign[0] ? 1 : 0 }
            if passed == 3 { brace = index }
            if passed == sign.count {
                place += brace
                return true
            }
        }
        return false
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
