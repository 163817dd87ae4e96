import Testing

@testable import RouteModel

@Suite struct ContainerPathTests {
    @Test(arguments: [("/etc/nginx/nginx.conf", "/etc/nginx", "nginx.conf"), ("/conf/.x", "/conf", ".x")])
    func namesFolderAndFile(_ text: String, _ folder: String, _ name: String) throws {
        let path = try #require(ContainerPath(checking: text))
        #expect(path.folder == folder && path.name == name && path.text == text)
    }

    @Test(arguments: [
        "", "/", "nginx.conf", "/nginx.conf", "etc/nginx/nginx.conf", "/etc/nginx/", "/etc//nginx.conf",
        "/etc/../nginx.conf", "/etc/./nginx.conf", "/etc/nginx/..", "/etc/nginx\n/nginx.conf",
        "/run/secrets/nginx.conf",
        "/run/configs/nginx.conf", "/etc/" + String(repeating: "x", count: 1000),
    ])
    func isNone(_ text: String) { #expect(ContainerPath(checking: text) == nil) }
}
