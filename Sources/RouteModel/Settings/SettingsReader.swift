/// Why there are no settings to work with: the file is no TOML, or has no service cluster.
public struct SettingsError: Error, Hashable, Sendable {
    /// Where the file is wrong.
    public let position: TextPosition
    /// What is wrong and what to do.
    public let message: String
}

/// Reads config.toml. Keys match in any case, the exact spelling first. A key that is unknown or whose value will not
/// do keeps its default and gets a diagnostic; only a file that is no TOML, or has no extension, is refused.
public func readSettings(_ bytes: [UInt8]) throws(SettingsError) -> Settings {
    let document: TOMLTable
    do { document = try readTOML(bytes) } catch {
        throw SettingsError(position: error.position, message: error.message)
    }
    var reader = SettingsReader()
    reader.read(document)
    guard !reader.settings.extensions.isEmpty else {
        // What was wrong with the extensions that are there says more than that none is left.
        for case let problem in reader.settings.diagnostics {
            guard case .settings(let position) = problem.origin, problem.severity == .error else { continue }
            throw SettingsError(position: position, message: problem.message + "; no service cluster is left")
        }
        throw SettingsError(
            position: TextPosition(line: 1, column: 1),
            message: "no service cluster here; add a table like [Extensions.default]")
    }
    return reader.settings
}

private struct SettingsReader {
    var settings = Settings()

    mutating func read(_ document: TOMLTable) {
        var core = settings.core
        read(document, as: CoreSettings.options, into: &core, besides: ["Extensions"])
        settings.core = core
        for entry in document.entries where sameKey(entry.key, "Extensions") {
            guard let extensions = entry.value.table else {
                settings.diagnostics.append(.settingInvalid(entry, wanted: "tables like [Extensions.default]"))
                continue
            }
            for entry in extensions.entries { readExtension(entry) }
        }
    }

    private mutating func readExtension(_ entry: TOMLTable.Entry) {
        guard let table = entry.value.table else {
            settings.diagnostics.append(.settingInvalid(entry, wanted: "a table of options"))
            return
        }
        guard isFolderName(entry.key) else {
            settings.diagnostics.append(.extensionNameInvalid(entry))
            return
        }
        var cluster = Extension(name: entry.key, position: entry.value.position)
        cluster.positions = read(table, as: Extension.options, into: &cluster, besides: ["Config"])
        separatePorts(of: &cluster)
        for entry in table.entries where sameKey(entry.key, "Config") {
            guard let config = entry.value.table else {
                settings.diagnostics.append(.settingInvalid(entry, wanted: "a table of options"))
                continue
            }
            readConfig(config, of: &cluster)
        }
        settings.extensions.append(cluster)
    }

    /// One port cannot speak plain HTTP and TLS: nginx would not start.
    private mutating func separatePorts(of cluster: inout Extension) {
        guard cluster.targetPort == cluster.targetSSLPort else { return }
        cluster.targetSSLPort = cluster.targetPort == 443 ? 8443 : 443
        settings.diagnostics.append(.portsEqual(cluster))
    }

    private mutating func readConfig(_ config: TOMLTable, of cluster: inout Extension) {
        read(config, as: ProxySettings.options, into: &cluster.proxy, besides: ProxySettings.haproxyKeys)
        cluster.writtenOptions = writtenOptions(in: config)
        for entry in config.entries {
            if ProxySettings.haproxyKeys.contains(where: { sameKey($0, entry.key) }) {
                settings.diagnostics.append(.settingOfHAProxy(entry))
            }
            if sameKey(entry.key, "SSLVerify"), !(entry.value.string ?? "").isEmpty {
                settings.diagnostics.append(.settingWithoutEffect(entry, "it asks HAProxy for client certificates"))
            }
            if sameKey(entry.key, "AdminUser") || sameKey(entry.key, "AdminPass"), entry.value.string?.isEmpty == false
            {
                settings.diagnostics.append(.settingWithoutEffect(entry, "it belongs to HAProxy's statistics page"))
            }
        }
    }

    /// What is set there for nginx, for telling how two files differ; without HAProxy's password.
    private func writtenOptions(in config: TOMLTable) -> [SettingPair] {
        let withoutEffect = ["AdminUser", "AdminPass", "SSLVerify"]
        let options = ProxySettings.options.filter { !withoutEffect.contains($0.name) }
        let pairs = config.entries.compactMap { entry in
            options.first { sameKey($0.name, entry.key) }.map {
                SettingPair(key: $0.name, value: entry.value.text)
            }
        }
        return Dictionary(pairs.map { ($0.key, $0) }) { first, _ in first }.values.sorted {
            ByteString($0.key.utf8) < ByteString($1.key.utf8)
        }
    }

    /// Reads a table's options into `target`; keys of `others` are read elsewhere. Returns where the options stand whose
    /// values were taken.
    @discardableResult
    private mutating func read<Target>(
        _ table: TOMLTable, as options: [Option<Target>], into target: inout Target, besides others: [String]
    ) -> [String: TextPosition] {
        var set: Set<String> = []
        var positions: [String: TextPosition] = [:]
        for entry in table.entries where !others.contains(where: { sameKey($0, entry.key) }) {
            guard let option = options.first(where: { sameKey($0.name, entry.key) }) else {
                settings.diagnostics.append(.settingUnknown(entry, among: options.map(\.name) + others))
                continue
            }
            if entry.key != option.name, table[option.name] != nil || !set.insert(option.name).inserted {
                settings.diagnostics.append(.settingTwice(entry, option.name))
            } else if let wanted = option.take(entry.value, &target) {
                settings.diagnostics.append(.settingInvalid(entry, wanted: wanted))
            } else {
                positions[option.name] = entry.keyPosition
            }
        }
        return positions
    }

    private func isFolderName(_ name: String) -> Bool {
        (1...100).contains(name.utf8.count) && name.utf8.first.map(isLetterOrDigit) == true
            && name.utf8.allSatisfy { isLetterOrDigit($0) || "-_.".utf8.contains($0) }
    }
}

/// Whether two keys are one: ASCII letters count the same in either case.
private func sameKey(_ a: String, _ b: String) -> Bool { lowercased(a).elementsEqual(lowercased(b)) }

private func lowercased(_ text: String) -> [UInt8] {
    text.utf8.map { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") ? $0 | 0x20 : $0 }
}
