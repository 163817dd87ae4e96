import RouteModel

/// One argument of a directive, typed by what it is allowed to hold.
///
/// Texts are checked before they come here: each case promises the bytes that it documents, and no more of them
/// than its kind's `longest`. The template engine relies on that promise to leave such words unquoted; where it is
/// broken, the read-back refuses the whole file.
enum Word: Hashable, Sendable {
    /// A lower-case DNS name; may begin `*.`.
    case host(String)
    /// A URL path: begins with `/`, then bytes of `A-Z a-z 0-9 . _ ~ ! & ( ) * + , : @ / -` only.
    case path(String)
    /// An identifier, such as an upstream's name with a host in it: one or more of `A-Z a-z 0-9 _ . -`.
    case name(String)
    /// A socket: `ip:port`, `[ip]:port` or `unix:` and a path.
    case address(String)
    /// What `proxy_pass` passes to: an address or the name of an upstream, or a variable that holds one.
    case target(String)
    /// The socket of a peer: an address like the texts above, but spelled only where it is written.
    case peer(IPAddress, Port)
    /// A whole number.
    case number(Int)
    /// Bytes as nginx writes them: digits and `k`, `m` or `g`.
    case size(String)
    /// A time as nginx writes it: digits and a unit such as `ms` or `s`.
    case duration(String)
    /// An absolute http or https URL without `$`, quotes, blanks, `;`, braces or a backslash.
    case url(String)
    /// The operator's own words, or a text of the compiler; `$` begins a variable and is meant to.
    case text(CheckedText)
    /// A variable of nginx with its `$`: `$host`.
    case variable(String)
    /// A part of a regular expression that matches one text: `A-Z a-z 0-9 _`, and `\xHH` for every other byte.
    case pattern(String)
}

extension Word {
    /// What a word may hold; a field of a template is declared with one.
    enum Kind: String, Sendable {
        case host, path, name, address, target, number, size, duration, url, text, variable, pattern
    }

    /// The kind of this word.
    var kind: Kind {
        switch self {
        case .host: .host
        case .path: .path
        case .name: .name
        case .address, .peer: .address
        case .target: .target
        case .number: .number
        case .size: .size
        case .duration: .duration
        case .url: .url
        case .text: .text
        case .variable: .variable
        case .pattern: .pattern
        }
    }
}

extension Word.Kind {
    /// Whether every word of the kind is safe without quotes wherever an argument may stand.
    var isPlain: Bool { self != .text }

    /// The most bytes a word of the kind takes in the file, escapes included.
    ///
    /// A template is refused when it could glue words to more than nginx reads as one.
    var longest: Int {
        switch self {
        case .host, .path, .address, .target: 255
        case .name: 1_000
        case .number, .size, .duration: 24
        case .url: 2_048
        case .text: CheckedText.longest
        case .variable, .pattern: 300
        }
    }

    /// Whether a word of the kind can begin with a byte that continues the name of a variable before it.
    var mayContinueVariable: Bool { self != .path && self != .variable }
}
