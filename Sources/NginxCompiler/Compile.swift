public import RouteModel

/// Compiles one service cluster's routing table into its nginx.conf.
///
/// The file is read back with nginx's own word rules before it is returned. That it says something else than was meant
/// is a fault of this program: then there is no file.
public func compile(
    _ table: RoutingTable, with options: ProxyOptions, by template: ConfigTemplate
) throws(CompilerFault) -> [UInt8] {
    do throws(RenderError) {
        return try template.template.render(lower(table, with: options), capacity: capacity(for: table))
    } catch {
        throw CompilerFault(error)
    }
}

/// Room for the file of a table: a host takes 700 bytes where most have servers and upstreams of their own.
func capacity(for table: RoutingTable) -> Int { (table.hosts.count + 64) << 10 }

/// A fault of this program, not of its input; nothing may be written then.
public struct CompilerFault: Error, Sendable {
    /// What to report.
    public let message: String
}

extension CompilerFault {
    init(_ error: RenderError) {
        switch error {
        case .differs(let line): message = "line \(line) of the file would not say to nginx what was meant"
        }
    }
}
