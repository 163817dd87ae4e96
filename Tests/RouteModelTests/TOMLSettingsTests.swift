import Testing

@testable import RouteModel

/// A settings file in the vendor's style: indented headers, quoted keys with dots, formats full of escapes.
struct TOMLSettingsTests {
    private static let document = ##"""
        ListenAddr = ":8080"
        DockerURL = "unix:///var/run/docker.sock"
        AllowInsecure = false
        PollInterval = "3s"

        [Extensions]
          [Extensions.east]
            Image = "docker/ucp-interlock-extension:3.2.3"
            Args = []
            Constraints = ["node.labels.com.docker.ucp.orchestrator.swarm==true", "node.platform.os==linux"]
            ServiceCluster="east"
            Networks=["eastnet"]
            ProxyReplicas = 1
            PublishedSSLPort = 8443
            [Extensions.east.Labels]
              "ext_region" = "east"
              "com.docker.ucp.InstanceID" = "vl5umu06ryluu66uzjcv5h1bo"
            [Extensions.east.Config]
              Version = ""
              HTTPVersion = "1.1"
              SSLCiphers = "HIGH:!aNULL:!MD5"
              RLimitNoFile = 65535
              IPHash = false
              MainLogFormat = "'$remote_addr - $remote_user [$time_local] \"$request\" '\n\t\t    '$status $body_bytes_sent \"$http_referer\" '\n\t\t    '\"$http_user_agent\" \"$http_x_forwarded_for\"';"
              TraceLogFormat = "'$remote_addr - $remote_user [$time_local] \"$request\" $status '\n\t\t    '$body_bytes_sent \"$http_referer\" \"$http_user_agent\" '\n\t\t    '\"$http_x_forwarded_for\" $reqid $msec $request_time '\n\t\t    '$upstream_connect_time $upstream_header_time $upstream_response_time';"
              HTTPOptions = []

          [Extensions.west]
            ServiceCluster="west"
            [Extensions.west.Config]
              Version = ""
        """##

    private static func value(at path: [String], in document: String) throws -> TOMLValue? {
        let position = TextPosition(line: 1, column: 1)
        let root = TOMLValue(kind: .table(try readTOML(Array(document.utf8))), position: position)
        return path.reduce(root) { value, key in
            guard case .table(let table)? = value?.kind else { return nil }
            return table[key]
        }
    }

    @Test(arguments: [
        (["ListenAddr"], ":8080"), (["PollInterval"], "3s"),
        (["Extensions", "east", "Image"], "docker/ucp-interlock-extension:3.2.3"),
        (["Extensions", "east", "ServiceCluster"], "east"), (["Extensions", "west", "ServiceCluster"], "west"),
        (["Extensions", "east", "Labels", "com.docker.ucp.InstanceID"], "vl5umu06ryluu66uzjcv5h1bo"),
        (["Extensions", "east", "Config", "Version"], ""), (["Extensions", "west", "Config", "Version"], ""),
        (["Extensions", "east", "Config", "SSLCiphers"], "HIGH:!aNULL:!MD5"),
        (
            ["Extensions", "east", "Config", "MainLogFormat"],
            #"'$remote_addr - $remote_user [$time_local] "$request" '"# + "\n\t\t    "
                + #"'$status $body_bytes_sent "$http_referer" '"# + "\n\t\t    "
                + #"'"$http_user_agent" "$http_x_forwarded_for"';"#
        ),
        (
            ["Extensions", "east", "Config", "TraceLogFormat"],
            #"'$remote_addr - $remote_user [$time_local] "$request" $status '"# + "\n\t\t    "
                + #"'$body_bytes_sent "$http_referer" "$http_user_agent" '"# + "\n\t\t    "
                + #"'"$http_x_forwarded_for" $reqid $msec $request_time '"# + "\n\t\t    "
                + #"'$upstream_connect_time $upstream_header_time $upstream_response_time';"#
        ),
    ])
    func readsTexts(_ path: [String], _ expected: String) throws {
        guard case .string(let text)? = try Self.value(at: path, in: Self.document)?.kind else {
            Issue.record("\(path) is not a string")
            return
        }
        #expect(text == expected)
    }

    @Test func keepsTheOrderOfTheDocument() throws {
        guard case .table(let east)? = try Self.value(at: ["Extensions", "east"], in: Self.document)?.kind else {
            Issue.record("Extensions.east is not a table")
            return
        }
        #expect(
            east.entries.map(\.key) == [
                "Image", "Args", "Constraints", "ServiceCluster", "Networks", "ProxyReplicas", "PublishedSSLPort",
                "Labels",
                "Config",
            ])
        #expect(east["PublishedSSLPort"]?.position == TextPosition(line: 14, column: 24))
    }

    @Test func readsOtherTypes() {
        let head = Self.document.prefix { $0 != "[" }
        #expect(
            reading(of: String(head))
                == "{'ListenAddr': ':8080', 'DockerURL': 'unix:///var/run/docker.sock', "
                + "'AllowInsecure': false, 'PollInterval': '3s'}")
    }

    /// The mistakes of a hand that edits the file, one each.
    @Test(arguments: [
        ("ProxyReplicas = 1", "ProxyReplicas = 01", "13:21 leading zero in 01; write 1 (or \"01\" for a text)"),
        ("\"3s\"", "3s", "4:16 3s is not a value; put quotes around a text"),
        ("= false", "= False", "3:17 False is not a value; write false in lower case"),
        ("Args = []", "Args =", "9:11 key \"Args\" has no value; write \"\" for an empty text"),
        (
            "Networks=[\"eastnet\"]", "Networks=[\"eastnet\"",
            "13:5 expected \",\" or \"]\" in the array begun on line 12, found \"P\""
        ),
        (
            "ServiceCluster=\"east\"", "ServiceCluster=\"east",
            "11:20 a string needs its closing quote on the same line; use \"\"\" for several lines"
        ),
        (
            "[Extensions.west]", "[Extensions.east]",
            "28:15 table [Extensions.east] is already defined on line 7; put its keys there"
        ),
    ])
    func saysWhatIsWrong(_ right: String, _ wrong: String, _ complaint: String) {
        let document = Self.document.replacing(right, with: wrong, maxReplacements: 1)
        #expect(reading(of: document) == complaint)
    }
}
