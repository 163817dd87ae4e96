/// Peers and what is spoken to them: how requests go on.
extension LabelReader {
    mutating func mode() -> BackendMode {
        checked(.backendMode, BackendMode.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " or ")) {
            $0 == "default" ? .task : BackendMode(rawValue: $0)
        } ?? .task
    }

    /// How clients stick to a peer. Throws if the cookie's name is none: requests that were to stick would be spread.
    mutating func affinity() throws(Refusal) -> Affinity? {
        let isByAddress = flag(.ipHash)
        guard let value = value(.stickySessionCookie), !value.isEmpty else {
            return isByAddress ?? proxies.isByClientAddress ? .clientAddress : nil
        }
        guard let cookie = CookieName(value) else { throw refusal(.cookieInvalid(value, of: service)) }
        if isByAddress == true { diagnostics.append(.affinityTwice(service)) }
        return .cookie(cookie)
    }

    /// What is spoken to the peers. Throws if they were to be checked and cannot be: they are not trusted unchecked.
    mutating func backend() throws(Refusal) -> BackendProtocol {
        let isTLS = flag(.sslBackend) ?? false
        let spoken = checked(.backendProtocol, "\"http\", \"https\" or \"grpc\"") {
            ["http", "https", "grpc"].contains($0) ? $0 : nil
        }
        guard isTLS || spoken == "https" else {
            if service.labels.has(.sslBackendTLSVerify) {
                diagnostics.append(.labelNeeds(.sslBackendTLSVerify, .sslBackend, of: service))
            }
            return spoken == "grpc" ? .grpc : .http
        }
        if let spoken, spoken != "https" {
            diagnostics.append(.labelAgainst(.backendProtocol, .sslBackend, of: service))
        }
        guard let value = value(.sslBackendTLSVerify), !value.elementsEqual("none".utf8), !value.isEmpty else {
            return .https(authority: nil)
        }
        guard let authority = SecretName(value), isPresent(authority) else {
            throw refusal(.authorityMissing(value, of: service))
        }
        return .https(authority: authority)
    }

    mutating func limits() -> Limits {
        let time = "a time like \"30s\" or \"500ms\""
        return Limits(
            Limits.Values(
                clientMaxBodySize: checked(.clientMaxBodySize, "a size like \"32m\"") { NginxSize(checking: $0) },
                connectTimeout: checked(.connectTimeout, time) { NginxTime(checking: $0) },
                readTimeout: checked(.readTimeout, time) { NginxTime(checking: $0) },
                sendTimeout: checked(.sendTimeout, time) { NginxTime(checking: $0) },
                buffering: flag(.buffering)))
    }

    mutating func tolerance() -> FailureTolerance? {
        let maxFails = maxFails()
        let timeout = checked(.failTimeout, "a time like \"10s\"") { NginxTime(checkingSeconds: $0) }
        return FailureTolerance(maxFails: maxFails, failTimeout: timeout)
    }

    private mutating func maxFails() -> Int? {
        checked(.maxFails, "a whole number from 0 to 1000000") { text in
            decimal(Array(text.utf8), digits: 1...7).flatMap { $0 <= 1_000_000 ? $0 : nil }
        }
    }
}
