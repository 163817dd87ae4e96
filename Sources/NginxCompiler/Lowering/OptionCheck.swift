import RouteModel

/// Reads what an operator says in nginx's own language by nginx's own rules, and collects what is wrong with it.
struct OptionCheck {
    var diagnostics: [Diagnostic] = []
    private var once: OnceDirectives

    /// Checks for a file that `template` writes, with statements beside its own.
    init(for template: ConfigTemplate) { once = OnceDirectives(of: template) }

    /// A word; `fallback` if nginx could not read `setting` as one.
    mutating func text(_ setting: SettingText, _ key: StaticString, else fallback: StaticString) -> CheckedText {
        if let text = CheckedText(setting.text), !text.bytes.isEmpty { return text }
        report(key, "has control bytes, is empty or is longer than nginx reads; it stays \(fallback)", setting)
        return CheckedText(checked: fallback)
    }

    /// A word in which nginx replaces variables.
    mutating func textWithVariables(
        _ setting: SettingText, _ key: StaticString, else fallback: StaticString
    ) -> CheckedText {
        let text = text(setting, key, else: fallback)
        guard !text.hasReadableVariables else { return text }
        report(key, "\(Self.unreadableVariable); it stays \(fallback)", setting)
        return CheckedText(checked: fallback)
    }

    private static let unreadableVariable = "has a `$` without a name; write `$name` or `${name}`"

    /// The statements that can stand in `context`; the others are left out.
    mutating func statements(_ settings: [SettingText], _ key: StaticString, in context: ConfigContext)
        -> [RawStatement]
    {
        settings.enumerated().compactMap { index, setting in
            let place = settings.count == 1 ? "\(key)" : "\(key)[\(index)]"
            do throws(ConfError) {
                let statement = try RawStatement(setting.text.utf8)
                guard let repetition = once.add(statement, to: context) else { return statement }
                report("\(place) repeats \(repetition); it is left out", setting)
            } catch {
                report("\(place) is no statement of nginx: \(error.located(in: setting.text)); it is left out", setting)
            }
            return nil
        }
    }

    mutating func logFormats(of settings: ProxySettings) -> [LogFormatBlock] {
        [
            LogFormatBlock(name: "main", words: words(settings.mainLogFormat, "MainLogFormat", else: .main)),
            LogFormatBlock(name: "trace", words: words(settings.traceLogFormat, "TraceLogFormat", else: .trace)),
        ]
    }

    private mutating func words(
        _ setting: SettingText?, _ key: StaticString, else fallback: LogFormatBlock.Default
    ) -> [CheckedText] {
        guard let setting else { return fallback.words }
        do throws(ConfError) {
            let words = try RawWords(setting.text.utf8).words
            if words.allSatisfy(\.hasReadableVariables) { return words }
            report(key, "\(Self.unreadableVariable); the usual one is written", setting)
            return fallback.words
        } catch {
            report(key, "is no log format: \(error.located(in: setting.text)); the usual one is written", setting)
            return fallback.words
        }
    }

    /// The version to write for; the usual one if none or an unreadable one is named.
    mutating func version(of settings: ProxySettings) -> NginxVersion {
        if let version = settings.nginxVersion { return version }
        report(
            "Version", "names no nginx from 1.14 on, like 1.22.1; the file is written for 1.22.1", settings.version)
        return .usual
    }

    /// A list of ciphers in which every OpenSSL finds one: it stops nginx at a list without.
    mutating func ciphers(_ setting: SettingText, else fallback: StaticString) -> CheckedText {
        let text = text(setting, "SSLCiphers", else: fallback)
        if CipherList.namesSuite(text.bytes) { return text }
        report(
            "SSLCiphers", "names no class or suite that is sure to be known, like HIGH; it stays \(fallback)", setting)
        return CheckedText(checked: fallback)
    }

    /// The files that a worker may have open: each connection is one, and nginx warns where fewer are allowed.
    mutating func openFiles(_ settings: ProxySettings, of cluster: Extension) -> Int {
        guard settings.rLimitNoFile < settings.maxConnections else { return settings.rLimitNoFile }
        diagnostics.append(
            Diagnostic(
                .settingRaised,
                "RLimitNoFile \(settings.rLimitNoFile) is less than MaxConnections; \(settings.maxConnections) is written",
                at: .settings(cluster.position)))
        return settings.maxConnections
    }

    mutating func dhParameters(of settings: ProxySettings) -> CheckedText? {
        guard settings.sslDefaultDHParam > 0, !settings.sslDefaultDHParamPath.text.utf8.isEmpty else { return nil }
        if let path = CheckedText(settings.sslDefaultDHParamPath.text) { return path }
        report(
            "SSLDefaultDHParamPath", "is no path that nginx could read; it is left out", settings.sslDefaultDHParamPath)
        return nil
    }

    /// The bytes for one name in a hash: 512 fit any legal host on every machine, and a larger limit costs nothing.
    mutating func hashBucketSize(_ setting: SettingNumber?) -> Int {
        let computed = 512
        guard let setting else { return computed }
        guard setting.number < computed else { return (setting.number + 63) / 64 * 64 }
        diagnostics.append(
            Diagnostic(
                .settingRaised,
                "ServerNamesHashBucketSize \(setting.number) is too small for long hosts; \(computed) is written",
                at: .settings(setting.position)))
        return computed
    }

    private mutating func report(_ key: StaticString, _ reason: String, _ setting: SettingText) {
        report("\(key) \(reason)", setting)
    }

    private mutating func report(_ message: String, _ setting: SettingText) {
        diagnostics.append(
            Diagnostic(
                .optionInvalid, message,
                at: setting.position.map { .settings($0) } ?? .snapshot))
    }
}
