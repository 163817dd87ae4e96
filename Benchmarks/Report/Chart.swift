import Foundation

/// A chart of reconfiguration time against networks, both logarithmic, with Interlock's own statement as a band.
struct Chart {
    /// What is drawn, if it was measured.
    private static let lines: [Line] = [
        Line("reconfigure", .mixed, "in the process, mixed services", "#7a7a7a"),
        Line("process", .mixed, "nginxgen as a process, mixed services", "#1f5fa8"),
        Line("end to end", .server, "to the first answer, a server block each", "#b3471d"),
        Line("end to end", .task, "to the first answer, plain tasks", "#c98a00"),
        Line("end to end", .vip, "to the first answer, plain virtual IPs", "#2a7d4f"),
    ]

    private struct Line {
        let suite: String
        let shape: String
        let title: String
        let colour: String

        init(_ suite: String, _ kind: Shape.Kind, _ title: String, _ colour: String) {
            (self.suite, shape, self.title, self.colour) = (suite, kind.rawValue, title, colour)
        }
    }

    private let measurements: [Measurement]
    private let horizontal = LogarithmicAxis(from: 1, to: 1000, startingAt: 80, endingAt: 500)
    /// In seconds. Times grow upwards, which SVG counts downwards.
    private let vertical = LogarithmicAxis(from: 1e-4, to: 1e4, startingAt: 420, endingAt: 40)

    init(_ measurements: [Measurement]) { self.measurements = measurements }

    var svg: String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 480" font-family="sans-serif" font-size="12">
        <title>Reconfiguration time against overlay networks</title>
        <rect width="780" height="480" fill="white"/>
        \(band)
        \(grid)
        \(drawnLines.joined(separator: "\n"))
        </svg>

        """
    }

    /// What Interlock's documentation states: 1 to 2 seconds a network.
    private var band: String {
        let (left, right) = (horizontal.place(1), horizontal.place(1000))
        let corners = [(left, 1), (right, 1000), (right, 2000), (left, 2)].map { "\($0),\(vertical.place($1))" }
        return """
            <polygon points="\(corners.joined(separator: " "))" fill="thistle"/>
            <text x="\(right + 15)" y="\(vertical.place(1400) + 4)">Interlock: 1 to 2 s a network</text>
            """
    }

    private var grid: String {
        let columns = horizontal.decades.map { value in
            let x = horizontal.place(value)
            return #"""
                <path d="M\#(x) 40V420" stroke="gainsboro"/>
                <text x="\#(x)" y="438" text-anchor="middle">\#(Int(value))</text>
                """#
        }
        let rows = vertical.decades.map { value in
            let y = vertical.place(value)
            return #"""
                <path d="M80 \#(y)H500" stroke="gainsboro"/>
                <text x="72" y="\#(y + 4)" text-anchor="end">\#(label(value))</text>
                """#
        }
        let title =
            #"<text x="290" y="462" text-anchor="middle">overlay networks, with 10 services of 3 tasks each</text>"#
        return (columns + rows + [title]).joined(separator: "\n")
    }

    private func label(_ seconds: Double) -> String {
        seconds < 0.9 ? String(format: "%g ms", seconds * 1e3) : String(format: "%g s", seconds)
    }

    private var drawnLines: [String] {
        Self.lines.enumerated().map { index, line in
            let points = measurements.filter { $0.suite == line.suite && $0.shape == line.shape }.map {
                (horizontal.place(Double($0.networks)), vertical.place($0.median))
            }
            guard !points.isEmpty else { return "" }
            let corners = points.map { "\($0.0),\($0.1)" }.joined(separator: " ")
            let dots = points.map { #"<circle cx="\#($0.0)" cy="\#($0.1)" r="3"/>"# }.joined()
            let y = 220 + 24 * index
            return """
                <g fill="\(line.colour)">
                <polyline points="\(corners)" fill="none" stroke="\(line.colour)" stroke-width="2"/>\(dots)
                <rect x="515" y="\(y - 9)" width="18" height="4"/>
                </g>
                <text x="540" y="\(y - 2)">\(line.title)</text>
                """
        }
    }
}
