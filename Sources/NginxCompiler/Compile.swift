public import RouteModel

/// Compiles one service cluster's routing table into its nginx.conf.
///
/// The file is read back with nginx's own word rules before it is returned. That it says something else than was meant
/// is a fault of this program: then there is no file.
public func compile(
    _ table: RoutingTable, with options: ProxyOptions, by template: ConfigTemplate
) throws(CompilerFault) -> [UInt8] {
    var source: CompilationSource?
    return try compile(table, with: options, by: template, keeping: &source)
}

/// What a file was made of.
public struct CompilationSource {
    fileprivate let config: ConfigBlock
}

/// The same, for whoever ends soon: `source` keeps what the file was made of, so that its thousands of objects are not
/// freed one by one.
///
/// - Parameter sharing: a second thread for a part of the work.
public func compile(
    _ table: RoutingTable, with options: ProxyOptions, by template: ConfigTemplate,
    keeping source: inout CompilationSource?, sharing: SharedWork? = nil
) throws(CompilerFault) -> [UInt8] {
    let config = lower(table, with: options, sharing: sharing)
    source = CompilationSource(config: config)
    let template = try template.loaded()
    do throws(RenderError) {
        return try template.render(config, capacity: capacity(for: table), sharing: sharing)
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
