/// A file of a proxy's configuration, and the Swarm config object that can hold it.
public struct ConfigFile: Hashable, Sendable {
    /// The name in the folder of nginx.conf: `nginx.conf` itself, `hosts-1a2b3c4d.conf` or `map-1a2b3c4d.conf`.
    public let name: String
    /// What stands in it.
    public let bytes: [UInt8]

    /// The name of the config object: 59 of the 64 bytes that Docker allows, 32 of them from the content.
    ///
    /// Config objects cannot be changed, so another content needs another name; files with the same content can share
    /// an object.
    public var objectName: String { "com.docker.interlock.proxy.\(BLAKE2b(bytes).hexadecimal)" }
}

extension ConfigFile {
    /// The name of the file that nginx is started with.
    public static let mainName = "nginx.conf"

    /// Whether `split` gives names like this one to parts, so that a part with it that nobody includes can go.
    public static func isPartName(_ name: String) -> Bool {
        PartKind.allCases.contains { kind in
            let (bytes, prefix, suffix) = (name.utf8, kind.prefix.utf8, PartKind.suffix.utf8)
            guard bytes.starts(with: prefix), bytes.count == prefix.count + PartKind.digits + suffix.count else {
                return false
            }
            let digits = bytes.dropFirst(prefix.count).prefix(PartKind.digits)
            return digits.allSatisfy(isHexadecimal) && bytes.suffix(suffix.count).elementsEqual(suffix)
        }
    }
}

/// What stands in a part.
enum PartKind: String, CaseIterable {
    /// `upstream` and `server` blocks.
    case hosts
    /// Lines of a `map`.
    case map

    /// What its names begin with.
    var prefix: String { "\(rawValue)-" }

    /// How many hexadecimal digits follow.
    static let digits = 8

    static let suffix = ".conf"
}

/// Whether `byte` is a hexadecimal digit in lower case.
func isHexadecimal(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f")
}
