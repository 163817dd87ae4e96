/// TLS, and labels that exclude each other.
extension LabelReader {
    /// What happens to TLS connections. A certificate that cannot be used leaves the hosts without TLS: nginx stops on
    /// a file that is not there.
    mutating func tls() -> TLSMode {
        let certificate = secret(.sslCert)
        let key = secret(.sslKey)
        if flag(.sslPassthrough) ?? false {
            for label in [Label.sslCert, .sslKey] where service.labels[label] != nil {
                diagnostics.append(.labelAgainst(label, .sslPassthrough, of: service))
            }
            return .passthrough
        }
        guard let certificate else {
            if service.labels[.sslKey] != nil, service.labels[.sslCert] == nil {
                diagnostics.append(.labelNeeds(.sslKey, .sslCert, of: service))
            }
            return .none
        }
        guard service.labels[.sslKey] != nil else {
            return .terminated(Certificate(certificate: certificate, key: certificate))
        }
        return key.map { .terminated(Certificate(certificate: certificate, key: $0)) } ?? .none
    }

    /// The secret that a label names, if the Swarm has it.
    private mutating func secret(_ label: Label) -> SecretName? {
        guard let value = value(label) else { return nil }
        guard let name = SecretName(value) else {
            diagnostics.append(.secretInvalid(label, value, of: service))
            return nil
        }
        guard isPresent(name) else {
            diagnostics.append(.secretMissing(label, name, of: service))
            return nil
        }
        return name
    }

    /// Tells of labels that cannot have an effect beside others, and takes back what they asked for.
    mutating func reportContradictions(in candidate: inout Candidate) {
        if candidate.service.labels[.contextRootRewrite] != nil, candidate.path.isRoot {
            diagnostics.append(.labelNeeds(.contextRootRewrite, .contextRoot, of: service))
        }
        if candidate.isSecureOnly, candidate.tls == .none {
            diagnostics.append(.secureWithoutTLS(service))
            candidate.isSecureOnly = false
        }
        if candidate.tls == .passthrough {
            for label in Self.labelsOfHTTP where service.labels[label] != nil {
                diagnostics.append(.labelAgainst(label, .sslPassthrough, of: service))
            }
        }
        if candidate.mode == .dns, candidate.isStrippingPath || candidate.tls == .passthrough {
            diagnostics.append(.dnsImpossible(service))
            candidate.mode = .task
        }
        guard candidate.mode != .task else { return }
        for label in [Label.stickySessionCookie, .ipHash] where service.labels[label] != nil {
            diagnostics.append(.labelAgainst(label, .backendMode, of: service))
        }
        candidate.affinity = nil
    }

    /// What a connection that goes on as it is cannot have.
    private static let labelsOfHTTP: [Label] = [
        .contextRoot, .contextRootRewrite, .websocketEndpoints, .stickySessionCookie, .sslBackend,
        .sslBackendTLSVerify, .backendProtocol, .clientMaxBodySize, .connectTimeout, .readTimeout, .sendTimeout,
        .buffering,
    ]
}
