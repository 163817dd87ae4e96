import Foundation
import Testing

/// The nginx that tests run: the system's own, with Debian's folders.
enum Nginx {
    /// Path of the binary; `nil` where none is installed.
    static let binary: String? = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = ["/usr/sbin"] + path.utf8.split(separator: UInt8(ascii: ":")).compactMap { String($0) }
        return folders.map { $0 + "/nginx" }.first(where: FileManager.default.isExecutableFile)
    }()

    /// The binary as `Process` takes it.
    static func url() throws(NginxMissing) -> URL {
        guard let binary else { throw NginxMissing() }
        return URL(fileURLWithPath: binary)
    }

    /// Whether its absence is a failure rather than a reason to skip: `NGINXGEN_REQUIRE_NGINX=1`.
    static let isRequired = ProcessInfo.processInfo.environment["NGINXGEN_REQUIRE_NGINX"] == "1"
}

/// There is no nginx to run.
struct NginxMissing: Error, CustomStringConvertible {
    var description: String { "nginx is not installed; apt-get install nginx libnginx-mod-stream" }
}

extension Trait where Self == ConditionTrait {
    /// Skips where there is no nginx, and says so.
    static var needsNginx: Self {
        .enabled(if: Nginx.binary != nil, Comment(rawValue: NginxMissing().description))
    }
}
