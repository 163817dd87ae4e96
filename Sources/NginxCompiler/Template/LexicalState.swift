/// Where nginx's reader stands at one point of a template, whatever values come before.
///
/// Literal text moves it byte by byte, by the rules of `ngx_conf_read_token`; a value moves it as its kind
/// allows. Both complain about what could not be safe.
struct LexicalState: Hashable {
    /// What the next byte would belong to.
    enum Mode: Hashable {
        /// Blanks, before a statement or between its words.
        case gap
        /// A word without quotes.
        case bare
        /// What follows a closing quote: a blank, `;`, `{` or `)`.
        case closed
        /// What follows a value that is written in quotes when it needs them: a blank, `;` or `{`.
        case sealed
        /// A word in these quotes.
        case quoted(UInt8)
        case comment

        /// Whether the word being read ends before a blank.
        var mayEndWord: Bool { self == .bare || self == .closed || self == .sealed }
    }

    var mode = Mode.gap

    /// Words of the statement so far, with the one being read; counted up to 3, and as few as may have been.
    var words = 0

    /// The literal bytes of the statement's first word.
    var name: [UInt8] = []

    /// The blocks that are open, outermost first.
    var blocks: [OpenBlock] = []

    /// The byte of the template where the word or comment being read begins; of the last one when there is none.
    var start = 0

    /// The most bytes that the word or comment being read may have so far.
    var length = 0

    /// The first literal bytes of the word being read, or of the last one; as many as tell what nginx takes it for.
    var opening = WordOpening()

    /// Whether the word before is an operator that makes a regular expression of this one.
    var isPattern = false

    /// Whether the words of an entry of a map are files to read.
    var isIncluded = false

    /// Whether the word being read may have no byte yet.
    var mayBeEmpty = false

    /// Whether the byte before was a backslash that takes the next byte with it.
    var isEscaping = false

    /// Whether the byte before was a `$`, or a `{` after one.
    var isDollar = false

    /// Whether a byte that may stand in a variable's name would become part of the variable before it.
    var isVariable = false

    /// Whether the byte before belongs to a value.
    var isAfterValue = false

    /// A block of nginx that a template opens.
    struct OpenBlock: Hashable {
        /// The directive, such as `server`.
        let name: [UInt8]
        /// Its brace, as a byte of the template.
        let offset: Int
        /// Whether its statements are entries of a `map`: asked for at every byte, so that it is told once.
        let isMap: Bool

        init(name: [UInt8], offset: Int) {
            self.name = name
            self.offset = offset
            isMap = name.elementsEqual("map".utf8)
        }
    }
}

extension LexicalState {
    /// The most bytes we let a word or a comment have: what nginx takes in quotes, one less than it takes elsewhere.
    static let longest = ConfLimit.quotedWord

    /// Whether a statement has begun and not ended.
    var isInStatement: Bool { words > 0 }

    /// Whether a word has begun whose end nginx has not seen.
    var isInWord: Bool { mode != .gap && mode != .comment }

    /// Whether whatever follows is read as it would be after `other`: between statements only the open blocks count.
    ///
    /// By this rule a repeated section of whole statements is compiled once; twice would double the work at every depth.
    func readsOn(as other: Self) -> Bool {
        guard mode == .gap, other.mode == .gap, !isInStatement, !other.isInStatement else { return self == other }
        return blocks == other.blocks
    }

    /// The state in words, for a message.
    var summary: String {
        switch mode {
        case .gap where isInStatement: "between the words of a statement"
        case .gap: "between statements " + (blocks.last.map { "in `\(text($0.name))`" } ?? "at the top level")
        case .bare, .closed, .sealed: words == 1 && !isInMap ? "in the directive's name `\(text(name))`" : "in a word"
        case .quoted(let quote): "inside quotes `\(Character(UnicodeScalar(quote)))`"
        case .comment: "in a comment"
        }
    }

    private func text(_ name: [UInt8]) -> String { String(decoding: name, as: UTF8.self) }

    /// The state on which two paths through a template meet; `nil` when what follows would not mean the same.
    ///
    /// A word that one path may have closed with a quote must end on both.
    func meeting(_ other: Self) -> Self? {
        var result = self
        if mode != other.mode {
            guard mode.mayEndWord, other.mode.mayEndWord else { return nil }
            result.mode = .sealed
        }
        guard isInStatement == other.isInStatement, name == other.name, blocks == other.blocks else { return nil }
        result.words = min(words, other.words)
        result.start = max(start, other.start)
        result.length = max(length, other.length)
        result.opening = hasTellingOpening ? opening : other.opening
        result.isPattern = isPattern || other.isPattern
        result.isIncluded = isIncluded || other.isIncluded
        result.mayBeEmpty = mayBeEmpty || other.mayBeEmpty
        result.isVariable = isVariable || other.isVariable
        result.isAfterValue = isAfterValue || other.isAfterValue
        return result
    }
}
