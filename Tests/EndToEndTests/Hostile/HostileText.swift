import TestSupport

extension SplitMix64 {
    /// Text that nothing may take for more than text: what nginx, Swift and terminals give a meaning to, in any order.
    ///
    /// It has no comma, so that it stays one item of a list, and something in its middle that no label may hold.
    mutating func hostileText() -> String {
        let before = hostilePieces()
        let after = hostilePieces()
        return before + pick(Self.killers) + after
    }

    private mutating func hostilePieces() -> String {
        let count = Int.random(in: 1...6, using: &self)
        let pieces = (0..<count).map { _ in pick(Self.pieces) }.joined()
        return once(in: 120) ? pieces + String(repeating: "x", count: 4_096) : pieces
    }

    private static let pieces = [
        "\"", "'", "\\", "$", "{", "}", ";", "#", " ", "\t", "\n", "\r", "\r\n", "\0", "\u{301}", "\u{20DD}",
        "\u{2028}", "\u{85}", "\u{A0}", "\u{37E}", "\u{212A}", "\u{E9}", "\u{1B}[31m", "\u{202E}", "\u{7F}", "~", "*",
        "=", "@", "..", "/", "${host}", "$uri", "\\n", "\\", "%0a", "default", "include", "mark on;", "} mark {",
        "example",
        "10.0.0.1", ")", "data:", "unix:/",
    ]

    private static let killers = [
        "\"", "\\", "{", "}", "\0", "\n", "\r\n", "\";\u{301}", "{\u{301}", "\r\n\u{20DD}", "\u{1B}", "\u{7F}",
    ]
}
