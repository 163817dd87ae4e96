/// `main` with each line that includes one of `parts` replaced by that part's bytes.
///
/// - Parameter parts: by name. The line ends behind the name, and blanks before it are part of it; something else may
///   stand in front of them.
public func including(_ parts: [String: [UInt8]], in main: [UInt8]) -> [UInt8] {
    let blanks: [UInt8] = [0x20, 0x09]
    var file: [UInt8] = []
    for line in main.split(separator: 0x0A, omittingEmptySubsequences: false) {
        let name = line.split(separator: 0x20).last?.dropLast()
        if let name, let part = parts[String(decoding: name, as: UTF8.self)] {
            var rest = line.dropLast("include ;".utf8.count + name.count)
            while let last = rest.last, blanks.contains(last) { rest.removeLast() }
            file += rest + part
        } else {
            file += line + [0x0A]
        }
    }
    return file.dropLast()
}
