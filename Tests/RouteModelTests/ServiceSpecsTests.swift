import Testing

@testable import RouteModel

/// Where each key of an extension goes in the services that run its cluster.
@Suite struct ServiceSpecsTests {
    /// A value of each key that differs from its default, as config.toml has it.
    private static let values = [
        "Image": "'extension:3'", "ServiceName": "'extension'", "Args": "['-D']", "Labels": "{ a = 'b' }",
        "ContainerLabels": "{ a = 'b' }", "Constraints": "['node.role==manager']",
        "PlacementPreferences": "['spread=node.labels.az']", "ProxyImage": "'proxy:3'", "ProxyServiceName": "'proxy'",
        "ProxyArgs": "['-x']", "ProxyLabels": "{ a = 'b' }", "ProxyContainerLabels": "{ a = 'b' }",
        "ProxyConstraints": "['node.role==worker']", "ProxyPlacementPreferences": "['spread=node.labels.az']",
        "ProxyConfigPath": "'/conf/nginx.conf'", "ProxyReplicas": "7", "ProxyStopSignal": "'SIGTERM'",
        "ProxyStopGracePeriod": "'9s'", "ProxyUpdateDelay": "'30s'", "ServiceCluster": "'east'", "Networks": "['apps']",
        "PublishMode": "'host'", "PublishedPort": "8080", "TargetPort": "8081", "PublishedSSLPort": "8443",
        "TargetSSLPort": "8444", "Template": "'my.conf.template'", "HitlessServiceUpdate": "true",
        "ConfigImage": "'config:3'", "ConfigServiceName": "'config'",
    ]

    /// Keys that say what stands in nginx.conf and so name the config objects: which services, and in which words.
    private static let ofTheFile: Set = ["ServiceCluster", "Template"]

    private func specs(_ settings: Settings) throws -> ServiceSpecs {
        let snapshot = try readSnapshot(Array(#"{"services":[]}"#.utf8))
        let table = try #require(route(snapshot, under: settings).tables.first)
        return ServiceSpecs(
            of: try #require(settings.extensions.first), serving: table,
            main: ConfigObject(file: "nginx.conf", name: "main"), parts: [ConfigObject(file: "a.conf", name: "part")],
            in: snapshot)
    }

    private func settings(_ lines: String) throws -> Settings {
        try readSettings(Array("[Extensions.east]\n\(lines)\n".utf8))
    }

    @Test(arguments: Extension.options.map(\.name))
    func everyKeyHasItsPlaceOrIsSaidToHaveNone(_ key: String) throws {
        let value = try #require(Self.values[key], "give the key a value that differs from its default")
        let (without, with) = (try settings(""), try settings("\(key) = \(value)"))
        #expect(with.diagnostics.isEmpty)
        let (before, after) = (try specs(without), try specs(with))
        let hasPlace =
            before.proxy.description != after.proxy.description
            || before.configService.description != after.configService.description
        let isDeclined = after.diagnostics(under: with).contains { diagnostic in
            diagnostic.code == .settingWithoutEffect && diagnostic.message.utf8.starts(with: "\(key) has".utf8)
                && diagnostic.origin == .settings(TextPosition(line: 2, column: 1))
        }
        #expect([hasPlace, isDeclined, Self.ofTheFile.contains(key)].count { $0 } == 1)
    }

    @Test func emptyKeysOfTheExtensionServiceAreNotMentioned() throws {
        let settings = try settings("Image = ''\nArgs = []\nLabels = {}")
        let codes = try specs(settings).diagnostics(under: settings).map(\.code)
        #expect(!codes.contains(.settingWithoutEffect))
    }

    @Test func partsLieBesideTheMainFile() throws {
        let proxy = try specs(try settings("ProxyConfigPath = '/conf/proxy.conf'")).proxy.description
        #expect(proxy.contains(#""Name":"/conf/proxy.conf""#) && proxy.contains(#""Name":"/conf/a.conf""#))
    }

    @Test func configServiceCopiesFilesToTheirNames() throws {
        let text = "ProxyConfigPath = '/conf/proxy.conf'\nHitlessServiceUpdate = true\nProxyServiceName = 'p'"
        let service = try specs(try settings(text)).configService.description
        #expect(service.contains(#""Name":"/run/configs/proxy.conf""#))
        #expect(service.contains(#""Name":"/run/configs/a.conf""#))
        #expect(service.contains(#""CONFIG_FILE=/conf/proxy.conf","PROXY_SERVICE=p""#))
    }

    @Test func objectThatTheSnapshotHasIsNamedByItsID() throws {
        let settings = try settings("ProxyImage = 'proxy:3'")
        let name = "com.docker.interlock.proxy.0123"
        let snapshot = try readSnapshot(
            Array(#"{"services":[],"configs":[{"ID":"c1","Spec":{"Name":"\#(name)"}}]}"#.utf8))
        let specs = ServiceSpecs(
            of: try #require(settings.extensions.first), serving: RoutingTable(cluster: "east"),
            main: ConfigObject(file: "nginx.conf", name: name), parts: [ConfigObject(file: "a.conf", name: "part")],
            in: snapshot)
        let known = #""ConfigID":"c1","ConfigName":"com.docker.interlock.proxy.0123""#
        #expect(specs.proxy.description.contains(known) && specs.configService.description.contains(known))
        let diagnostics = specs.diagnostics(under: settings)
        #expect(diagnostics.map(\.code) == [.configObjectMissing])
        #expect(diagnostics.allSatisfy { $0.message.contains("create part east/a.conf;") })
    }

    @Test func ownLabelTypeWins() throws {
        let proxy = try specs(try settings("ProxyLabels = { type = 'x', a = 'b' }")).proxy.description
        #expect(proxy.contains(#""Labels":{"a":"b","type":"com.docker.interlock.core.proxy"}"#))
    }
}
