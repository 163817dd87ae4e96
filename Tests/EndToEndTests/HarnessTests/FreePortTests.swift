import Testing

@Test(arguments: ["127.0.0.1", "127.0.0.11"] + (Endpoint.machineHasIPv6 ? ["::1"] : []))
func freePortsAreFreeAndDiffer(_ address: String) throws {
    let ports = try (1...5).map { _ in try FreePort.on(address) }
    let sockets = try ports.map { try Socket.listening(on: Endpoint(address, $0)) }
    #expect(Set(ports).count == 5 && sockets.count == 5)
}
