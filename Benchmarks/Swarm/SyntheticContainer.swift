/// What the containers of a service are made from: most of a service's bytes and of a task's, and nothing to a router.
struct SyntheticContainer {
    private let stack: String
    private let specification: String

    init(of service: String, _ short: String, in stack: String, port: Int, _ random: inout Randomness) {
        self.stack = stack
        let digest = random.hexadecimal(64)
        let namespace = #"{"com.docker.stack.namespace":"\#(stack)"}"#
        let environment = Self.environment(of: service, in: stack, port: port, &random)
        specification = #"""
            {"Image":"registry.example.com/\#(stack)/\#(short):\#(random.number(below: 9)).4.1@sha256:\#(digest)",\#
            "Labels":\#(namespace),"Args":["serve","--port","\#(port)"],"Env":[\#(environment)],\#
            "Privileges":{"CredentialSpec":null,"SELinuxContext":null},\#
            "Mounts":[{"Type":"volume","Source":"\#(service)_data","Target":"/var/lib/\#(short)",\#
            "VolumeOptions":{"Labels":\#(namespace)}},\#
            {"Type":"bind","Source":"/etc/localtime","Target":"/etc/localtime","ReadOnly":true}],\#
            "StopGracePeriod":10000000000,\#
            "Healthcheck":{"Test":["CMD-SHELL","wget -qO- http://localhost:\#(port)/health | grep '\"ok\"' || exit 1"],\#
            "Interval":15000000000,"Timeout":5000000000,"Retries":3,"StartPeriod":30000000000},"DNSConfig":{},\#
            "Secrets":[\#(Self.secret("database", of: stack, &random)),\#(Self.secret("token", of: stack, &random))],\#
            "Isolation":"default"}
            """#
    }

    private static func environment(
        of service: String, in stack: String, port: Int, _ random: inout Randomness
    ) -> String {
        var words = [
            "TZ=UTC", "LOG_LEVEL=info", "PORT=\(port)", "SERVICE=\(service)", "REDIS_HOST=redis.\(stack)",
            "DATABASE_URL=postgres://db.\(stack):5432/\(stack)?sslmode=disable&application_name=\(service)",
            "JAVA_OPTS=-Xms256m -Xmx1024m -XX:+UseG1GC", "OTEL_EXPORTER_OTLP_ENDPOINT=http://otel-collector:4317",
            #"FEATURES={\"beta\":true,\"region\":\"eu\",\"limit\":\#(random.number(below: 1000))}"#,
        ]
        words += (0..<3).map { "SETTING_\($0)=\(random.hexadecimal(24))" }
        return words.map { #""\#($0)""# }.joined(separator: ",")
    }

    private static func secret(_ name: String, of stack: String, _ random: inout Randomness) -> String {
        #"""
        {"File":{"Name":"\#(name)","UID":"0","GID":"0","Mode":292},"SecretID":"\#(random.identifier())",\#
        "SecretName":"\#(stack)_\#(name)"}
        """#
    }

    /// The whole `TaskTemplate`, for containers that are called `alias` on `networks`.
    func template(attachedTo networks: [SyntheticNetwork], as alias: String, _ random: inout Randomness) -> String {
        let attachments = networks.map { #"{"Target":"\#($0.id)","Aliases":["\#(alias)"]}"# }
        return #"""
            {"ContainerSpec":\#(specification),\#
            "Resources":{"Limits":{"NanoCPUs":500000000,"MemoryBytes":536870912},\#
            "Reservations":{"MemoryBytes":134217728}},\#
            "RestartPolicy":{"Condition":"any","Delay":5000000000,"MaxAttempts":0},\#
            "Placement":{"Constraints":["node.role==worker","node.labels.zone==\#(random.pick(["a", "b", "c"]))"],\#
            "Platforms":[{"Architecture":"amd64","OS":"linux"},{"Architecture":"arm64","OS":"linux"}]},\#
            "Networks":[\#(attachments.joined(separator: ","))],"ForceUpdate":\#(random.number(below: 7))}
            """#
    }
}
