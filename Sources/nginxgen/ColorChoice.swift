import Glibc
import RouteModel

/// Whether output for people is coloured.
enum ColorChoice: String, CaseIterable {
    case auto, always, never

    /// `auto` colours what a terminal shows, unless `NO_COLOR` is set to something (no-color.org).
    var paint: Paint {
        switch self {
        case .always: Paint(isOn: true)
        case .never: Paint(isOn: false)
        case .auto: Paint(isOn: isatty(STDOUT_FILENO) == 1 && !isSet("NO_COLOR") && !isDumb)
        }
    }

    private func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }

    private var isDumb: Bool { getenv("TERM").map { strcmp($0, "dumb") == 0 } ?? true }
}
