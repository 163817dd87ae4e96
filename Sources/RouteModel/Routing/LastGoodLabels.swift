/// The labels with which each service was routed without an error, for going on with them when they become invalid: a
/// misspelt label must not cost a running service its routes.
///
/// Labels are invalid where the router would report an error about them, or no service cluster takes the service. Labels
/// that are taken away are not: then the routes go too. Whether secrets exist is not asked: a certificate that is gone
/// must not be named again.
public struct LastGoodLabels: Sendable {
    /// What is known of a service. Its labels are looked at once.
    private struct Entry {
        /// As the snapshot had it last.
        let service: Service
        /// What is routed: the service itself or, while its labels are invalid, the same with its last valid ones.
        let routed: Service
        /// When the labels became invalid, by the Engine's word; `nil` while they are valid, or never were.
        let since: ByteString?
        /// What to tell.
        let diagnostics: [Diagnostic]
        /// Whether the labels of `routed` are valid.
        let isValid: Bool
    }

    /// By ID.
    private var entries: [ByteString: Entry] = [:]
    /// The services of the last snapshot, and what was put in the place of which: nothing is looked up for the same again.
    private var last: (services: [Service], replacements: [(index: Int, entry: Entry)]) = ([], [])
    private let clusters: Set<ByteString>

    /// Knows no service yet.
    public init(under settings: Settings) { clusters = Set(settings.extensions.map(\.cluster)) }

    /// Puts the last valid labels in the place of invalid ones, and reports each; what is valid is remembered. Services
    /// that are not in `snapshot` are forgotten.
    public mutating func replaceInvalidLabels(in snapshot: inout Snapshot) {
        if !last.services.areIdentical(to: snapshot.services) { look(at: snapshot.services) }
        guard !last.replacements.isEmpty else { return }
        for (index, entry) in last.replacements {
            snapshot.services[index] = entry.routed
            snapshot.diagnostics += entry.diagnostics
        }
        snapshot.diagnostics.sort()
    }

    private mutating func look(at services: [Service]) {
        var entries: [ByteString: Entry] = [:]
        entries.reserveCapacity(services.count)
        last = (services, [])
        for (index, service) in services.enumerated() {
            let known = self.entries[service.idText]
            let entry = known.flatMap { $0.service === service ? $0 : nil } ?? entry(for: service, after: known)
            entries[service.idText] = entry
            if entry.routed !== service { last.replacements.append((index, entry)) }
        }
        self.entries = entries
    }

    private func entry(for service: Service, after known: Entry?) -> Entry {
        let errors = self.errors(in: service)
        guard !errors.isEmpty else {
            return Entry(service: service, routed: service, since: nil, diagnostics: [], isValid: true)
        }
        guard let known, known.isValid else {
            return Entry(service: service, routed: service, since: nil, diagnostics: [], isValid: false)
        }
        let routed = service.with(known.routed.labels)
        guard self.errors(in: routed).isEmpty else {
            return Entry(service: service, routed: service, since: nil, diagnostics: [], isValid: false)
        }
        let since = known.since ?? service.updated
        return Entry(
            service: service, routed: routed, since: since,
            diagnostics: errors + [.labelsCarriedOver(service, since: since)], isValid: true)
    }

    private var clusterNames: [String] { clusters.sorted().map { String(decoding: $0.bytes, as: UTF8.self) } }

    /// What the router would report as errors about the labels.
    private func errors(in service: Service) -> [Diagnostic] {
        var reader = LabelReader(service: service, secrets: nil, proxies: .unknown)
        _ = try? reader.candidate()
        let errors = reader.diagnostics.filter { $0.severity == .error }
        guard service.labels.has(.serviceCluster), !clusters.contains(service.cluster) else { return errors }
        return errors + [.clusterUnknown(service, among: clusterNames)]
    }
}

extension Service {
    /// The same service with other labels.
    fileprivate func with(_ labels: LabelSet) -> Service {
        Service(
            id: id, idText: idText, name: name, updated: updated, labels: labels, networks: networks,
            targetPorts: targetPorts, virtualIPs: virtualIPs, replicas: replicas, runningTasks: runningTasks,
            isJob: isJob)
    }
}
