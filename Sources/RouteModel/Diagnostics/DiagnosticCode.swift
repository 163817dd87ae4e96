/// Every kind of diagnostic: its stable name, how bad it is, and what to know about it. The one table of them.
public enum DiagnosticCode: String, CaseIterable, Hashable, Sendable {
    // The settings
    case settingUnknown = "setting-unknown"
    case settingInvalid = "setting-invalid"
    case settingTwice = "setting-twice"
    case settingWithoutEffect = "setting-without-effect"
    case settingRaised = "setting-raised"
    case extensionNameInvalid = "extension-name-invalid"
    case optionInvalid = "option-invalid"
    // Services as a whole
    case serviceIncomplete = "service-incomplete"
    case serviceIsJob = "service-is-job"
    case clusterUnknown = "cluster-unknown"
    case clusterMissing = "cluster-missing"
    case noTask = "no-task"
    // Labels in general
    case labelUnknown = "label-unknown"
    case labelInvalid = "label-invalid"
    case labelNotText = "label-not-text"
    case labelOnContainer = "label-on-container"
    case labelNeeds = "label-needs-another"
    case labelAgainst = "label-against-another"
    case labelsCarriedOver = "labels-carried-over"
    case labelOverruled = "label-overruled"
    case placesTooMany = "places-too-many"
    // Hosts and paths
    case hostsMissing = "hosts-missing"
    case hostsEmpty = "hosts-empty"
    case hostInvalid = "host-invalid"
    case hostReserved = "host-reserved"
    case hostTwice = "host-twice"
    case hostShared = "host-shared"
    case pathInvalid = "path-invalid"
    case endpointTaken = "endpoint-taken"
    case fallbackTaken = "default-backend-taken"
    case redirectInvalid = "redirect-invalid"
    case redirectOfOtherHost = "redirect-of-other-host"
    case redirectTwice = "redirect-twice"
    case redirectOverruled = "redirect-overruled"
    case redirectLoop = "redirect-loop"
    // Peers
    case portInvalid = "port-invalid"
    case portMissing = "port-missing"
    case portChosen = "port-chosen"
    case networkNone = "network-none"
    case networkUnknown = "network-unknown"
    case networkReplaced = "network-replaced"
    case networkChosen = "network-chosen"
    case addressOutside = "address-outside"
    case virtualAddressMissing = "virtual-address-missing"
    case modeNeedsNetwork = "mode-needs-network"
    case dnsImpossible = "dns-impossible"
    case dnsNameInvalid = "dns-name-invalid"
    case cookieInvalid = "cookie-invalid"
    case affinityTwice = "affinity-twice"
    // TLS
    case secretInvalid = "secret-invalid"
    case secretMissing = "secret-missing"
    case tlsOverruled = "tls-overruled"
    case secureWithoutTLS = "secure-without-tls"
    case authorityMissing = "authority-missing"
    // The written file
    case configLarge = "config-large"
    case configSplit = "config-split"
    case configTooLarge = "config-too-large"
    // The services of a cluster
    case imageMissing = "image-missing"
    case serviceNameMissing = "service-name-missing"
    case serviceNameShared = "service-name-shared"
    case constraintInvalid = "constraint-invalid"
    case preferenceInvalid = "preference-invalid"
    case replicasTooMany = "replicas-too-many"
    case portShared = "port-shared"
    case networkMissing = "network-missing"
    case configObjectMissing = "config-object-missing"
    case idsUnknown = "ids-unknown"
}

extension DiagnosticCode {
    /// How much was lost.
    public var severity: Diagnostic.Severity { entry.0 }

    /// A paragraph for `nginxgen help CODE`: what it means, what was lost and what to do.
    public var help: String { entry.1 }

    /// The first sentence of `help`.
    public var summary: String {
        let help = help.utf8
        let end = zip(help.indices, help.indices.dropFirst()).first { stop, next in
            help[stop] == UInt8(ascii: ".") && help[next] == UInt8(ascii: " ")
        }
        return end.map { String(self.help[...$0.0]) } ?? self.help
    }

