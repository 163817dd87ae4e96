public import RouteModel

public final class FileMemory {
    public init() {}
}
public func compile(
    _ table: RoutingTable, with options: ProxyOptions, by template: ConfigTemplate, remembering memory: FileMemory
) throws(CompilerFault) -> [UInt8] {
    try compile(table, with: options, by: template)
}
