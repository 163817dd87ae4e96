/// What makes a configuration that was compiled for the proxy's container run on the machine of the test.
///
/// Written as `["listen 80 ": "listen 127.0.0.1:18080 ", "user nginx;": "user www-data;"]`. Replacements are made in
/// this order, each wherever its text stands. Relative paths are read from the folder nginx runs in.
struct Adaptation: Sendable, ExpressibleByDictionaryLiteral {
    private let replacements: [(find: [UInt8], replacement: [UInt8])]

    init(_ replacements: [(find: String, replacement: String)]) {
        self.replacements = replacements.map { (Array($0.utf8), Array($1.utf8)) }
    }

    init(dictionaryLiteral elements: (String, String)...) {
        self.init(elements.map { (find: $0, replacement: $1) })
    }

    /// - Throws: `TextMissing` when a text to replace does not stand in `configuration`: the test no longer fits
    ///   what is compiled, and must not go on with half of its replacements.
    func adapt(_ configuration: [UInt8]) throws(TextMissing) -> [UInt8] {
        try adapt([("nginx.conf", configuration)])[0].bytes
    }

    /// Adapts the files of one configuration: the main one, then those that it includes.
    ///
    /// - Throws: as for one file, when a text stands in none of them.
    func adapt(_ files: [ConfigurationFile]) throws(TextMissing) -> [ConfigurationFile] {
        var adapted = files
        for (find, replacement) in replacements {
            guard adapted.contains(where: { $0.bytes.firstRange(of: find) != nil }) else {
                throw TextMissing(text: find)
            }
            for index in adapted.indices { adapted[index].bytes.replace(find, with: replacement) }
        }
        adapted[0].bytes = Self.loadingStreamModule(Self.keepingTemporaryFiles(adapted[0].bytes))
        return adapted
    }

    /// Debian builds `stream` as a module to be loaded; in the image of nginx it is built in.
    private static func loadingStreamModule(_ configuration: [UInt8]) -> [UInt8] {
        guard start(ofLine: "stream {", in: configuration) != nil else { return configuration }
        return Array("load_module /usr/lib/nginx/modules/ngx_stream_module.so; ".utf8) + configuration
    }

    /// The folders for bodies that nginx was built with belong to root; these are made where it runs. No line is
    /// added, so that nginx's messages count the lines of what was given.
    private static func keepingTemporaryFiles(_ configuration: [UInt8]) -> [UInt8] {
        let block = "http {"
        guard let start = start(ofLine: block, in: configuration) else { return configuration }
        let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { " \($0)_temp_path \($0);" }
        let end = start + block.utf8.count
        return configuration[..<end] + Array(paths.joined().utf8) + configuration[end...]
    }

    private static func start(ofLine text: String, in configuration: [UInt8]) -> Int? {
        let lines = configuration.split(separator: UInt8(ascii: "\n"))
        return lines.first { $0.starts(with: text.utf8) }?.startIndex
    }
}

/// A file of a configuration, by its name in the folder of nginx.
typealias ConfigurationFile = (name: String, bytes: [UInt8])

/// A text to replace that is not there.
struct TextMissing: Error, CustomStringConvertible {
    let text: [UInt8]

    var description: String {
        "the configuration does not contain \"\(String(decoding: text, as: UTF8.self))\"; adapt what is there"
    }
}
