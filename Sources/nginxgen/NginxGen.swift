@main
struct NginxGen {
    static func main() {}
}
