/// The services of a snapshot by service cluster, in the order in which they count: by name and then ID, by bytes.
struct SortedServices: Sendable {
    /// By what their label `service_cluster` says; empty for those without.
    private(set) var byCluster: [ByteString: [Service]] = [:]
    /// In the order of the input.
    private var services: [Service] = []

    init() {}

    init(_ services: [Service]) {
        self.services = services
        for service in Self.sorted(services) { byCluster[service.cluster, default: []].append(service) }
    }

    private static func sorted(_ services: [Service]) -> [Service] {
        // Places instead of services, which would be counted wherever they are moved to.
        let places = services.indices.map { (leading: LeadingBytes(services[$0].name.bytes), index: $0) }
        return places.sorted { a, b in
            a.leading == b.leading ? precedes(services[a.index], services[b.index]) : a.leading < b.leading
        }.map { services[$0.index] }
    }

    /// These services with those of `newer` in the places of older states of theirs; `nil` if they are others.
    func replaced(by newer: [Service]) -> SortedServices? {
        guard newer.count == services.count else { return nil }
        guard !newer.areIdentical(to: services) else { return self }
        var replacements: [ObjectIdentifier: Service] = [:]
        for (old, new) in zip(services, newer) where old !== new {
            guard old.id == new.id, old.name == new.name, old.cluster == new.cluster,
                replacements.updateValue(new, forKey: ObjectIdentifier(old)) == nil
            else { return nil }
        }
        var sorted = self
        sorted.services = newer
        let count = sorted.replace(by: replacements)
        // A service that stands in the input twice is found more often than it is replaced.
        return count == replacements.count ? sorted : nil
    }

    /// Replaces services and returns how often that was.
    private mutating func replace(by replacements: [ObjectIdentifier: Service]) -> Int {
        var count = 0
        byCluster = byCluster.mapValues { services in
            services.map { service in
                guard let replacement = replacements[ObjectIdentifier(service)] else { return service }
                count += 1
                return replacement
            }
        }
        return count
    }

    private static func precedes(_ a: Service, _ b: Service) -> Bool {
        a.name == b.name ? a.idText < b.idText : a.name < b.name
    }
}

extension Service {
    /// The service cluster that the service asks for; empty if it asks for none.
    var cluster: ByteString { labels.values[.serviceCluster].map { ByteString(trimmed($0)) } ?? "" }
}
