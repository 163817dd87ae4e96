import RouteModel

/// How many bytes a Swarm config object may hold.
struct ConfigLimit {
    let bytes: Int

    /// 1,000 kB: what Swarm takes since 2022; engines before take half of it.
    static let usual = ConfigLimit(bytes: 1_000_000)

    private init(bytes: Int) { self.bytes = bytes }

    /// Reads an option's value: kB, from 1 to 1,000,000.
    init(_ text: String, see help: String) throws(Failure) {
        let isPlain = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        guard isPlain, let number = Int(text), (1...1_000_000).contains(number) else {
            throw .usage(
                "--config-limit is a number of kB from 1 to 1000000, not \(printable(text.utf8))", see: help)
        }
        bytes = number * 1000
    }
}
