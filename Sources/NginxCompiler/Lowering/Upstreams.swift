import RouteModel

/// The upstreams of a file, and their names.
struct Upstreams {
    private(set) var blocks: [UpstreamBlock] = []
    /// The names in use, with the number that the next upstream of the name gets behind it.
    private var numbers: [String: Int] = [:]
    /// How many names have a number behind them, since they were taken.
    private(set) var numberedNames = 0
    private var cookieNames: Set<CookieName> = []
    /// The least size of the zone, in KiB; `nil`: no zone.
    private let zoneSize: Int?
    private let keepalive: Int?
    private let poolsSinglePeers: Bool

    /// The upstreams of HTTP.
    init(_ options: ProxyOptions, _ layout: Layout) {
        zoneSize = options.zoneSize.map { max(64, $0) }
        // 1.29.7 keeps 32 connections to the peers of each upstream unless the file says otherwise.
        keepalive = options.keepalive > 0 || options.version.keepsPeersByDefault ? options.keepalive : nil
        poolsSinglePeers = layout.poolsSinglePeers
        blocks.reserveCapacity(layout.upstreamCount)
        numbers.reserveCapacity(layout.upstreamCount)
    }

    /// The upstreams of connections that go on as they are.
    init(ofConnectionsWith options: ProxyOptions) {
        zoneSize = nil
        keepalive = nil
        poolsSinglePeers = false
    }

    /// Writes the size of the zone into the first upstream, once all are there; nginx wants it in one of them.
    ///
    /// It needs 1.25 KiB a peer and 1 KiB an upstream, measured on nginx 1.22 and 1.31: 64 KiB, the usual setting, would
    /// not load with 64 peers. What the setting does not hold is rounded up to a power of two, so that one service more
    /// seldom changes what is written for another.
    mutating func completeZone(remembering memory: LoweringMemory?) {
        guard let zoneSize, !blocks.isEmpty else { return }
        let peers = blocks.reduce(0) { $0 + $1.pool.peers.count }
        let needed = peers * 5 / 4 + blocks.count + 1
        let size = needed <= zoneSize ? zoneSize : powerOfTwo(atLeast: needed)
        let zone = ZoneBlock(size: "\(size)k")
        blocks[0] = memory?.complete(blocks[0], with: zone) ?? blocks[0].with(zone)
    }

    /// The upstreams that were added behind the first `count`, unless one of their names depends on another's.
    func added(behind count: Int, _ numberedNames: Int) -> [UpstreamBlock]? {
        numberedNames == self.numberedNames ? Array(blocks[count...]) : nil
    }

    /// The cookies that need a map, in byte order.
    var cookies: [CookieMapBlock] {
        cookieNames.filter { !$0.hasVariable }.sorted().map { CookieMapBlock(cookie: $0) }
    }

    /// Adds upstreams that were written before, if all of their names are free; else none, as a name that another upstream
    /// has would get a number.
    mutating func add(_ known: [UpstreamBlock]) -> Bool {
        guard known.allSatisfy({ numbers[$0.name] == nil }) else { return false }
        for block in known {
            numbers[block.name] = 2
            note(block.pool)
        }
        blocks += known
        return true
    }

    /// Adds upstreams of another file, whose names nobody is to be given.
    mutating func addAll(_ known: [UpstreamBlock]) { blocks += known }

    /// What stands for `upstream` where one address is as good as the name of an upstream.
    mutating func target(for upstream: Upstream, of host: Hostname?, _ path: PathPrefix) -> Word {
        upstream.peers.count == 1 && !poolsSinglePeers
            ? upstream.peers[0].socket : .address(add(upstream, of: host, path))
    }

    /// Writes an upstream and returns its name.
    mutating func add(_ upstream: Upstream, of host: Hostname?, _ path: PathPrefix) -> String {
        let name = newName(for: host, path)
        note(upstream)
        blocks.append(
            UpstreamBlock(name: name, pool: upstream, zone: zoneSize.map { _ in ZoneBlock() }, keepalive: keepalive))
        return name
    }

    private mutating func note(_ upstream: Upstream) {
        if case .cookie(let cookie)? = upstream.affinity { cookieNames.insert(cookie) }
    }

    /// Five digits of a hash, then the host. nginx searches upstreams linearly, comparing from the left: digits that
    /// differ at once save 30 % of its load time at 10,000. A name that is taken gets a number.
    private mutating func newName(for host: Hostname?, _ path: PathPrefix) -> String {
        let hash = fnv1a((host?.text ?? "").utf8, fnv1a(path.text.utf8)) & 0xFFFFF
        // A sixth digit in front keeps the zeros.
        var name = String(String(0x100000 | hash, radix: 16).utf8.dropFirst()) ?? ""
        name += "-"
        name += host?.nameForUpstream ?? "default-backend"
        guard var number = numbers.updateValue(2, forKey: name) else { return name }
        numberedNames += 1
        while numbers["\(name)-\(number)"] != nil { number += 1 }
        numbers[name] = number + 1
        numbers["\(name)-\(number)"] = 2
        return "\(name)-\(number)"
    }
}

extension Hostname {
    /// The host in the bytes that an upstream's name may have, cut so that the name stays within nginx's hashes.
    fileprivate var nameForUpstream: String {
        let name = isWildcard ? "_" + text.dropFirst() : text
        return name.utf8.count <= 200 ? name : String(decoding: name.utf8.prefix(200), as: UTF8.self)
    }
}

/// The 64-bit FNV-1a hash of `bytes`, going on from `basis`: the same on every machine and in every run.
private func fnv1a(_ bytes: some Sequence<UInt8>, _ basis: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
    bytes.reduce(basis) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
