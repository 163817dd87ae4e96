/// OpenSSL's lists of ciphers for TLS up to 1.2 (`openssl-ciphers`, section "cipher list format").
///
/// OpenSSL passes over names that it does not know, and nginx stops where no suite is left. So a list must hold a name
/// that every OpenSSL since 1.1 knows and has suites for; `LOW`, `MEDIUM` and `TLS_…` alone give none.
enum CipherList {
    /// Whether `list` adds a class or suite that is sure to be known, and does not remove it for good.
    static func namesSuite(_ list: [UInt8]) -> Bool {
        let elements = list.split { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",") }
        let removed = elements.filter { $0.first == UInt8(ascii: "!") }.map { $0.dropFirst() }
        let names = elements.map { $0.prefix { $0 != UInt8(ascii: "@") } }
        return names.contains { isKnown($0) && !removed.contains($0) }
    }

    /// Whether all that an element combines with `+` is known; what begins `!`, `-` or `+` adds nothing, nor does the
    /// level that may stand behind an `@`.
    private static func isKnown(_ element: ArraySlice<UInt8>) -> Bool {
        if suites.contains(where: { element.elementsEqual($0.utf8) }) { return true }
        let classes = element.split(separator: UInt8(ascii: "+"), omittingEmptySubsequences: false)
        return classes.allSatisfy { name in Self.classes.contains { name.elementsEqual($0.utf8) } }
    }

    private static let classes = [
        "AES", "AES128", "AES256", "AESCCM", "AESGCM", "ALL", "CHACHA20", "DEFAULT", "DH", "DHE", "ECDH", "ECDHE",
        "ECDSA", "EDH", "EECDH", "FIPS", "HIGH", "PROFILE=SYSTEM", "RSA", "SHA", "SHA1", "SHA256", "SHA384",
        "SUITEB128",
        "SUITEB128ONLY", "SUITEB192", "TLSv1.2", "aECDSA", "aRSA", "kDHE", "kECDHE", "kEDH", "kEECDH", "kRSA",
    ]

    private static let suites: [String] = {
        let ciphers = ["AES128-GCM-SHA256", "AES256-GCM-SHA384", "AES128-SHA256", "AES128-SHA", "AES256-SHA"]
        let exchanges = ["", "DHE-RSA-", "ECDHE-ECDSA-", "ECDHE-RSA-"]
        return exchanges.flatMap { exchange in ciphers.map { exchange + $0 } } + [
            "AES256-SHA256", "DHE-RSA-AES256-SHA256", "DHE-RSA-CHACHA20-POLY1305", "ECDHE-ECDSA-AES256-SHA384",
            "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-AES256-SHA384", "ECDHE-RSA-CHACHA20-POLY1305",
        ]
    }()
}
