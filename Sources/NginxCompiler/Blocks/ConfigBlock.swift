/// The whole file: what stands outside all blocks, and the blocks in it.
struct ConfigBlock: TemplateBlock {
    let options: ProxyOptions
    let http: HTTPBlock
    let stream: StreamBlock?

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
                $0.stream
            },
        ])
}
