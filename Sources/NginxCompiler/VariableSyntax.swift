extension CheckedText {
    /// Whether nginx could read every variable in the text: `$name`, or `${name}`.
    ///
    /// `ngx_http_script_compile` and `log_format` stop the whole file at a `$` without a name, and at a `${name` without
    /// its brace. Whether a variable of that name exists is another question.
    var hasReadableVariables: Bool {
        var rest = bytes[...]
        while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
            rest = rest[(dollar + 1)...]
            let isBraced = rest.first == UInt8(ascii: "{")
            if isBraced { rest.removeFirst() }
            let name = rest.prefix(while: isNameByte)
            rest = rest[name.endIndex...]
            guard !name.isEmpty, !isBraced || rest.first == UInt8(ascii: "}") else { return false }
        }
        return true
    }
}
