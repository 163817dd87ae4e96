public import RouteModel

/// How many bytes of a file one host takes.
public struct Contribution: Hashable, Sendable {
    /// As the file names it.
    public let host: ByteString
    /// Its lines in maps, its upstreams and its servers.
    public let bytes: Int
}

/// Which hosts take most of the bytes of `file`, those with most first; none if nginx would not read it.
///
/// The bytes of a server that has several names are shared equally among them.
public func contributions(to file: [UInt8]) -> [Contribution] {
    guard let runs = try? RunReader.runs(in: file) else { return [] }
    var bytes: [ByteString: Int] = [:]
    for run in runs {
        for statement in run.statements {
            let hosts = statement.hosts(in: run)
            for host in hosts { bytes[host, default: 0] += statement.range.count / hosts.count }
        }
    }
    bytes[ByteString(Hostname.proxyItself.text.utf8)] = nil
    let all = bytes.map { Contribution(host: $0.key, bytes: $0.value) }
    return all.sorted { ($1.bytes, $0.host) < ($0.bytes, $1.host) }
}

extension MovableStatement {
    /// The hosts that it is for.
    fileprivate func hosts(in run: StatementRun) -> [ByteString] {
        switch kind {
        case .upstream: names.map { ByteString(Upstreams.host(ofUpstream: $0)) }
        case .server: names.map { ByteString($0) }
        case .line: run.mapsHosts ? names.map { ByteString($0) } : []
        }
    }
}

extension StatementRun {
    /// Whether it stands in a `map` from the host that a client names.
    fileprivate var mapsHosts: Bool {
        let sources = ["$host", "$http_host", "$ssl_server_name", "$ssl_preread_server_name"]
        return place.count > 2 && sources.contains { place[2].elementsEqual($0.utf8) }
    }
}
