/// The whole file: what stands outside all blocks, and the blocks in it.
struct ConfigBlock: TemplateBlock {
    let options: ProxyOptions
    let http: HTTPBlock

    static let fields = Fields<Self>(
        "config", "the whole file",
        [
            .word("user", .name, "the user that workers run as") { .name($0.options.user) },
            .word("workerProcesses", .name, "how many workers: a number, or auto") {
                .name($0.options.workerProcesses)
            },
            .word("openFiles", .number, "files that a worker may have open") { .number($0.options.openFiles) },
            .word("errorLog", .text, "where errors are logged") { .text($0.options.errorLog) },
            .word("pidPath", .text, "the file with the master's process number") { .text($0.options.pidPath) },
            .statements("options", "the operator's GlobalOptions") { $0.options.globalOptions },
            .word("workerConnections", .number, "connections that a worker may have open") {
                .number($0.options.workerConnections)
            },
            .part("http", HTTPBlock.self, "everything that speaks HTTP") { $0.http },
            .block("stream", StreamBlock.self, "everything that does not; present if there is anything") {
                StreamBlock(options: $0.options.tcpOptions)
            },
        ])
}

/// What is routed without looking into it.
struct StreamBlock: TemplateBlock {
    let options: [RawStatement]

    /// `nil` if there is nothing to write.
    init?(options: [RawStatement]) {
        guard !options.isEmpty else { return nil }
        self.options = options
    }

    static let fields = Fields<Self>(
        "stream", "everything that does not speak HTTP",
        [.statements("options", "the operator's TCPOptions") { $0.options }])
}
