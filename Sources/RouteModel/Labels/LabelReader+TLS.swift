/// TLS, and labels that exclude each other.
extension LabelReader {
    /// What happens to TLS connections. A certificate that cannot be used leaves the hosts without TLS: nginx stops on
    /// a file that is not there.
    mutating func tls() -> TLSMode {
        if flag(.sslPassthrough) ?? false {
            report([.sslCert, .sslKey], against: .sslPassthrough)
            return .passthrough
        }
        let certificate = secret(.sslCert)
        let key = secret(.sslKey)
        guard let certificate else {
            if value(.sslKey) != nil, value(.sslCert) == nil {
                diagnostics.append(.labelNeeds(.sslKey, .sslCert, of: service))
            }
            return .none
        }
        guard value(.sslKey) != nil else {
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
    mutating func reportContradictions(in request: inout RouteRequest) {
        reportLabelsThatNeedMore(in: &request)
        if request.tls == .passthrough {
            report(Self.labelsOfHTTP, against: .sslPassthrough)
        } else if request.backend == .grpc {
            report([.websocketEndpoints, .buffering], against: .backendProtocol)
            request.endpoints = []
            request.limits = request.limits.withoutBuffering()
        }
        reportLabelsAgainstMode(in: &request)
    }

    private mutating func reportLabelsThatNeedMore(in request: inout RouteRequest) {
        if request.isStrippingPath, request.path.isRoot {
            diagnostics.append(.labelNeeds(.contextRootRewrite, .contextRoot, of: service))
            request.isStrippingPath = false
        }
        guard request.isSecureOnly else { return }
        if request.tls == .none {
            diagnostics.append(.secureWithoutTLS(service))
            request.isSecureOnly = false
        } else if request.hosts.isEmpty {
            diagnostics.append(.labelNeeds(.sslOnly, .hosts, of: service))
        }
    }

    private mutating func reportLabelsAgainstMode(in request: inout RouteRequest) {
        if request.mode == .dns, request.isStrippingPath || request.tls == .passthrough {
            diagnostics.append(.dnsImpossible(service))
            request.mode = .task
        } else if request.mode == .dns, request.backend == .grpc, !proxies.asksDNSForGRPCPeers {
            diagnostics.append(.dnsNeedsNewerNginx(service))
            request.mode = .task
        }
        guard request.mode != .task else { return }
        report([.stickySessionCookie, .ipHash], against: .backendMode)
        if request.mode == .dns { report([.maxFails, .failTimeout], against: .backendMode) }
        request.affinity = nil
    }

    /// Reports those of `labels` that the service has beside one that they can have no effect with.
    private mutating func report(_ labels: [Label], against other: Label) {
        for label in labels where service.labels.has(label) {
            diagnostics.append(.labelAgainst(label, other, of: service))
        }
    }

    /// What a connection that goes on as it is cannot have.
    private static let labelsOfHTTP: [Label] = [
        .contextRoot, .contextRootRewrite, .websocketEndpoints, .stickySessionCookie, .sslBackend,
        .sslBackendTLSVerify, .backendProtocol, .clientMaxBodySize, .connectTimeout, .readTimeout, .sendTimeout,
        .buffering,
    ]
}
