/// One key of config.toml: its name and how its value becomes part of `Target`.
///
/// The lists of options are the only place that names a key; what is unknown, misspelt or of the wrong type is
/// told from them.
struct Option<Target>: Sendable {
    /// As Interlock's documents spell it; read in any case.
    let name: String
    /// Takes the value over, or returns what is wanted instead of it.
    let take: @Sendable (TOMLValue, inout Target) -> String?

    init(_ name: String, _ take: @escaping @Sendable (TOMLValue, inout Target) -> String?) {
        self.name = name
        self.take = take
    }

    /// A key whose value `reading` turns into what `path` holds.
    init<Value>(
        _ name: String, _ path: any WritableKeyPath<Target, Value> & Sendable, _ reading: Reading<Value>
    ) {
        self.init(name) { value, target in
            guard let read = reading.read(value) else { return reading.wanted() }
            target[keyPath: path] = read
            return nil
        }
    }

    /// A key that may be left out and whose absence means something else than any value.
    init<Value>(
        _ name: String, _ path: any WritableKeyPath<Target, Value?> & Sendable, _ reading: Reading<Value>
    ) {
        self.init(name) { value, target in
            guard let read = reading.read(value) else { return reading.wanted() }
            target[keyPath: path] = read
            return nil
        }
    }
}

/// How a value of TOML becomes a value of ours, and what to ask for where it cannot.
struct Reading<Value>: Sendable {
    /// Ends the sentence "… wants"; put together only for a value that will not do.
    let wanted: @Sendable () -> String
    /// `nil` where the value will not do.
    let read: @Sendable (TOMLValue) -> Value?

    init(_ wanted: @autoclosure @escaping @Sendable () -> String, _ read: @escaping @Sendable (TOMLValue) -> Value?) {
        self.wanted = wanted
        self.read = read
    }
}

extension TOMLValue {
    var string: String? { if case .string(let text) = kind { text } else { nil } }
    var boolean: Bool? { if case .boolean(let flag) = kind { flag } else { nil } }
    var array: [TOMLValue]? { if case .array(let elements) = kind { elements } else { nil } }
    var table: TOMLTable? { if case .table(let table) = kind { table } else { nil } }

    /// A whole number, also one that is written as a text: Interlock's documents and samples disagree.
    var integer: Int? {
        switch kind {
        case .integer(let number): Int(number)
        case .string(let text): decimal(Array(text.utf8), digits: 1...18)
        default: nil
        }
    }
}
