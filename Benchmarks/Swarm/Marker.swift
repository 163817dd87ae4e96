/// A service whose host nginx answers itself, with a redirect that names the generation of its configuration.
///
/// The addresses of a synthetic Swarm exist nowhere, and nginxgen takes no loopback address from one, rightly. With a
/// redirect no backend is needed, and what is measured is the file as it was compiled: nothing is patched into it.
enum Marker {
    static let host = "marker.example.com"

    /// Where requests are sent while `generation` is loaded.
    static func location(of generation: Int) -> String { "http://generation-\(generation).example.com" }

    /// The service as `GET /services` answers it; it has no task.
    static func service(of generation: Int, on network: SyntheticNetwork) -> String {
        #"""
        {"ID":"markermarkermarkermarker0","Version":{"Index":\#(generation)},"CreatedAt":"2024-05-01T08:00:00Z",\#
        "UpdatedAt":"2024-05-01T08:00:00Z","Spec":{"Name":"marker","Labels":{\#
        "com.docker.lb.hosts":"\#(host)","com.docker.lb.network":"\#(network.name)","com.docker.lb.port":"80",\#
        "com.docker.lb.redirects":"http://\#(host),\#(location(of: generation))"},\#
        "TaskTemplate":{"ContainerSpec":{"Image":"marker"},"Networks":[{"Target":"\#(network.id)"}]},\#
        "Mode":{"Replicated":{"Replicas":1}},"EndpointSpec":{"Mode":"vip"}},"Endpoint":{"Spec":{"Mode":"vip"}}}
        """#
    }
}
