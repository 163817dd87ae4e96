/// What can be wrong with single keys of config.toml.
extension Diagnostic {
    static func settingUnknown(_ entry: TOMLTable.Entry, among names: [String]) -> Self {
        let suggestion = nearest(to: entry.key, among: names).map { "did you mean \($0)?" } ?? "remove it"
        return Diagnostic(
            .settingUnknown, "no option has the name \(quoted(entry.key.utf8)); \(suggestion)",
            at: .settings(entry.keyPosition))
    }

    static func settingInvalid(_ entry: TOMLTable.Entry, wanted: String) -> Self {
        let text = entry.value.string.map { quoted($0.utf8) } ?? entry.value.integer.map { "\($0)" }
        let shown = text ?? "a value of type \(entry.value.typeName)"
        return Diagnostic(
            .settingInvalid,
            "\(printable(entry.key.utf8)) wants \(wanted); \(shown) is left out and the default stays",
            at: .settings(entry.value.position))
    }

    static func portsEqual(_ cluster: Extension) -> Self {
        Diagnostic(
            .settingInvalid,
            "TargetPort and TargetSSLPort are both \(cluster.targetPort), and a port cannot speak both; TLS is listened for "
                + "on \(cluster.targetSSLPort); write two ports",
            at: .settings(cluster.position))
    }

    static func settingTwice(_ entry: TOMLTable.Entry, _ name: String) -> Self {
        Diagnostic(
            .settingTwice,
            "\(printable(entry.key.utf8)) is the option \(name), which is set too; this one is left out",
            at: .settings(entry.keyPosition))
    }

    static func settingWithoutEffect(_ entry: TOMLTable.Entry, _ reason: String) -> Self {
        Diagnostic(
            .settingWithoutEffect, "\(printable(entry.key.utf8)) has no effect: \(reason)",
            at: .settings(entry.keyPosition))
    }

    static func settingOfHAProxy(_ entry: TOMLTable.Entry) -> Self {
        .settingWithoutEffect(entry, "it belongs to Interlock's HAProxy extension")
    }

    static func extensionNameInvalid(_ entry: TOMLTable.Entry) -> Self {
        Diagnostic(
            .extensionNameInvalid,
            "\(quoted(entry.key.utf8)) cannot name a service cluster's folder; it is left out; "
                + "use letters, digits, \"-\", \"_\" and \".\"",
            at: .settings(entry.keyPosition))
    }
}