    private var entry: (Diagnostic.Severity, String) {
        switch self {
        case .settingUnknown:
            (
                .warning,
                "config.toml has a key that Interlock and nginxgen do not know; it is passed over. Keys match in any case. Correct the name, or remove the key."
            )
        case .settingInvalid:
            (
                .error,
                "A key of config.toml has a value of the wrong type or one that nginx would refuse. The key keeps its default. Write the value as the message says."
            )
        case .settingTwice:
            (
                .warning,
                "A key of config.toml is there twice in different case. The one that is spelled as documented counts. Remove the other."
            )
        case .settingWithoutEffect:
            (
                .note,
                "A key of config.toml says nothing to nginx: it belongs to Interlock's HAProxy extension or to a part that nginxgen replaces. It can stay, or be removed."
            )
        case .settingRaised:
            (
                .note,
                "A size in config.toml is smaller than what nginx needs to load the file with long host names or many tasks. The size that is needed is written instead."
            )
        case .extensionNameInvalid:
            (
                .error,
                "The name of a service cluster's table ([Extensions.NAME]) cannot name a folder. The cluster is left out. Use letters, digits, \"-\", \"_\" and \".\"."
            )
        case .optionInvalid:
            (
                .error,
                "A statement, log format or path of config.toml is no nginx configuration: unbalanced, unterminated, empty, or a directive that may stand once and stands there already. It is left out, since nginx would not load the file."
            )
        case .serviceIncomplete:
            (
                .error,
                "A service of the snapshot has labels of the router but no ID or no name, which the Docker Engine always gives. It is not routed. Take the snapshot anew."
            )
        case .serviceIsJob:
            (
                .warning,
                "A job's tasks end by themselves, so nothing answers requests. It is not routed. Remove its com.docker.lb labels."
            )
        case .clusterUnknown:
            (
                .error,
                "The label service_cluster names no ServiceCluster of config.toml. The service is routed by no proxy. Correct the label, or add the extension."
            )
        case .clusterMissing:
            (
                .warning,
                "The service has no label service_cluster, and every extension of config.toml has a ServiceCluster. It is routed by no proxy. Add the label."
            )
        case .noTask:
            (
                .warning,
                "No task of the service runs where the proxy could reach it: none is running and meant to run, or none has an address on the routing network or a published port. Its hosts are answered 503 until one does, and by nobody else."
            )
        case .labelUnknown:
            (.warning, "The router has no label of that name, so it has no effect. Correct the spelling, or remove it.")
        case .labelInvalid:
            (
                .error,
                "A label's value is not of the kind that the label takes. The label is left out and the service routed without it. Write the value as the message says."
            )
        case .labelNotText:
            (
                .error,
                "A label's value in the snapshot is no text, which the Docker Engine never gives. The label is left out. Put the value in quotes."
            )
        case .labelOnContainer:
            (
                .warning,
                "The label is on the service's containers, where the router does not look. In a compose file move it from the service's labels to those under deploy; with docker service create use --label, not --container-label."
            )
        case .labelNeeds:
            (
                .warning,
                "The label has a meaning only beside another one, which the service does not have. It has no effect. Add the other, or remove it."
            )
        case .labelAgainst:
            (
                .warning,
                "The label cannot have an effect together with another one that the service has. Nothing of HTTP is seen in a TLS connection that goes on as it is; a client cannot stick to a task behind a virtual IP or a DNS name, and no task is passed over there; gRPC has neither WebSockets nor buffering. Remove one of the two."
            )
        case .labelsCarriedOver:
            (
                .warning,
                "The service's labels have become invalid, and it is routed by those that it had before. What is wrong is reported beside this. Correct the labels; until then a change of theirs has no effect. The option --no-carry-over drops such routes instead."
            )
        case .labelOverruled:
            (
                .warning,
                "Two services share a host and path but differ in how requests are passed on. The first by name decides for both. Give both the same value."
            )
        case .placesTooMany:
            (
                .error,
                "A label lists more hosts, paths or redirects than one service may have. Those beyond the limit are left out. Split the service, or use a wildcard host."
            )
        case .hostsMissing:
            (
                .warning,
                "The service has labels of the router but no host to route, and it is no default backend. It is not routed. Add the label hosts, or remove the others."
            )
        case .hostsEmpty:
            (.error, "The label hosts names no host. The service is not routed. Name one.")
        case .hostInvalid:
            (
                .error,
                "A host of the label is none: it has a scheme, port or path, letters that are not ASCII, or bytes that mean something else to nginx. It gets no route; the service's other hosts do. International names are written as A-labels (xn--...)."
            )
        case .hostReserved:
            (
                .error,
                "The proxy tells of itself under this name to whoever is inside its container. The host gets no route. Use a name or another address."
            )
        case .hostTwice:
            (.note, "The label names a host twice; case and a trailing dot make no difference. It is routed once.")
        case .hostShared:
            (
                .warning,
                "Services of different stacks, or of different networks and no stack, claim one host. They share its requests as with Interlock. If that is not meant, one of them has another's host: change its label."
            )
        case .pathInvalid:
            (
                .error,
                "A path is one that no request can have, or means something else to nginx. The service is not routed, since which requests it meant is not guessed. Begin it with \"/\", use letters, digits and -._~!&()*+,:@, no \"..\", 254 bytes at most."
            )
        case .endpointTaken:
            (
                .warning,
                "A WebSocket endpoint is also the path or endpoint of another service of the host, which gets its requests. Choose another path."
            )
        case .fallbackTaken:
            (
                .warning,
                "Only one service of a cluster can answer hosts that nobody has: the first by name. Remove the label default_backend from the other."
            )
        case .redirectInvalid:
            (
                .error,
                "A redirect is no pair of URLs with a comma between them. It is left out. Write http://old.example,http://new.example with \";\" between pairs; a target may have a port and a path, no query and no user."
            )
        case .redirectOfOtherHost:
            (
                .error,
                "A redirect's source is not among the service's own hosts. It is left out. Add the source to the label hosts."
            )
        case .redirectTwice:
            (.warning, "The label redirects one source twice. The first counts. Remove the other.")
        case .redirectOverruled:
            (
                .warning,
                "Two services redirect one host to different places. The first by name decides. Give both the same value."
            )
        case .redirectLoop:
            (
                .error,
                "A redirect of plain HTTP leads back to its source, over other hosts or at once. It is left out and the host is routed. Change the target."
            )
        case .portInvalid:
            (
                .error,
                "The label port is no number from 1 to 65535 in plain digits. The service is not routed. Write the port that its containers listen on."
            )
        case .portMissing:
            (
                .error,
                "The service has no label port, and does not declare exactly one port to take instead. It is not routed. Add the label."
            )
        case .portChosen:
            (
                .note,
                "The service has no label port; the only port that it declares is taken. Add the label to be independent of that."
            )
        case .networkNone:
            (
                .error,
                "The service shares no overlay network with its proxies: it is attached to none, or to none of those that the cluster lists, and publishes no port on its nodes. It is not routed. Attach it to one."
            )
        case .networkUnknown:
            (
                .error,
                "The label network names none of the networks that the service shares with its proxies, and there are several to choose from. It is not routed. Write the network's full name, with the stack's in front."
            )
        case .networkReplaced:
            (
                .warning,
                "The label network names none of the networks that the service shares with its proxies; the only one there is is taken, or where there is none the ports on its nodes. Correct the label."
            )
        case .networkChosen:
            (
                .warning,
                "Nothing says over which of several networks the service is reached; one is taken so that the proxies join as few as can be. Add the label network."
            )
        case .addressOutside:
            (
                .error,
                "A task reports an address outside of the network's range. It gets no requests. Take the snapshot anew."
            )
        case .virtualAddressMissing:
            (
                .warning,
                "The service asks for its virtual IP and has none on the routing network, as with endpoint mode dnsrr. The addresses of its tasks are used. Change backend_mode, or the endpoint mode."
            )
        case .modeNeedsNetwork:
            (
                .warning,
                "The service is reached on its nodes' addresses, where there is neither a virtual IP nor a name. The ports that its tasks publish are used. Attach it to an overlay network, or remove backend_mode."
            )
        case .dnsImpossible:
            (
                .warning,
                "With backend_mode dns nginx asks for addresses when a request comes, which it can do neither while it takes a path off nor for connections that go on as they are, nor for several services of one path, nor before 1.17.8 (Version in the settings) for peers that speak gRPC. The addresses of tasks are used."
            )
        case .dnsNameInvalid:
            (
                .warning,
                "The service's name cannot be asked for in DNS. The addresses of its tasks are used. Rename it, or remove backend_mode."
            )
        case .cookieInvalid:
            (
                .error,
                "The label sticky_session_cookie is no name of a cookie. The service is not routed, since its sessions would be torn apart. Write the name alone, without value and attributes."
            )
        case .affinityTwice:
            (.warning, "The service has both sticky_session_cookie and ip_hash. The cookie decides. Remove ip_hash.")
        case .secretInvalid:
            (
                .error,
                "A certificate or key is no name of a Docker secret. The hosts are served without TLS. Write the secret's name, not a path."
            )
        case .secretMissing:
            (
                .error,
                "The Swarm has no secret of that name. The hosts are served without TLS, since nginx would stop on the missing file. Create the secret; in a stack its name begins with the stack's."
            )
        case .tlsOverruled:
            (
                .warning,
                "Two services of one host differ in certificate, or one passes TLS through and the other does not. The first by name that wants TLS decides. Give both the same labels."
            )
        case .secureWithoutTLS:
            (
                .error,
                "The label ssl_only sends clients to TLS, which the host does not have. It has no effect. Add ssl_cert, or correct it."
            )
        case .authorityMissing:
            (
                .error,
                "The service wants its peers' certificates checked, but the label names no secret of the Swarm with an authority to check against. It is not routed, since unchecked peers would be trusted. Name a secret with the authority's certificate, or write none."
            )
        case .configLarge:
            (
                .warning,
                "A cluster's nginx.conf takes most of what a Swarm config object can hold, or more. Nothing is lost yet; past the limit --output-dir splits the file into several. Move services to a service cluster of their own, use backend_mode vip or dns for those with many tasks, or give --config-limit what your Swarm's objects can hold."
            )
        case .configSplit:
            (
                .note,
                "A cluster's nginx.conf is longer than what a Swarm config object can hold, and is split into several files. Make a config object of each, and mount them all into one folder: nginx.conf includes the others by name."
            )
        case .configTooLarge:
            (
                .error,
                "A file is longer than what a Swarm config object can hold although it has been split: a single statement, or what cannot be moved, takes too much. It is written all the same, but Docker will not take it as a config object. Shorten the operator's own statements, or give the hosts that share a certificate several."
            )
        case .imageMissing:
            (
                .error,
                "The settings name no image for the proxies, or none for the config service that HitlessServiceUpdate needs. The Swarm refuses the service. Write ProxyImage or ConfigImage."
            )
        case .serviceNameMissing:
            (
                .error,
                "With HitlessServiceUpdate the config service finds the proxies by the name of their service, and the settings give none. Running proxies are not told of a new file. Write ProxyServiceName."
            )
        case .serviceNameShared:
            (
                .error,
                "Two services that run service clusters have one name: proxies of two clusters, or config services, which are named ucp-interlock-config where ConfigServiceName does not say otherwise. The Swarm refuses the second, or the one takes the other's place. Write names of their own."
            )
        case .constraintInvalid:
            (
                .error,
                "An expression of ProxyConstraints is none that the Swarm reads, or one that no node can meet. It stays in the service, since without it proxies would run where they should not; the Swarm refuses it or starts none. Write node.id, node.hostname, node.ip, node.role, node.platform.os, node.platform.arch, node.labels.KEY or engine.labels.KEY, then == or != and a value."
            )
        case .preferenceInvalid:
            (
                .warning,
                "An entry of ProxyPlacementPreferences is none that the Swarm heeds. It is left out. Write spread= and a label of the nodes: node.labels.KEY or engine.labels.KEY."
            )
        case .replicasTooMany:
            (
                .warning,
                "More proxies shall run than find a node. In host mode each publishes its ports on a node of its own, and only nodes that take tasks and meet ProxyConstraints count. The others wait. Lower ProxyReplicas, or label more nodes."
            )
        case .portShared:
            (
                .error,
                "A port is published twice: for plain HTTP and TLS, or by two service clusters of which one uses ingress mode, which takes the port on every node. The Swarm starts only one of the two. Write another port, or PublishMode = host for both clusters and constraints that keep them on different nodes."
            )
        case .networkMissing:
            (
                .error,
                "The proxies shall join a network that is no overlay network of the Swarm. They cannot start. Correct the name in Networks, or create the network."
            )
        case .configObjectMissing:
            (
                .warning,
                "The Swarm has no config object with the file that is compiled now. Its ID is left empty in the service, which the Swarm refuses. Write the file with --output-dir, create the object as the message says, and take the snapshot again."
            )
        case .idsUnknown:
            (
                .note,
                "The snapshot does not list the config objects or the secrets. Their IDs are left empty in the service. Add the answers of GET /configs and GET /secrets to the snapshot."
            )
        }
    }
}
