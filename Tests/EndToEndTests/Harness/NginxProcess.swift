import Foundation

/// A master or worker of nginx, as `/proc` shows it.
struct NginxProcess: Hashable, Sendable {
    let pid: pid_t

    /// What this master has started and not yet buried.
    static func children(of master: pid_t) -> Set<NginxProcess> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return Set(names.compactMap { pid_t($0) }.map(NginxProcess.init).filter { $0.parent == master })
    }

    /// Whether it has not ended; one that has, but that nobody has waited for yet, has no title any more.
    var isRunning: Bool { !title.isEmpty }

    /// Whether it is a worker that takes connections. A worker says so once it is ready; one of an old generation
    /// renames itself before it takes no more, and lives on while a request of its own lasts.
    var isServing: Bool { titleContains("worker process") && !titleContains("is shutting down") }

    private func titleContains(_ text: String) -> Bool { title.firstRange(of: Array(text.utf8)) != nil }

    private var title: Data { contents(of: "cmdline") }

    /// The fourth field of `stat`, counted from the end of the second, `(name)`, since a name may hold blanks.
    private var parent: pid_t? {
        let stat = contents(of: "stat")
        guard let end = stat.lastIndex(of: UInt8(ascii: ")")) else { return nil }
        let fields = stat[end...].split(separator: UInt8(ascii: " "))
        return fields.count > 2 ? pid_t(String(decoding: fields[2], as: UTF8.self)) : nil
    }

    private func contents(of name: String) -> Data {
        FileManager.default.contents(atPath: "/proc/\(pid)/\(name)") ?? Data()
    }
}
