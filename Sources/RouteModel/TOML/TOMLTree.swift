/// The tables of a document, or of one inline table, while it is read, and the rules on what may be defined twice.
///
/// Tables name each other by their place in one array, so that a header reaches any of them without copying.
struct TOMLTree {
    private var tables: [Table]
    /// The elements of each array of tables. None is empty: the header that makes one gives it its first element.
    private var arrays: [[Int]] = []
    /// Where pairs go: the root at first, then the last header's table.
    private var open = 0

    /// A tree of one table that is `depth` levels below the document's root.
    init(at position: TextPosition, depth: Int = 0) {
        tables = [Table(origin: .header, position: position, depth: depth)]
    }

    /// How many levels the table that pairs go to is below the document's root.
    var openDepth: Int { tables[open].depth }
}

extension TOMLTree {
    private struct Table {
        var origin: Origin
        /// The key that defines the table, or mentions it first as long as nothing does.
        var position: TextPosition
        let depth: Int
        var entries = TOMLEntries<Item>()
    }

    private enum Item {
        case value(TOMLValue)
        case table(Int)
        /// An array of tables, which headers extend; an array that is a value cannot be.
        case tables(Int)
    }

    private enum Origin {
        /// Defined by a header of its own.
        case header
        /// Defined by a dotted key in the super-table's section.
        case dottedKey
        /// Only named on the way to a sub-table: one header or one section's dotted keys may still define it.
        case superTable
    }
}

extension TOMLTree {
    /// Tables and arrays nest this deep at most, or hostile input would exhaust the stack of whatever walks the values.
    static let depthLimit = 100

    static func checkDepth(_ depth: Int, at position: TextPosition) throws(TOMLError) {
        guard depth <= depthLimit else { throw .tooDeep(limit: depthLimit, at: position) }
    }
}

extension TOMLTree {
    /// Sets a key of the open table. The key must be new, and its dots may not lead into what a header defines.
    mutating func set(_ path: TOMLPath, to value: TOMLValue) throws(TOMLError) {
        var parent = open
        for index in path.parents.indices { parent = try dottedStep(from: parent, along: path, index) }
        if let entry = tables[parent].entries[path.last.name] {
            throw .keyTaken(path.spelling, since: entry.keyPosition, at: path.last.position)
        }
        tables[parent].entries.append(path.last, .value(value))
    }

    private mutating func dottedStep(from parent: Int, along path: TOMLPath, _ index: Int) throws(TOMLError) -> Int {
        let key = path.parents[index]
        guard let entry = tables[parent].entries[key.name] else { return try addTable(key, .dottedKey, in: parent) }
        switch entry.value {
        case .table(let child) where tables[child].origin == .header:
            throw .tableClosed(path.spelling(through: index), since: tables[child].position, at: key.position)
        case .table(let child):
            define(child, .dottedKey, at: key.position)
            return child
        case .tables: throw .arrayClosed(path.spelling(through: index), since: entry.keyPosition, at: key.position)
        case .value(let value): throw .notATable(path.spelling(through: index), value, at: key.position)
        }
    }
}

extension TOMLTree {
    /// Opens the table that `[path]` defines.
    mutating func openTable(_ path: TOMLPath) throws(TOMLError) {
        let parent = try superTable(of: path)
        guard let entry = tables[parent].entries[path.last.name] else {
            open = try addTable(path.last, .header, in: parent)
            return
        }
        switch entry.value {
        case .table(let child) where tables[child].origin == .superTable:
            define(child, .header, at: path.last.position)
            open = child
        case .table(let child):
            throw .tableTaken(path.spelling, since: tables[child].position, at: path.last.position)
        case .tables: throw .tableIsArray(path.spelling, since: entry.keyPosition, at: path.last.position)
        case .value: throw .keyTaken(path.spelling, since: entry.keyPosition, at: path.last.position)
        }
    }

    /// Opens a new element of the array of tables that `[[path]]` names, which its first header makes.
    mutating func openElement(_ path: TOMLPath) throws(TOMLError) {
        let parent = try superTable(of: path)
        let array = try array(of: path, in: parent)
        open = try newTable(path.last, .header, depth: tables[parent].depth + 2)
        arrays[array].append(open)
    }

    private mutating func array(of path: TOMLPath, in parent: Int) throws(TOMLError) -> Int {
        guard let entry = tables[parent].entries[path.last.name] else {
            tables[parent].entries.append(path.last, .tables(arrays.count))
            arrays.append([])
            return arrays.count - 1
        }
        switch entry.value {
        case .tables(let array): return array
        case .table: throw .arrayIsTable(path.spelling, since: entry.keyPosition, at: path.last.position)
        case .value(let value): throw .notAnArrayOfTables(path.spelling, value, at: path.last.position)
        }
    }

    /// The table that holds the last part of a header's name; an array of tables stands for its newest element.
    private mutating func superTable(of path: TOMLPath) throws(TOMLError) -> Int {
        var parent = 0
        for (index, key) in path.parents.enumerated() {
            switch tables[parent].entries[key.name]?.value {
            case nil: parent = try addTable(key, .superTable, in: parent)
            case .table(let child): parent = child
            case .tables(let array): parent = arrays[array][arrays[array].endIndex - 1]
            case .value(let value): throw .notATable(path.spelling(through: index), value, at: key.position)
            }
        }
        return parent
    }
}

extension TOMLTree {
    private mutating func addTable(_ key: TOMLKey, _ origin: Origin, in parent: Int) throws(TOMLError) -> Int {
        let child = try newTable(key, origin, depth: tables[parent].depth + 1)
        tables[parent].entries.append(key, .table(child))
        return child
    }

    private mutating func newTable(_ key: TOMLKey, _ origin: Origin, depth: Int) throws(TOMLError) -> Int {
        try Self.checkDepth(depth, at: key.position)
        tables.append(Table(origin: origin, position: key.position, depth: depth))
        return tables.count - 1
    }

    /// Defines a table that was only named so far; one that is defined already keeps its origin and its place.
    private mutating func define(_ table: Int, _ origin: Origin, at position: TextPosition) {
        guard tables[table].origin == .superTable else { return }
        tables[table].origin = origin
        tables[table].position = position
    }
}

extension TOMLTree {
    /// The tables as values. Recursion is bounded by `depthLimit`.
    func finished() -> TOMLTable { finished(0) }

    private func finished(_ table: Int) -> TOMLTable {
        TOMLTable(
            tables[table].entries.mapEntries { entry in
                switch entry.value {
                case .value(let value): value
                case .table(let child): value(of: child)
                case .tables(let array):
                    TOMLValue(kind: .array(arrays[array].map(value(of:))), position: entry.keyPosition)
                }
            })
    }

    private func value(of table: Int) -> TOMLValue {
        TOMLValue(kind: .table(finished(table)), position: tables[table].position)
    }
}
