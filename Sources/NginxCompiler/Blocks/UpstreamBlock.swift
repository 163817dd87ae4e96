/// nginx's `upstream` block: a named pool of peers.
struct UpstreamBlock: TemplateBlock {
    let name: String
    let isByClientAddress: Bool
    let zone: ZoneBlock?
    let peers: [PeerBlock]

    static let fields = Fields<Self>(
        "upstream", "a named pool of peers",
        [
            .word("name", .name, "its name, unique in the file") { .name($0.name) },
            .flag("clientAddressAffinity", "a client's address decides its peer") { $0.isByClientAddress },
            .block("zone", ZoneBlock.self, "the memory in which workers share what they know of peers") { $0.zone },
            .blocks("peers", PeerBlock.self, "its peers") { $0.peers },
        ])
}

/// Shared memory for the state of peers; one for all upstreams, since nginx searches zones linearly.
struct ZoneBlock: TemplateBlock {
    let size: String

    static let fields = Fields<Self>(
        "zone", "memory that workers share",
        [.word("size", .size, "its size") { .size($0.size) }])
}

/// One `server` line of an upstream.
struct PeerBlock: TemplateBlock {
    let address: String

    static let fields = Fields<Self>(
        "peer", "one address that answers requests",
        [.word("address", .address, "address and port") { .address($0.address) }])
}
