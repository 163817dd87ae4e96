/// What the labels of one service came to.
struct LabelReading: Sendable {
    /// What they ask for; `nil`: the service cannot be routed.
    let candidate: Candidate?
    let diagnostics: [Diagnostic]
    /// Whether it may be another with other secrets.
    let dependsOnSecrets: Bool

    init(of service: Service, secrets: [SecretName: ByteString]?, for proxies: ProxyTraits) {
        var reader = LabelReader(service: service, secrets: secrets, proxies: proxies)
        candidate = try? reader.candidate()
        diagnostics = reader.diagnostics
        dependsOnSecrets = reader.asksForSecrets
    }
}
