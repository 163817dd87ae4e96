/// Writes one JSON object whose members are arrays.
struct ObjectWriter {
    private var bytes: [UInt8] = []
    private var isFirst = true

    init(reserving count: Int) { bytes.reserveCapacity(count) }

    /// Ends the array before and begins the next.
    mutating func open(_ member: String) {
        bytes += (bytes.isEmpty ? "{" : "],").utf8
        bytes += #""\#(member)":["#.utf8
        isFirst = true
    }

    /// Adds one element, JSON itself, to the array.
    mutating func add(_ element: String) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        bytes += element.utf8
    }

    consuming func finish() -> [UInt8] {
        bytes += "]}\n".utf8
        return bytes
    }
}
