import Glibc
import RouteModel

@main
struct NginxGen {
    static func main() {
        do {
            let s = try readSnapshot { b in .success(max(0, read(0, b.baseAddress, b.count))) }
            print(s.services.count, s.tasks.count, s.diagnostics.count)
        } catch { print(error) }
    }
}
