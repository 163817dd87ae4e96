/// The kinds of value that Interlock's options have.
extension Reading where Value == String {
    static var text: Self { Self("a text in quotes") { $0.string } }

    /// A name of the operating system or of OpenSSL: one word that means nothing else to nginx.
    static func word(_ wanted: String, besidesLetters extra: String) -> Self {
        Self(wanted) { value in
            guard let text = value.string, !text.isEmpty, text.utf8.count <= 1000 else { return nil }
            return text.utf8.allSatisfy { isLetterOrDigit($0) || extra.utf8.contains($0) } ? text : nil
        }
    }
}

extension Reading where Value == [String] {
    static var texts: Self {
        Self("an array of texts, like [\"one\", \"two\"]") { value in
            guard let elements = value.array else { return nil }
            let texts = elements.compactMap(\.string)
            return texts.count == elements.count ? texts : nil
        }
    }

    static var protocols: Self {
        let known = ["SSLv2", "SSLv3", "TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"]
        return Self("names of protocols with blanks between them, like \"TLSv1.2 TLSv1.3\"") { value in
            let words = value.string?.utf8.split(separator: UInt8(ascii: " ")).map { Array($0) } ?? []
            let names = words.compactMap { word in known.first { $0.utf8.elementsEqual(word) } }
            guard names.count == words.count, !names.isEmpty else { return nil }
            return known.filter(names.contains)
        }
    }
}

extension Reading where Value == [SettingPair] {
    static var labels: Self {
        Self("a table of texts, like { \"com.example.key\" = \"value\" }") { value in
            guard let entries = value.table?.entries else { return nil }
            let pairs = entries.compactMap { entry in
                entry.value.string.map { SettingPair(key: entry.key, value: $0) }
            }
            return pairs.count == entries.count ? pairs : nil
        }
    }
}

extension Reading where Value == Bool {
    static var flag: Self { Self("true or false") { $0.boolean } }
}

extension Reading where Value == Int {
    static func number(_ range: ClosedRange<Int>) -> Self {
        Self("a whole number from \(range.lowerBound) to \(range.upperBound)") { value in
            value.integer.flatMap { range.contains($0) ? $0 : nil }
        }
    }
}

extension Reading where Value == SettingNumber {
    static func number(_ range: ClosedRange<Int>) -> Self {
        Self("a whole number from \(range.lowerBound) to \(range.upperBound)") { value in
            guard let number = value.integer, range.contains(number) else { return nil }
            return SettingNumber(number: number, position: value.position)
        }
    }
}

extension Reading where Value == SettingText {
    /// As for texts, with the place.
    static func word(_ wanted: String, besidesLetters extra: String) -> Self {
        let word = Reading<String>.word(wanted, besidesLetters: extra)
        return Self(wanted) { value in word.read(value).map { SettingText($0, at: value.position) } }
    }

    static var text: Self {
        Self("a text in quotes") { value in value.string.map { SettingText($0, at: value.position) } }
    }
}

extension Reading where Value == [SettingText] {
    static var statements: Self {
        Self("an array of nginx statements, like [\"gzip on;\"]") { value in
            guard let elements = value.array else { return nil }
            let texts = elements.compactMap { element in
                element.string.map { SettingText($0, at: element.position) }
            }
            return texts.count == elements.count ? texts : nil
        }
    }
}

extension Reading where Value == SocketText {
    static var socket: Self {
        Self("an IP address, perhaps with a port, like \"127.0.0.11\" or \"[fd00::1]:5353\"") { value in
            value.string.flatMap { SocketText(checking: $0) }
        }
    }
}

extension Reading where Value == [NetworkText] {
    static var networks: Self {
        Self("an array of IP addresses and ranges, like [\"10.0.0.0/8\"]") { value in
            guard let elements = value.array else { return nil }
            let networks = elements.compactMap { $0.string.flatMap { NetworkText(checking: $0) } }
            return networks.count == elements.count ? networks : nil
        }
    }
}

extension Reading where Value == ContainerPath {
    static var path: Self {
        Self("the absolute path of a file in a folder of its own, like \"/etc/nginx/nginx.conf\"") { value in
            value.string.flatMap { ContainerPath(checking: $0) }
        }
    }
}

extension Reading where Value == TimeSpan {
    static var span: Self { Self("a time like \"5s\" or \"1m30s\"") { $0.string.flatMap { TimeSpan(checking: $0) } } }
}

extension Reading where Value == NginxTime {
    static var time: Self {
        Self("a time as nginx reads it, like \"75s\", \"500ms\" or \"1h30m\"") { value in
            value.string.flatMap { NginxTime(checking: $0) } ?? value.integer.flatMap { NginxTime(checking: "\($0)") }
        }
    }
}

extension Reading where Value == NginxTime {
    /// For directives that count seconds.
    static var timeInSeconds: Self {
        Self("a time in whole seconds as nginx reads it, like \"10s\" or \"1m30s\"") { value in
            value.string.flatMap { NginxTime(checkingSeconds: $0) }
                ?? value.integer.flatMap { NginxTime(checkingSeconds: "\($0)") }
        }
    }
}

extension Reading where Value == NginxSize {
    static var size: Self {
        Self("a size as nginx reads it, like \"32m\", \"8k\" or \"1024\"") { value in
            value.string.flatMap { NginxSize(checking: $0) } ?? value.integer.flatMap { NginxSize(checking: "\($0)") }
        }
    }
}

extension Reading where Value == NginxSize {
    /// A size of memory, which nginx reads without `g`.
    static var bufferSize: Self {
        Self("a size as nginx reads it for a buffer, like \"8k\", \"1m\" or \"1024\"") { value in
            size.read(value).flatMap { $0.isBufferSize ? $0 : nil }
        }
    }
}

extension Reading where Value == BufferSet {
    static var buffers: Self {
        Self("a number and a size with a blank between them, like \"4 8k\"") { value in
            let words = value.string?.utf8.split(separator: UInt8(ascii: " ")).map { Array($0) } ?? []
            guard words.count == 2, let count = decimal(words[0], digits: 1...4), count > 0,
                let size = NginxSize(checking: String(decoding: words[1], as: UTF8.self)), size.isBufferSize,
                !size.isZero
            else { return nil }
            return BufferSet(count: count, size: size)
        }
    }
}

extension Reading where Value == WorkerCount {
    static var workers: Self {
        Self("\"auto\" or a whole number from 1 to 512") { value in
            if value.string == "auto" { return .auto }
            return value.integer.flatMap { (1...512).contains($0) ? .number($0) : nil }
        }
    }
}

extension Reading where Value: RawRepresentable & CaseIterable & SendableMetatype, Value.RawValue == String {
    /// One of a few words.
    static var choice: Self {
        Self(Value.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")) { value in
            value.string.flatMap { Value(rawValue: $0) }
        }
    }
}
