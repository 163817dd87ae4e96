public import RouteModel

/// An operator's settings for one proxy, checked by nginx's own rules: nothing in here can stop nginx.
public struct ProxyOptions: Sendable {
    /// What was wrong with single settings; each keeps its default, or is left out.
    public private(set) var diagnostics: [Diagnostic] = []

    let user: String
    let workerProcesses: String
    let openFiles: Int
    let workerConnections: Int
    let pidPath: CheckedText
    let errorLog: CheckedText
    let accessLog: CheckedText
    let logFormats: [LogFormatBlock]
    let hideInfoHeaders: Bool
    let globalOptions: [RawStatement]
    let httpOptions: [RawStatement]
    let tcpOptions: [RawStatement]
    let sslOptions: [RawStatement]

    let httpVersion: HTTPVersion
    let connectTimeout: Int
    let sendTimeout: Int
    let readTimeout: Int
    let keepaliveTimeout: NginxTime
    let clientBodyTimeout: NginxTime
    let clientMaxBodySize: NginxSize
    let clientBodyBufferSize: NginxSize
    let clientHeaderBufferSize: NginxSize
    let largeHeaderBuffers: BufferSet
    let underscoresInHeaders: Bool

    let sslProtocols: [String]
    let sslCiphers: CheckedText
    let dhParameters: CheckedText?

    /// In KiB; `nil`: no zone.
    let zoneSize: Int?
    /// In bytes.
    let hashBucketSize: Int
    let targetPort: Int
    let publishedPort: Int
    let targetSSLPort: Int
    let publishedSSLPort: Int

    let version: NginxVersion
    let usesHTTP2: Bool
    /// How many idle connections each worker keeps to the peers of an upstream; 0: none.
    let keepalive: Int
    /// An address and perhaps a port.
    let resolver: String
    let resolverValid: NginxTime
    let statusAllow: [String]
    let trustedProxies: [String]

    /// Checks the settings of one service cluster, for a file that `template` writes.
    public init(_ cluster: Extension, for template: ConfigTemplate) {
        let settings = cluster.proxy
        var check = OptionCheck(for: template)
        user = settings.user
        workerProcesses = if case .number(let count) = settings.workerProcesses { "\(count)" } else { "auto" }
        openFiles = check.openFiles(settings, of: cluster)
        workerConnections = settings.maxConnections
        pidPath = check.text(settings.pidPath, "PidPath", else: "/var/run/proxy.pid")
        errorLog = check.text(settings.errorLogPath, "ErrorLogPath", else: "/dev/stdout")
        accessLog = check.textWithVariables(settings.accessLogPath, "AccessLogPath", else: "/dev/stdout")
        logFormats = check.logFormats(of: settings)
        hideInfoHeaders = settings.hideInfoHeaders
        globalOptions = check.statements(settings.globalOptions, "GlobalOptions", in: .main)
        sslOptions = check.statements(
            settings.sslOpts.text.utf8.isEmpty ? [] : [settings.sslOpts], "SSLOpts", in: .http)
        httpOptions = check.statements(settings.httpOptions, "HTTPOptions", in: .http)
        tcpOptions = check.statements(settings.tcpOptions, "TCPOptions", in: .stream)
        httpVersion = settings.httpVersion
        connectTimeout = settings.connectTimeout
        sendTimeout = settings.sendTimeout
        readTimeout = settings.readTimeout
        keepaliveTimeout = settings.keepaliveTimeout
        clientBodyTimeout = settings.clientBodyTimeout
        clientMaxBodySize = settings.clientMaxBodySize
        clientBodyBufferSize = settings.clientBodyBufferSize
        clientHeaderBufferSize = settings.clientHeaderBufferSize
        largeHeaderBuffers = settings.largeClientHeaderBuffers
        underscoresInHeaders = settings.underscoresInHeaders
        sslProtocols = settings.sslProtocols
        sslCiphers = check.ciphers(settings.sslCiphers, else: "HIGH:!aNULL:!MD5")
        dhParameters = check.dhParameters(of: settings)
        zoneSize = settings.upstreamZoneSize
        hashBucketSize = check.hashBucketSize(settings.serverNamesHashBucketSize)
        targetPort = cluster.targetPort
        publishedPort = cluster.publishedPort
        targetSSLPort = cluster.targetSSLPort
        publishedSSLPort = cluster.publishedSSLPort
        version = check.version(of: settings)
        usesHTTP2 = settings.http2
        keepalive = settings.upstreamKeepalive
        resolver = settings.resolver.text
        resolverValid = settings.resolverValid
        statusAllow = settings.statusAllow.map(\.text)
        trustedProxies = settings.trustedProxies.map(\.text)
        diagnostics = check.diagnostics.sorted()
    }

    /// The host that a client asked for, over TLS; `$host` has no port.
    var tlsHost: CheckedText {
        let port = publishedSSLPort == 443 ? "" : ":\(publishedSSLPort)"
        return CheckedText("https://$host" + port) ?? CheckedText(checked: "https://$host")
    }

    /// Whether answers are cached by host: the operator has a cache, and does not say by what it tells requests apart.
    /// nginx itself takes the name behind `proxy_pass`, which is an address where hosts are lines: one for all hosts of a
    /// service, and another service's tomorrow.
    var cachesByHost: Bool {
        let names = httpOptions.flatMap(\.directives).map(\.name)
        func has(_ name: String) -> Bool { names.contains { $0.elementsEqual(name.utf8) } }
        return has("proxy_cache") && !has("proxy_cache_key")
    }

    /// Whether requests are logged at all.
    var logsRequests: Bool { !accessLog.bytes.elementsEqual("off".utf8) }

    /// Where connections that go on as they are are logged; `nil`: nowhere. A path with a variable is for requests alone:
    /// `stream` knows neither `$host` nor most of the others, and an unknown variable stops nginx.
    var connectionLog: CheckedText? {
        logsRequests && !accessLog.bytes.contains(UInt8(ascii: "$")) ? accessLog : nil
    }

    /// Whether requests are logged to a file of its own, not to a device, a log server or wherever a variable says.
    var accessLogIsFile: Bool {
        let path = accessLog.bytes
        return path.first == UInt8(ascii: "/") && !path.starts(with: "/dev/".utf8) && !path.contains(UInt8(ascii: "$"))
    }
}
