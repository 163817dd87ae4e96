import RouteModel
import Testing

@testable import NginxCompiler

/// What is said about an operator's statements that cannot be written: the option, its index and the line within it.
@Suite struct OptionCheckTests {
    private func check(_ config: String) throws -> [String] {
        let settings = try readSettings(Array(("[Extensions.default.Config]\n" + config).utf8))
        let options = try ProxyOptions(settings.extensions[0], for: .builtIn())
        return options.diagnostics.map(\.description)
    }

    @Test(arguments: [
        (#"HTTPOptions = ["gzip on; }"]"#, "2:16: HTTPOptions is no statement of nginx: `}` may not stand here"),
        (#"HTTPOptions = ["gzip on", ""]"#, "2:27: HTTPOptions[1] is no statement of nginx: there is no statement"),
        (
            "HTTPOptions = ['''gzip on;\ngzip_vary 'on;\n''']",
            "2:16: HTTPOptions is no statement of nginx: line 2: the word that begins here does not end"
        ),
        (
            "GlobalOptions = ['''env A;\nenv B }''']",
            "2:18: GlobalOptions is no statement of nginx: line 2: `}` may not stand here"
        ),
        (
            "MainLogFormat = '''\n'a'\n'b\n'''",
            "2:17: MainLogFormat is no log format: line 2: the word that begins here does not end"
        ),
        (#"TCPOptions = ["map a b {"]"#, "2:15: TCPOptions is no statement of nginx: a block is not closed"),
        (
            #"HTTPOptions = ["server_tokens on"]"#,
            "2:16: HTTPOptions repeats server_tokens, which stands in http already and may only once"
        ),
        (
            #"GlobalOptions = ["env A", "events { accept_mutex on; }"]"#,
            "2:27: GlobalOptions[1] repeats events, which stands in main already and may only once"
        ),
        (
            #"HTTPOptions = ["gzip on", "gzip off"]"#,
            "2:27: HTTPOptions[1] repeats gzip, which stands in http already and may only once"
        ),
        (
            "SSLOpts = 'ssl_protocols TLSv1.3'",
            "2:11: SSLOpts repeats ssl_protocols, which stands in http already and may only once"
        ),
    ])
    func reports(_ config: String, _ beginning: String) throws {
        let diagnostics = try check(config)
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.hasPrefix("error option-invalid config.toml:\(beginning)") == true, "\(diagnostics)")
    }

    @Test(arguments: ["/dev/$", "/x/$-", "/x/${a", "/x/${}", "$$"])
    func refusesVariablesThatNginxCannotRead(_ path: String) throws {
        let ofLog = try check("AccessLogPath = '\(path)'").joined()
        #expect(ofLog.contains(":2:17: AccessLogPath has a `$` without a name"), "\(ofLog)")
        let ofFormat = try check("MainLogFormat = \"'$remote_addr' '\(path)'\"").joined()
        #expect(ofFormat.contains(":2:17: MainLogFormat has a `$` without a name"), "\(ofFormat)")
    }

    @Test(arguments: ["/x/$host.log", "/x/${host}x", "/x/$1", "off", "syslog:server=127.0.0.1"])
    func takesVariablesThatNginxCanRead(_ path: String) throws {
        #expect(try check("AccessLogPath = '\(path)'").isEmpty)
    }

    @Test(arguments: [
        #"HTTPOptions = ["limit_req zone=a", "limit_req zone=b", "proxy_set_header A b", "map $a $b { c d; }"]"#,
        #"GlobalOptions = ["env A", "env B"]"#,
        #"TCPOptions = ["server_tokens on"]"#,
    ])
    func takesWhatMayStandThereAgain(_ config: String) throws { #expect(try check(config).isEmpty) }
}
