extension NginxCheck {
    /// Tries a file that was compiled for the proxy's container, in a folder of its own, as `MachineFile` changes it.
    init(ofCompiled conf: [UInt8], isForThisVersion: Bool = true) throws {
        let folder = try TemporaryFolder()
        defer { try? folder.remove() }
        let file = try MachineFile(conf, in: folder, isForThisVersion: isForThisVersion)
        try folder.write(try Adaptation([]).adapt(file.bytes), to: "nginx.conf")
        try self.init(of: folder.file("nginx.conf"), in: folder.path)
    }
}
