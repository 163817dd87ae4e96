@testable import NginxCompiler

/// A small data model in the likeness of nginx's, for tests of the template engine.
struct SampleFile: TemplateBlock {
    var upstreams: [SampleUpstream] = []
    var word: Word?
    var note = text("a note")
    var isVerbose = false
    var limits = SampleLimits()
    var options: [RawStatement] = []

    static let fields = Fields<Self>(
        "file", "the whole of it",
        [
            .blocks("upstreams", SampleUpstream.self, "the pools of peers") { $0.upstreams },
            .optional("anything", .text, "a text that may be absent") { $0.word },
            .word("note", .text, "a text that is there") { .text($0.note) },
            .word("host", .host, "a host") { _ in .host("default") },
            .word("client", .variable, "a variable") { _ in .variable("$remote_addr") },
            .flag("isVerbose", "whether to say more") { $0.isVerbose },
            .part("limits", SampleLimits.self, "sizes and times") { $0.limits },
            .statements("options", "the operator's own statements") { $0.options },
        ])

    /// A text of a test, which is known to be fit.
    static func text(_ string: String) -> CheckedText {
        guard let text = CheckedText(string) else { preconditionFailure("\(string) is not a checked text") }
        return text
    }
}

struct SampleUpstream: TemplateBlock {
    var name: String
    var peers: [SamplePeer] = []
    var zone: SampleZone?
    var hosts: [String] = []
    var keepalive: Int?

    static let fields = Fields<Self>(
        "upstream", "a named pool of peers",
        [
            .word("name", .name, "its name, unique in the file") { .name($0.name) },
            .blocks("peers", SamplePeer.self, "where requests go") { $0.peers },
            .block("zone", SampleZone.self, "memory that workers share") { $0.zone },
            .words("hosts", .host, "the hosts it serves") { $0.hosts.map(Word.host) },
            .optional("keepalive", .number, "idle connections kept to the peers") { $0.keepalive.map(Word.number) },
        ])
}

struct SamplePeer: TemplateBlock {
    var address: String
    var maxFails: Int?

    static let fields = Fields<Self>(
        "peer", "one address and port",
        [
            .word("address", .address, "its address and port") { .address($0.address) },
            .optional("maxFails", .number, "failures before it is left out") { $0.maxFails.map(Word.number) },
        ])
}

struct SampleZone: TemplateBlock {
    var name: String
    var size: String

    static let fields = Fields<Self>(
        "zone", "memory that workers share",
        [
            .word("name", .name, "its name") { .name($0.name) },
            .word("size", .size, "its size") { .size($0.size) },
        ])
}

struct SampleLimits: TemplateBlock {
    var path = "/run/x"
    var wait = "75s"

    static let fields = Fields<Self>(
        "limits", "sizes and times",
        [
            .word("path", .path, "a path") { .path($0.path) },
            .word("wait", .duration, "a time") { .duration($0.wait) },
        ])
}
