import RouteModel

/// What a version of nginx can do, by its change log.
extension NginxVersion {
    /// `ssl_reject_handshake`
    var canRejectHandshakes: Bool { self >= NginxVersion(1, 19, 4) }
    /// `http2 on`; before, `http2` stands in `listen`.
    var hasHTTP2Directive: Bool { self >= NginxVersion(1, 25, 1) }
    /// `keepalive_min_timeout`, with which a reload closes no connection under a client's next request.
    var hasKeepaliveMinTimeout: Bool { self >= NginxVersion(1, 27, 4) }
    /// Connections to peers are kept unless the file says otherwise.
    var keepsPeersByDefault: Bool { self >= NginxVersion(1, 29, 7) }
}
