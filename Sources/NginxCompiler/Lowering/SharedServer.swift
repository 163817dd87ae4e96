import RouteModel

/// A server block for all hosts that need the same of it: the table says for each who gets its requests.
///
/// A block costs nginx some 20 KB and 50 µs to load, a name in it next to nothing.
struct SharedServer: Hashable, Sendable {
    /// The certificate that it shows; `nil`: it does not answer TLS.
    let certificate: Certificate?
    /// Whether it answers plain HTTP.
    let isPlain: Bool
    /// The paths of each of its hosts.
    private let paths: [Path]

    private struct Path: Hashable {
        let path: PathPrefix
        let manner: Manner
    }

    /// The one for a host that has one target for all of its routes.
    init(_ host: VirtualHost) {
        certificate = host.certificate
        isPlain = host.redirect == nil
        paths = host.routes.compactMap { route in
            route.forward.map { Path(path: route.path, manner: Manner($0)) }
        }
    }

    /// The one that shows a certificate to hosts that need nothing else.
    init(showing certificate: Certificate) {
        self.certificate = certificate
        isPlain = false
        paths = Self.plainPaths
    }

    /// Those of hosts that need nothing.
    private static let plainPaths = [Path(path: .root, manner: .plain)]

    /// Whether it may have hosts that nobody answers: those that need nothing, and so are lines of the table at any rate.
    private var mayLackTargets: Bool { certificate != nil && !isPlain && paths == Self.plainPaths }
}

extension SharedServer {
    /// The block with these hosts.
    func block(for hosts: [String]) -> ServerBlock {
        let target: ForwardBlock.Target = certificate == nil ? .table : .tlsTable
        var serverPaths = ServerPaths(hasGap: !paths.contains(where: \.path.isRoot))
        for path in paths {
            serverPaths.add(path.path, ForwardBlock(target: target, manner: path.manner))
        }
        return ServerBlock(
            hosts: hosts, isPlain: isPlain, certificate: certificate.map { CertificateBlock($0) },
            checksTLSTable: mayLackTargets, paths: serverPaths)
    }

    /// Names that are one block each, of all that the server has, in their order.
    ///
    /// A block with thousands of names could not be split over files, and every host more would change it. Where it is
    /// cut depends on names alone: before one of 256, so that a host more changes one block.
    static func blocks(of names: [String]) -> [ArraySlice<String>] {
        var blocks: [ArraySlice<String>] = []
        var start = 0
        for (place, name) in names.enumerated().dropFirst() where place - start >= most || fnv1a(name.utf8) & 0xFF == 0
        {
            blocks.append(names[start..<place])
            start = place
        }
        return blocks + [names[start...]]
    }

    /// The most names of a block: with 253 bytes each they take 141 kB, which fits a part of the usual limit of a config
    /// object.
    static var most: Int { 512 }

    /// What servers are ordered by: the same for each host that comes or goes.
    var order: [[UInt8]] {
        let secrets = certificate.map { [$0.certificate.text, $0.key.text] } ?? []
        let needs = paths.flatMap { [$0.path.text] + $0.manner.order }
        return (secrets + [isPlain ? "plain" : ""] + needs).map { Array($0.utf8) }
    }
}

extension Manner {
    var isPlain: Bool { self == .plain }

    /// What it is ordered by.
    fileprivate var order: [String] {
        let backend =
            switch backend {
            case .http: "http"
            case .https(let authority): "https " + (authority?.text ?? "")
            case .grpc: "grpc"
            }
        let limits = [
            limits.clientMaxBodySize?.text, limits.connectTimeout?.text, limits.readTimeout?.text,
            limits.sendTimeout?.text, limits.buffering.map { "\($0)" },
        ]
        return [allowsUpgrade ? "upgrade" : "", backend] + limits.map { $0 ?? "" }
    }
}
