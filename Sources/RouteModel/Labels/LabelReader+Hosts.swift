/// Hosts, paths and ports: what is asked for.
extension LabelReader {
    /// How many hosts, endpoints and redirects one service may have: nobody writes that many by hand, and each costs
    /// the proxy memory.
    static let mostPlaces = 100

    /// The hosts that the service may have; what is no host is left out. Throws if none is left and it needs one.
    mutating func hosts(isFallback: Bool) throws(Refusal) -> [Hostname] {
        guard let value = service.labels.values[.hosts] else {
            if isFallback { return [] }
            throw refusal(.hostsMissing(service))
        }
        var hosts: [Hostname] = []
        let words = places(.hosts, list(value))
        for word in words {
            guard let host = Hostname(word) else {
                diagnostics.append(.hostInvalid(Array(word), of: service))
                continue
            }
            guard host != .proxyItself else {
                diagnostics.append(.hostReserved(host, of: service))
                continue
            }
            if hosts.contains(host) {
                diagnostics.append(.hostTwice(host, of: service))
            } else {
                hosts.append(host)
            }
        }
        if words.isEmpty, !isFallback { diagnostics.append(.hostsEmpty(service)) }
        guard isFallback || !hosts.isEmpty else { throw Refusal() }
        return hosts
    }

    /// As many of `words` as a label may have places; tells if there are more.
    private mutating func places(_ label: Label, _ words: [ArraySlice<UInt8>]) -> ArraySlice<ArraySlice<UInt8>> {
        if words.count > Self.mostPlaces { diagnostics.append(.placesTooMany(label, words.count, of: service)) }
        return words.prefix(Self.mostPlaces)
    }

    /// The label's port, else the only one that the service declares.
    mutating func port() throws(Refusal) -> Port {
        if let value = value(.port) {
            guard let port = Port(value) else { throw refusal(.portInvalid(value, of: service)) }
            return port
        }
        let declared = service.targetPorts.compactMap { Port($0) }
        guard declared.count == 1 else { throw refusal(.portMissing(service, declared: declared.count)) }
        diagnostics.append(.portChosen(declared[0], for: service))
        return declared[0]
    }

    mutating func path() throws(Refusal) -> PathPrefix {
        guard let value = value(.contextRoot) else { return .root }
        guard let path = PathPrefix(value) else { throw refusal(.pathInvalid(.contextRoot, value, of: service)) }
        return path
    }

    /// The paths at which clients may upgrade to a WebSocket. Throws if one is no path: which paths a service meant to
    /// open is not guessed.
    mutating func endpoints() throws(Refusal) -> [PathPrefix] {
        guard let value = value(.websocketEndpoints) else { return [] }
        var endpoints: [PathPrefix] = []
        for word in places(.websocketEndpoints, list(value)) {
            guard let path = PathPrefix(word) else {
                throw refusal(.pathInvalid(.websocketEndpoints, Array(word), of: service))
            }
            if !endpoints.contains(path) { endpoints.append(path) }
        }
        return endpoints
    }

    /// Where plain HTTP of some hosts is sent; a pair that cannot be one is left out.
    mutating func redirects(from hosts: [Hostname]) -> [Hostname: RedirectTarget] {
        guard let value = value(.redirects) else { return [:] }
        var redirects: [Hostname: RedirectTarget] = [:]
        for pair in places(.redirects, list(value, separator: ";")) {
            let words = pair.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { trimmed($0) }
            guard words.count == 2, let source = redirectSource(words[0]), let target = RedirectTarget(words[1]) else {
                diagnostics.append(.redirectInvalid(Array(pair), of: service))
                continue
            }
            if !hosts.contains(source) {
                diagnostics.append(.redirectOfOtherHost(source, of: service))
            } else if redirects[source] != nil {
                diagnostics.append(.redirectTwice(source, of: service))
            } else {
                redirects[source] = target
            }
        }
        return redirects
    }
}
