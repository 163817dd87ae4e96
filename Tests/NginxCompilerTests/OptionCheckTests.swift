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
            "2:16: HTTPOptions repeats server_tokens, which the template may write in http and which may stand there once"
        ),
        (
            #"GlobalOptions = ["env A", "events { accept_mutex on; }"]"#,
            "2:27: GlobalOptions[1] repeats events, which the template may write in main and which may stand there once"
        ),
        (
            #"HTTPOptions = ["gzip on", "gzip off"]"#,
            "2:27: HTTPOptions[1] repeats gzip, which stands in a statement already and may only once"
        ),
        (
            #"HTTPOptions = ["gzip on; gzip on;"]"#,
            "2:16: HTTPOptions repeats gzip, which stands in a statement already and may only once; it is left out"
        ),
        (
            #"HTTPOptions = ["resolver 1.1.1.1"]"#,
            "2:16: HTTPOptions repeats resolver, which the template may write in http and which may stand there once; "
                + "set Resolver instead; it is left out"
        ),
        (
            #"HTTPOptions = ["log_format  'main' x"]"#,
            "2:16: HTTPOptions repeats log_format main, which the template may write in http"
        ),
        (
            #"TCPOptions = ["log_format stream x"]"#,
            "2:15: TCPOptions repeats log_format stream, which the template may write in stream"
        ),
        (
            #"HTTPOptions = ["log_format a x; log_format a y;"]"#,
            "2:16: HTTPOptions repeats log_format a, which stands in a statement already"
        ),
        (
            #"HTTPOptions = ["map $a $backend { default b; }"]"#,
            "2:16: HTTPOptions repeats $backend, which the template may write in http"
        ),
        (
            #"SSLCiphers = "NONSENSE""#,
            "2:14: SSLCiphers names no class or suite that is sure to be known, like HIGH; it stays HIGH:!aNULL:!MD5"
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
        #"HTTPOptions = ["proxy_ignore_headers Expires", "proxy_next_upstream off", "log_format a x", "log_format b x"]"#,
        #"HTTPOptions = ["map $a $b { c d; }", "geo $b { default d; }"]"#,
        "SSLOpts = 'ssl_protocols TLSv1.3'",
        #"TCPOptions = ["server_tokens on"]"#,
    ])
    func takesWhatMayStandThereAgain(_ config: String) throws { #expect(try check(config).isEmpty) }

    @Test(arguments: [
        "HIGH:!aNULL:!MD5", "EECDH+AESGCM:EDH+AESGCM", "ECDHE-RSA-AES128-GCM-SHA256:NONSENSE", "DEFAULT@SECLEVEL=1",
        "!aNULL,kRSA", "AES256-SHA", "PROFILE=SYSTEM",
    ])
    func takesCiphersThatAreKnown(_ list: String) throws { #expect(try check("SSLCiphers = '\(list)'").isEmpty) }

    @Test(arguments: [
        "", "high", "!HIGH", "-HIGH", "+HIGH", "HIGH:!HIGH", "MEDIUM", "TLS_AES_128_GCM_SHA256", "HIGH+NONSENSE",
        "@SECLEVEL=1", "ECDHE-NONSENSE",
    ])
    func takesNoCiphersThatMayAllBeUnknown(_ list: String) {
        #expect(!CipherList.namesSuite(Array(list.utf8)))
    }

    /// A variable that the template defines for itself must not be another's, which nginx would take instead.
    @Test func knowsTheVariablesOfTheTemplate() {
        let lines = ConfigTemplate.builtInText.split(separator: UInt8(ascii: "\n"))
        let texts = lines.map { String(decoding: $0, as: UTF8.self).split(separator: " ") }
        let maps = texts.filter { $0.first == "map" && $0.count == 4 && $0[2].hasPrefix("$") }
        let sets = texts.filter { $0.first == "set" }.map { String($0[1]) }
        let known = ConfigContext.allCases.flatMap { $0.definitions["map", default: []] }
        #expect(Set(maps.map { String($0[2]) } + sets) == Set(known))
    }

    @Test(arguments: [
        ("10.0.0.5/8", "10.0.0.0/8"), ("10.0.0.5", "10.0.0.5"), ("10.0.0.5/32", "10.0.0.5/32"),
        ("10.0.0.5/0", "0.0.0.0/0"), ("fd00::1/64", "fd00::/64"), ("fd00:0:0:1:2::3/80", "fd00:0:0:1:2::/80"),
        ("fd12::1/8", "fd00::/8"),
    ])
    func writesRangesFromTheirFirstAddress(_ range: String, _ written: String) {
        #expect(NetworkText(checking: range)?.text == written)
    }

    @Test func tellsWhereAWordOfALogFormatIsUnfit() {
        #expect(throws: ConfError(offset: 4, line: 2, reason: .unfitWord)) { try RawWords("'a'\n'\\r'".utf8) }
    }
}
