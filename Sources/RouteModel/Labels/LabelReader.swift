/// Reads what one service asks for. A value that cannot be used costs as little as it can: one host, one redirect, one
/// option; the service where nothing sensible is left or where a guess could hand requests to the wrong side.
struct LabelReader {
    let service: Service
    /// The secrets of the Swarm; `nil` if the snapshot does not tell.
    let secrets: [SecretName: ByteString]?
    let proxies: ProxyTraits
    var diagnostics: [Diagnostic] = []
    /// Whether something depends on the secrets that the Swarm has.
    private(set) var asksForSecrets = false

    /// Why a service cannot be routed at all; it has been reported.
    struct Refusal: Error {}

    /// What the service asks for. Throws, with a diagnostic, if it cannot be routed whatever its network is.
    mutating func candidate() throws(Refusal) -> Candidate {
        reportLabelsWithoutEffect()
        guard !service.labels.areOnContainersAlone else { throw Refusal() }
        guard !service.isJob else { throw refusal(.job(service)) }
        let isFallback = flag(.defaultBackend) ?? false
        let hosts = try hosts(isFallback: isFallback)
        var request = RouteRequest(service: service, hosts: hosts, isFallback: isFallback, port: try port())
        request.path = try path()
        request.isStrippingPath = flag(.contextRootRewrite) ?? false
        request.endpoints = try endpoints()
        request.mode = mode()
        request.affinity = try affinity()
        request.tls = tls()
        request.redirects = redirects(from: hosts)
        request.isSecureOnly = flag(.sslOnly) ?? false
        request.backend = try backend()
        request.limits = limits()
        request.tolerance = tolerance()
        reportContradictions(in: &request)
        return Candidate(request)
    }

    /// Whether the Swarm has a secret; `true` where the snapshot does not tell.
    mutating func isPresent(_ secret: SecretName) -> Bool {
        asksForSecrets = true
        return secrets.map { $0[secret] != nil } ?? true
    }

    // MARK: Values

    /// A label's value without blanks around it; `nil` if the service has no such label, or an empty one.
    func value(_ label: Label) -> ArraySlice<UInt8>? {
        let value = service.labels.values[label].map { trimmed($0) }
        return value?.isEmpty == true ? nil : value
    }

    /// A label's value as `read` makes it; a value that it refuses is reported, and the label left out.
    mutating func checked<Value>(
        _ label: Label, _ wanted: @autoclosure () -> String, _ read: (String) -> Value?
    ) -> Value? {
        guard let value = value(label) else { return nil }
        if let result = read(String(decoding: value, as: UTF8.self)) { return result }
        diagnostics.append(.labelInvalid(label, value, wanted: wanted(), of: service))
        return nil
    }

    /// A truth value in one of the spellings of Go's `ParseBool`.
    mutating func flag(_ label: Label) -> Bool? {
        checked(label, "\"true\" or \"false\"") { text in
            switch text {
            case "1", "t", "T", "true", "True", "TRUE": true
            case "0", "f", "F", "false", "False", "FALSE": false
            default: nil
            }
        }
    }

    /// The places of a list with commas, without blanks around them and without empty ones.
    func list(_ value: ArraySlice<UInt8>, separator: Character = ",") -> [ArraySlice<UInt8>] {
        guard let separator = separator.asciiValue else { return [] }
        guard value.contains(separator) else { return value.isEmpty ? [] : [value] }
        var places: [ArraySlice<UInt8>] = []
        var start = value.startIndex
        for end in value.startIndex...value.endIndex where end == value.endIndex || value[end] == separator {
            let place = trimmed(value[start..<end])
            if !place.isEmpty { places.append(place) }
            start = end + 1
        }
        return places
    }

    /// Reports why there is no route.
    mutating func refusal(_ diagnostic: Diagnostic) -> Refusal {
        diagnostics.append(diagnostic)
        return Refusal()
    }

    /// Tells of labels that are none of the router's, or stand where it does not look.
    mutating func reportLabelsWithoutEffect() {
        for key in service.labels.unknown { diagnostics.append(.labelUnknown(key, of: service)) }
        for key in service.labels.notText { diagnostics.append(.labelNotText(key, of: service)) }
        for key in service.labels.onContainer { diagnostics.append(.labelOnContainer(key, of: service)) }
    }
}

/// The same as for a slice.
func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> { trimmed(bytes[...]) }

/// `bytes` without blanks and tabs around them, and nothing else: NBSP is no blank to anybody but Foundation.
func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var (start, end) = (bytes.startIndex, bytes.endIndex)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
    return bytes[start..<end]
}

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
