public import RouteModel

/// The last file of one service cluster, so that only what has changed of it is written again.
///
/// Whatever it holds, the next file is the same as without it. It takes some four times the memory of the file.
public final class FileMemory {
    fileprivate let options: ProxyOptions
    fileprivate let template: ConfigTemplate
    fileprivate let lowering = LoweringMemory()
    fileprivate let rendering = RenderMemory()

    /// Of files that are written with `options` and by `template`.
    public init(_ options: ProxyOptions, by template: ConfigTemplate) {
        self.options = options
        self.template = template
    }
}

/// Compiles one service cluster's routing table into its nginx.conf, with the help of what is remembered of the last one:
/// what has not changed is neither made nor read back again.
public func compile(_ table: RoutingTable, remembering memory: FileMemory) throws(CompilerFault) -> [UInt8] {
    let config = lower(table, with: memory.options, remembering: memory.lowering)
    let template = try memory.template.loaded()
    do throws(RenderError) {
        return try template.render(config, capacity: capacity(for: table), remembering: memory.rendering)
    } catch {
        throw CompilerFault(error)
    }
}
