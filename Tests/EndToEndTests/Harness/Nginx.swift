import Foundation
import Testing

/// The nginx that tests run: the system's own, with Debian's folders.
enum Nginx {
    /// Path of the binary; `nil` where none is installed.
    static let binary = executable("nginx")

    /// Whether nginx is here, and the openssl that asks it over TLS.
    static let canBeAsked = binary != nil && executable("openssl") != nil

    private static func executable(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let folders = ["/usr/sbin"] + path.utf8.split(separator: UInt8(ascii: ":")).compactMap { String($0) }
        return folders.map { "\($0)/\(name)" }.first(where: FileManager.default.isExecutableFile)
    }

    /// The binary as `Process` takes it.
    static func url() throws(NginxMissing) -> URL {
        guard let binary else { throw NginxMissing() }
        return URL(fileURLWithPath: binary)
    }

    /// Whether its absence is a failure rather than a reason to skip: `NGINXGEN_REQUIRE_NGINX=1`.
    static let isRequired = ProcessInfo.processInfo.environment["NGINXGEN_REQUIRE_NGINX"] == "1"
}

/// There is no nginx to run, or nothing to ask it with.
struct NginxMissing: Error, CustomStringConvertible {
    var description: String { "nginx or openssl is not installed; apt-get install nginx libnginx-mod-stream openssl" }
}

extension Trait where Self == ConditionTrait {
    /// Skips where there is no nginx or no openssl, and says so.
    static var needsNginx: Self {
        .enabled(if: Nginx.canBeAsked, Comment(rawValue: NginxMissing().description))
    }
}
