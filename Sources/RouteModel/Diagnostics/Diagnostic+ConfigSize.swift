/// What to know about the size of a cluster's files. Sizes are bytes; `limit` is what a Swarm config object can hold.
extension Diagnostic {
    package static func configLarge(
        _ bytes: Int, of limit: Int, largest: [HostShare], at position: TextPosition
    ) -> Self {
        Diagnostic(
            .configLarge,
            "nginx.conf has \(size(bytes)) of the \(size(limit)) that a config object can hold; \(text(largest)); past "
                + "the limit --output-dir splits it; move hosts to another service cluster, or use backend_mode vip or dns",
            at: .settings(position))
    }

    package static func configNotSplit(
        _ bytes: Int, over limit: Int, largest: [HostShare], at position: TextPosition
    ) -> Self {
        Diagnostic(
            .configLarge,
            "nginx.conf has \(size(bytes)), more than the \(size(limit)) that a config object can hold; "
                + "\(text(largest)); use --output-dir, which splits it",
            at: .settings(position))
    }

    package static func configSplit(
        _ bytes: Int, over limit: Int, parts: [Int], largest: [HostShare], at position: TextPosition
    ) -> Self {
        Diagnostic(
            .configSplit,
            "nginx.conf would have \(size(bytes)), more than the \(size(limit)) that a config object can hold; it is "
                + "split and includes \(parts.count) others, the largest of \(size(parts.max() ?? 0)); \(text(largest))",
            at: .settings(position))
    }

    package static func configTooLarge(
        _ name: String, _ bytes: Int, over limit: Int, at position: TextPosition
    ) -> Self {
        Diagnostic(
            .configTooLarge,
            "\(name) has \(size(bytes)), more than the \(size(limit)) that a config object can hold, and cannot be split "
                + "further; shorten the options of config.toml or the template",
            at: .settings(position))
    }

    private static func text(_ largest: [HostShare]) -> String {
        let shares = largest.map { "\($0.host.text) (\($0.peers) peers, \($0.paths) paths)" }
        return shares.isEmpty ? "no host takes any of it" : "largest: \(shares.joined(separator: ", "))"
    }

    /// Rounded up, so that what is over a limit is told as more than the limit.
    private static func size(_ bytes: Int) -> String {
        bytes < 1_000 ? "\(bytes) bytes" : "\((bytes + 999) / 1_000) kB"
    }
}
