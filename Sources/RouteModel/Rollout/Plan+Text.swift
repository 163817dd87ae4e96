/// Paints words for a terminal, or leaves them as they are.
public struct Paint: Sendable {
    private let isOn: Bool

    /// - Parameter isOn: whether there is a terminal that shows colours.
    public init(isOn: Bool) { self.isOn = isOn }

    fileprivate func green(_ text: String) -> String { paint(text, "32") }
    fileprivate func red(_ text: String) -> String { paint(text, "31") }
    fileprivate func yellow(_ text: String) -> String { paint(text, "33") }
    fileprivate func bold(_ text: String) -> String { paint(text, "1") }

    /// In the escape sequences of ECMA-48, which every terminal of today knows.
    private func paint(_ text: String, _ code: String) -> String {
        isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension Plan {
    /// The plan for people: a paragraph for every cluster.
    public func text(_ paint: Paint) -> String { clusters.map { $0.text(paint) }.joined(separator: "\n") }
}

extension ClusterPlan {
    /// More networks than this are counted, not listed.
    private static let mostListed = 20

    fileprivate func text(_ paint: Paint) -> String {
        var lines = [heading(paint)]
        lines += causes.map { "  " + painted($0, paint) }
        if verdict != .unchanged { lines += ["  " + fileLine] }
        if let new { lines += networkLines(new.table.networks) }
        lines += advice.map { "  \(paint.yellow("!")) \($0.advice): \(seconds($0.savedSecondsEach)) less" }
        return lines.map { $0 + "\n" }.joined()
    }

    private func heading(_ paint: Paint) -> String {
        let verdict = paint.bold(self.verdict.rawValue)
        switch self.verdict {
        case .unchanged: return "\(cluster): \(verdict)"
        case .reload: return "\(cluster): \(verdict); running proxies load the new file and join no network"
        case .update:
            let estimate = estimate
            guard estimate.networks > 0 else { return "\(cluster): \(verdict); no proxy joins a network anew" }
            let starts = estimate.proxies == 1 ? "1 proxy starts" : "\(estimate.proxies) proxies start, each"
            return "\(cluster): \(verdict); \(starts) in \(seconds(estimate.secondsEach)) "
                + "(\(counted(estimate.networks, "network")) at 1 to 2 s)"
        }
    }

    private func painted(_ cause: Cause, _ paint: Paint) -> String {
        switch cause.change {
        case .added: paint.green("\(cause)")
        case .removed: paint.red("\(cause)")
        case .changed: paint.yellow("\(cause)")
        }
    }

    private var fileLine: String {
        guard let new else { return "nginx.conf: \(old?.file.size ?? 0) bytes -> none" }
        let parts = new.file.objects.count
        let objects = parts > 1 ? " in \(parts) config objects" : ""
        guard let old else { return "nginx.conf: \(new.file.size) bytes\(objects)" }
        guard old.file != new.file else { return "nginx.conf: \(new.file.size) bytes\(objects), the same" }
        return "nginx.conf: \(old.file.size) -> \(new.file.size) bytes\(objects)"
    }

    private func networkLines(_ networks: [NetworkUse]) -> [String] {
        guard verdict != .unchanged || !unneeded.isEmpty else { return [] }
        var lines: [String] = []
        if verdict != .unchanged, !networks.isEmpty {
            let shown = networks.prefix(Self.mostListed).map {
                "    \(printable($0.name.bytes)) for \(listed($0.services))"
            }
            let rest = networks.count - shown.count
            lines = ["  \(counted(networks.count, "network")) joined:"] + shown
            if rest > 0 { lines.append("    and \(rest) more; --format json lists all") }
        }
        let idle = unneeded
        if !idle.isEmpty { lines.append("  attached for nobody: \(listed(idle))") }
        return lines
    }

    private func seconds(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound) to \(range.upperBound) s" }

    private func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
}

extension Advice: CustomStringConvertible {
    /// What to do.
    public var description: String {
        switch self {
        case .split(let largest):
            "two service clusters, at best with \(largest == 1 ? "1 network" : "\(largest) networks") each"
        case .otherMode(let hosts):
            "backend_mode vip or dns for \(listed(hosts.map { ByteString($0.utf8) })), since only tasks have moved"
        case .hitless: "HitlessServiceUpdate, since only the file changes"
        }
    }
}
