/// A service whose labels ask for routes and can be read; its network is not chosen yet.
struct Candidate {
    let service: Service
    /// Each once, in the order of the label.
    let hosts: [Hostname]
    let port: Port
    let path: PathPrefix
    let strippingPath: Bool
}

extension Router {
    /// How many hosts one service may have: nobody has that many by hand, and each costs the proxy memory.
    static let mostHosts = 100

    /// Reads what a service asks for. `nil`, with a diagnostic, if it cannot be routed whatever its network is.
    mutating func candidate(from service: Service) -> Candidate? {
        reportLabelsWithoutEffect(of: service)
        guard !service.isJob else {
            diagnostics.append(.job(service))
            return nil
        }
        guard let hosts = hosts(of: service), let port = port(of: service), let path = path(of: service) else {
            return nil
        }
        let strippingPath = flag(.contextRootRewrite, of: service)
        return Candidate(
            service: service, hosts: hosts, port: port, path: path, strippingPath: strippingPath && !path.isRoot)
    }

    /// The hosts that a service may have; what is no host is left out, and the service if none is left.
    private mutating func hosts(of service: Service) -> [Hostname]? {
        guard let label = service.labels[.hosts] else {
            diagnostics.append(.hostsMissing(service))
            return nil
        }
        var hosts: [Hostname] = []
        var seen: Set<Hostname> = []
        let words = label.bytes.split(separator: UInt8(ascii: ",")).map { trimmed($0) }.filter { !$0.isEmpty }
        for word in words.prefix(Self.mostHosts) {
            guard let host = Hostname(word) else {
                diagnostics.append(.hostInvalid(word, of: service))
                continue
            }
            guard host != .proxyItself else {
                diagnostics.append(.hostReserved(host, of: service))
                continue
            }
            if seen.insert(host).inserted { hosts.append(host) }
        }
        if words.count > Self.mostHosts { diagnostics.append(.hostsTooMany(service, words.count)) }
        if words.isEmpty { diagnostics.append(.hostsEmpty(service)) }
        return hosts.isEmpty ? nil : hosts
    }

    /// The label's port, else the only one that the service declares.
    private mutating func port(of service: Service) -> Port? {
        if let label = service.labels[.port] {
            let port = Port(trimmed(label.bytes))
            if port == nil { diagnostics.append(.portInvalid(label, of: service)) }
            return port
        }
        let declared = service.targetPorts.compactMap { Port($0) }
        guard declared.count == 1 else {
            diagnostics.append(.portMissing(service, declared: declared.count))
            return nil
        }
        diagnostics.append(.portChosen(declared[0], for: service))
        return declared[0]
    }

    private mutating func path(of service: Service) -> PathPrefix? {
        guard let label = service.labels[.contextRoot], !trimmed(label.bytes).isEmpty else { return .root }
        guard let path = PathPrefix(trimmed(label.bytes)) else {
            diagnostics.append(.pathInvalid(label, of: service))
            return nil
        }
        return path
    }

    /// A truth value in one of the spellings of Go's `ParseBool`; `false` where the label is absent or is none.
    private mutating func flag(_ label: Label, of service: Service) -> Bool {
        guard let value = service.labels[label] else { return false }
        switch String(decoding: trimmed(value.bytes), as: UTF8.self) {
        case "1", "t", "T", "true", "True", "TRUE": return true
        case "0", "f", "F", "false", "False", "FALSE": return false
        default:
            diagnostics.append(.flagInvalid(label, value, of: service))
            return false
        }
    }

    private mutating func reportLabelsWithoutEffect(of service: Service) {
        for key in service.labels.unknown { diagnostics.append(.labelUnknown(key, of: service)) }
        for key in service.labels.notText { diagnostics.append(.labelNotText(key, of: service)) }
        for label in service.labels.values.keys where !Label.effective.contains(label) {
            diagnostics.append(.labelUnsupported(label, of: service))
        }
        if service.labels[.contextRootRewrite] != nil, service.labels[.contextRoot] == nil {
            diagnostics.append(.rewriteWithoutPath(service))
        }
    }
}

/// `bytes` without blanks and tabs around them, and nothing else: NBSP is no blank to anybody but Foundation.
func trimmed(_ bytes: some Collection<UInt8>) -> [UInt8] {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    var rest = Array(bytes.drop(while: isBlank))
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
}
