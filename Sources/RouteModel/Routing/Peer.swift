/// One address and port that answers requests.
///
/// Thousands of hosts have some each, so that it is kept small: 32 bytes and one reference, which is mostly none.
public struct Peer: Hashable, Sendable {
    /// Its address.
    public let address: IPAddress
    /// The port it listens on.
    public let port: Port
    private var share: UInt16 = 1
    let tolerance: FailureTolerance?

    init(address: IPAddress, port: Port, tolerance: FailureTolerance? = nil) {
        self.address = address
        self.port = port
        self.tolerance = tolerance
    }

    /// Its share of the requests, beside those of the other peers: a virtual IP counts for all tasks behind it.
    /// From 1 to 65,535.
    public internal(set) var weight: Int {
        get { Int(share) }
        set { share = UInt16(clamping: newValue) }
    }

    /// After how many failures it is passed over for a while; `nil`: nginx's 1.
    public var maxFails: Int? { tolerance?.maxFails }

    /// Within which time those failures count, and how long it is passed over; `nil`: nginx's 10 s.
    public var failTimeout: NginxTime? { tolerance?.failTimeout }
}

extension Peer {
    /// A number that tells nearly all lists apart to whose end this peer is added, from that of the list before.
    func mixAddress(into list: UInt64) -> UInt64 {
        let address =
            switch address {
            case .v4(let bits): UInt64(bits)
            case .v6(let high, let low): Self.mix(low) ^ high
            }
        return Self.mix(Self.mix(list ^ address) ^ UInt64(port.number))
    }

    /// Spreads what differs in some bits of a number over all: the halves of a product, as one.
    private static func mix(_ number: UInt64) -> UInt64 {
        let product = (number ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD1B5_4A32_D192_ED03)
        return product.high ^ product.low
    }
}

extension Peer: Comparable {
    /// By address, then port.
    public static func < (a: Self, b: Self) -> Bool { (a.address, a.port.number) < (b.address, b.port.number) }
}

/// When a peer counts as failed. A class, since all peers of a service have it in common, and few services any.
final class FailureTolerance: Sendable {
    let maxFails: Int?
    let failTimeout: NginxTime?

    /// `nil` if nothing is asked for.
    init?(maxFails: Int?, failTimeout: NginxTime?) {
        guard maxFails != nil || failTimeout != nil else { return nil }
        self.maxFails = maxFails
        self.failTimeout = failTimeout
    }
}

extension FailureTolerance: Hashable {
    static func == (a: FailureTolerance, b: FailureTolerance) -> Bool {
        a === b || (a.maxFails, a.failTimeout) == (b.maxFails, b.failTimeout)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(maxFails)
        hasher.combine(failTimeout)
    }
}
