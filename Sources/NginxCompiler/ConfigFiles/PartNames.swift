/// The names of the parts of one file.
///
/// A name comes from the place of the run and the key of the statement that the part was cut at, so that it stays while
/// the part is cut there, whatever stands in it. The first part of a run begins at no cut: its name comes from what kind
/// of statement it begins with.
struct PartNames {
    private var taken: Set<String> = []

    /// A new name for some statements of a run of `file`.
    mutating func add(_ piece: Range<Int>, of run: StatementRun, in file: [UInt8]) -> String {
        let first = run.statements[piece.lowerBound]
        let beginning = piece.lowerBound == 0 ? Array(first.kind.rawValue.utf8) : first.key(in: file)
        var source = Array((run.place + [beginning]).joined(separator: [0]))
        // With 32 bits names can be made to meet; the later one is hashed on.
        while true {
            let digits = BLAKE2b(source).hexadecimal.utf8.prefix(PartKind.digits)
            let name = Self.name(String(decoding: digits, as: UTF8.self), of: run)
            if taken.insert(name).inserted { return name }
            source.append(0)
        }
    }

    /// A name as long as all those of parts of `run`.
    static func sample(of run: StatementRun) -> String {
        name(String(repeating: "0", count: PartKind.digits), of: run)
    }

    private static func name(_ digits: String, of run: StatementRun) -> String {
        run.partKind.prefix + digits + PartKind.suffix
    }
}
