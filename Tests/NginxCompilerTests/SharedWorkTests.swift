import Foundation
import RouteModel
import TestSupport
import Testing

@testable import NginxCompiler

/// Whoever of two threads writes which items of a list: the file is the same, and so is the line of a fault.
@Suite struct SharedWorkTests {
    private static let template = """
        a {{note}};
        {{#pools}}

        upstream {{name}} { {{^isVerbose}}quiet;{{/isVerbose}}{{#keepalive}} keepalive {{.}};{{/keepalive}}
            server {{address}};
        }
        {{/pools}}
        {{#pools}}
        c {{name}} "{{note}}";
        {{/pools}}
        b {{host}};
        """

    private static func file(_ count: Int, faultAt faulty: Int? = nil) -> SharedFile {
        let pools = (0..<count).map { index in
            // No address has a `;`: its kind promises that, and the read-back finds that the promise is broken.
            SharedPool(
                name: "u\(index)", address: index == faulty ? "10.0.0.1:80; b" : "10.0.0.\(index):80",
                keepalive: index % 3 == 0 ? index : nil)
        }
        return SharedFile(pools: pools)
    }

    @Test(arguments: Turns.allCases, [0, 1, 2, 3, 5, 64, 500])
    func filesAreTheSame(_ turns: Turns, _ count: Int) throws {
        let template = try Template<SharedFile>(Array(Self.template.utf8), named: "test")
        let alone = try template.render(Self.file(count))
        for piece in [1, 2, 7, 64] {
            let sharing = SharedWork(with: turns, from: 2, by: piece)
            #expect(try template.render(Self.file(count), sharing: sharing) == alone)
        }
    }

    /// More items than are shared at once.
    @Test(arguments: Turns.allCases)
    func longListsAreTheSame(_ turns: Turns) throws {
        let template = try Template<SharedFile>(Array(Self.template.utf8), named: "test")
        let file = Self.file(2 * SharedWork.most + 77)
        let sharing = SharedWork(with: turns)
        #expect(try template.render(file, sharing: sharing) == template.render(file))
    }

    @Test(arguments: Turns.allCases, [0, 1, 49, 50, 51, 98, 99])
    func faultsAreOnTheSameLine(_ turns: Turns, _ faulty: Int) throws {
        let template = try Template<SharedFile>(Array(Self.template.utf8), named: "test")
        let file = Self.file(100, faultAt: faulty)
        let alone = #expect(throws: RenderError.self) { try template.render(file) }
        for piece in [1, 7, 64] {
            let sharing = SharedWork(with: turns, from: 2, by: piece)
            #expect(throws: try #require(alone)) { try template.render(file, sharing: sharing) }
        }
    }

    /// A part that ends in a comment cannot be read by itself.
    @Test(arguments: Turns.allCases)
    func commentsBehindItemsAreRead(_ turns: Turns) throws {
        let text = "{{#pools}}\nu {{name}};\n# behind\n{{/pools}}\n"
        let template = try Template<SharedFile>(Array(text.utf8), named: "test")
        let sharing = SharedWork(with: turns, from: 2, by: 1)
        #expect(try template.render(Self.file(9), sharing: sharing) == template.render(Self.file(9)))
    }

    /// The upstreams of two parts of a table would have one name.
    @Test func partsWithOneNameAreRefused() {
        var names = [UpstreamNames(), UpstreamNames()]
        let first = names[0].newName(for: nil, .root)
        let second = names[1].newName(for: nil, .root)
        #expect(first == second)
        #expect(!names[0].add(names[1]) { _ in second })
        #expect(names[0].newName(for: nil, .root) == "\(first)-2")
        #expect(names[0].add(UpstreamNames()) { _ in "" })
    }
}

/// How two threads may come to run.
enum Turns: SecondThread, CaseIterable {
    /// The second thread does all that it can before the first begins, or begins when the first has ended.
    case first, last
    /// Both at once.
    case together

    func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value, during meanwhile: () -> Void) -> Value {
        switch self {
        case .first:
            let value = work()
            meanwhile()
            return value
        case .last:
            meanwhile()
            return work()
        case .together:
            let result = ThreadResult<Value>()
            Thread { result.put(work()) }.start()
            meanwhile()
            return result.take()
        }
    }
}

/// What another thread hands over.
private final class ThreadResult<Value: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var value: Value?

    func put(_ value: Value) {
        condition.withLock {
            self.value = value
            condition.signal()
        }
    }

    func take() -> Value {
        condition.withLock {
            while true {
                if let value { return value }
                condition.wait()
            }
        }
    }
}

/// A file with a list of objects, as those are that are long enough to be shared.
private final class SharedFile: TemplateBlock {
    let pools: [SharedPool]

    init(pools: [SharedPool]) { self.pools = pools }

    static let fields = Fields<SharedFile>(
        "file", "the whole of it",
        [
            .blocks("pools", SharedPool.self, "the pools of peers") { $0.pools },
            .word("note", .text, "a text that is there") { _ in .text(SampleFile.text("a \"note\"")) },
            .word("host", .host, "a host") { _ in .host("default") },
            .flag("isVerbose", "whether to say more") { $0.pools.count % 2 == 0 },
        ])
}

private final class SharedPool: TemplateBlock {
    let name: String
    let address: String
    let keepalive: Int?

    init(name: String, address: String, keepalive: Int?) {
        self.name = name
        self.address = address
        self.keepalive = keepalive
    }

    static let fields = Fields<SharedPool>(
        "pool", "a pool of peers",
        [
            .word("name", .name, "its name") { .name($0.name) },
            .word("address", .address, "its address and port") { .address($0.address) },
            .optional("keepalive", .number, "idle connections kept to the peers") { $0.keepalive.map(Word.number) },
        ])
}
