/// Every key of config.toml with the place it goes to: reference sections 3.2 to 3.6.
extension CoreSettings {
    static let options: [Option<CoreSettings>] = [
        Option("ListenAddr", \.listenAddr, .text),
        Option("DockerURL", \.dockerURL, .text),
        Option("TLSCACert", \.tlsCACert, .text),
        Option("TLSCert", \.tlsCert, .text),
        Option("TLSKey", \.tlsKey, .text),
        Option("AllowInsecure", \.allowInsecure, .flag),
        Option("PollInterval", \.pollInterval, .span),
        Option("EndpointOverride", \.endpointOverride, .text),
    ]
}

extension Extension {
    static let options: [Option<Extension>] = [
        Option("Image", \.extensionService.image, .text),
        Option("ServiceName", \.extensionService.name, .text),
        Option("Args", \.extensionService.args, .texts),
        Option("Labels", \.extensionService.labels, .labels),
        Option("ContainerLabels", \.extensionService.containerLabels, .labels),
        Option("Constraints", \.extensionService.constraints, .texts),
        Option("PlacementPreferences", \.extensionService.placementPreferences, .texts),
        Option("ProxyImage", \.proxyService.image, .text),
        Option("ProxyServiceName", \.proxyService.name, .text),
        Option("ProxyArgs", \.proxyService.args, .texts),
        Option("ProxyLabels", \.proxyService.labels, .labels),
        Option("ProxyContainerLabels", \.proxyService.containerLabels, .labels),
        Option("ProxyConstraints", \.proxyService.constraints, .texts),
        Option("ProxyPlacementPreferences", \.proxyService.placementPreferences, .texts),
        Option("ProxyConfigPath", \.proxyConfigPath, .path),
        Option("ProxyReplicas", \.proxyReplicas, .number(0...100_000)),
        Option("ProxyStopSignal", \.proxyStopSignal, .text),
        Option("ProxyStopGracePeriod", \.proxyStopGracePeriod, .span),
        Option("ProxyUpdateDelay", \.proxyUpdateDelay, .span),
        Option("ServiceCluster", \.serviceCluster, .text),
        Option("Networks", \.networks, .texts),
        Option("PublishMode", \.publishMode, .choice),
        Option("PublishedPort", \.publishedPort, .number(1...65535)),
        Option("TargetPort", \.targetPort, .number(1...65535)),
        Option("PublishedSSLPort", \.publishedSSLPort, .number(1...65535)),
        Option("TargetSSLPort", \.targetSSLPort, .number(1...65535)),
        Option("Template", \.template, .text),
        Option("HitlessServiceUpdate", \.hitlessServiceUpdate, .flag),
        Option("ConfigImage", \.configImage, .text),
        Option("ConfigServiceName", \.configServiceName, .text),
    ]
}

extension ProxySettings {
    /// Seconds that fit nginx's milliseconds.
    private static let seconds = Reading<Int>.number(1...2_000_000)

    static let options: [Option<ProxySettings>] = [
        Option("Version", \.version, .text),
        Option("HTTPVersion", \.httpVersion, .choice),
        Option("User", \.user, .word("the name of a user", besidesLetters: "_-.")),
        Option("PidPath", \.pidPath, .text),
        Option("MaxConnections", \.maxConnections, .number(1...1_000_000)),
        Option("ConnectTimeout", \.connectTimeout, seconds),
        Option("SendTimeout", \.sendTimeout, seconds),
        Option("ReadTimeout", \.readTimeout, seconds),
        Option("IPHash", \.ipHash, .flag),
        Option("AdminUser", \.adminUser, .text),
        Option("AdminPass", \.adminPass, .text),
        Option("SSLOpts", \.sslOpts, .text),
        Option("SSLDefaultDHParam", \.sslDefaultDHParam, .number(0...65536)),
        Option("SSLDefaultDHParamPath", \.sslDefaultDHParamPath, .text),
        Option("SSLVerify", \.sslVerify, .text),
        Option("WorkerProcesses", \.workerProcesses, .workers),
        Option("RLimitNoFile", \.rLimitNoFile, .number(1...10_000_000)),
        Option("SSLCiphers", \.sslCiphers, .word("ciphers as OpenSSL lists them", besidesLetters: ":!+-@=._,")),
        Option("SSLProtocols", \.sslProtocols, .protocols),
        Option("AccessLogPath", \.accessLogPath, .text),
        Option("ErrorLogPath", \.errorLogPath, .text),
        Option("MainLogFormat", \.mainLogFormat, .text),
        Option("TraceLogFormat", \.traceLogFormat, .text),
        Option("KeepaliveTimeout", \.keepaliveTimeout, .time),
        Option("ClientMaxBodySize", \.clientMaxBodySize, .size),
        Option("ClientBodyBufferSize", \.clientBodyBufferSize, .bufferSize),
        Option("ClientHeaderBufferSize", \.clientHeaderBufferSize, .bufferSize),
        Option("LargeClientHeaderBuffers", \.largeClientHeaderBuffers, .buffers),
        Option("ClientBodyTimeout", \.clientBodyTimeout, .time),
        Option("UnderscoresInHeaders", \.underscoresInHeaders, .flag),
        Option("UpstreamZoneSize", \.upstreamZoneSize, .number(32...1_048_576)),
        Option("ServerNamesHashBucketSize", \.serverNamesHashBucketSize, .number(1...32768)),
        Option("GlobalOptions", \.globalOptions, .statements),
        Option("HTTPOptions", \.httpOptions, .statements),
        Option("TCPOptions", \.tcpOptions, .statements),
        Option("HideInfoHeaders", \.hideInfoHeaders, .flag),
        Option("HTTP2", \.http2, .flag),
        Option("UpstreamKeepalive", \.upstreamKeepalive, .number(0...10_000)),
        Option("Resolver", \.resolver, .socket),
        Option("ResolverValid", \.resolverValid, .timeInSeconds),
        Option("StatusAllow", \.statusAllow, .networks),
        Option("TrustedProxies", \.trustedProxies, .networks),
    ]

    /// Keys of Interlock's HAProxy extension (3.6) that nginx has no use for.
    static let haproxyKeys = ["ClientTimeout", "ServerTimeout", "DefaultOptions"]
}
