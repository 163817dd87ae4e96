import Foundation

/// Measurements of one suite, a row each; a column for which no row has a value is left out.
struct Table {
    private let head: [String]
    private let rows: [[String]]

    init(_ measurements: [Measurement]) {
        let parts = measurements.first?.parts.indices.map(Self.part) ?? []
        let columns = (Self.columns + parts + Self.requests).filter { column in
            measurements.contains { column.value($0) != nil }
        }
        head = columns.map { column in measurements.first.map(column.title) ?? "" }
        rows = measurements.map { measurement in columns.map { $0.value(measurement) ?? "" } }
    }

    /// Markdown.
    var text: String {
        let widths = head.indices.map { column in ([head] + rows).map { $0[column].count }.max() ?? 0 }
        let rule = widths.map { String(repeating: "-", count: $0 - 1) + ":" }
        return ([head, rule] + rows).map { cells in
            let padded = zip(cells, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }
            return "| " + padded.joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }

    private struct Column {
        let title: (Measurement) -> String
        let value: (Measurement) -> String?

        init(_ title: String, _ value: @escaping (Measurement) -> String?) {
            (self.title, self.value) = ({ _ in title }, value)
        }

        init(_ title: @escaping (Measurement) -> String, _ value: @escaping (Measurement) -> String?) {
            (self.title, self.value) = (title, value)
        }
    }

    private static var columns: [Column] {
        [
            Column("services") { $0.shape },
            Column("networks") { String($0.networks) },
            Column("times") { String($0.samples) },
            Column("least") { time($0.least) },
            Column("median") { time($0.median) },
            Column("p90") { time($0.p90) },
            Column("p99") { $0.p99.map(time) },
            Column("processor") { $0.processor.map(time) },
            Column("MB/s") { measurement in
                measurement.inputBytes.map { digits(Double($0) / measurement.median / 1e6) }
            },
            Column("ns a route") { measurement in
                measurement.routes.map { digits(measurement.median / Double($0) * 1e9) }
            },
            Column("MB in") { $0.inputBytes.map { digits(Double($0) / 1e6) } },
            Column("MB out") { $0.outputBytes.map { digits(Double($0) / 1e6) } },
            Column("peak MiB") { $0.peakBytes.map { digits(Double($0) / 1_048_576) } },
        ]
    }

    /// A part of the time, with its share of all parts.
    private static func part(_ index: Int) -> Column {
        Column({ $0.parts[index].name }) { measurement in
            let whole = measurement.parts.reduce(0) { $0 + $1.median }
            let part = measurement.parts[index].median
            return "\(time(part)) (\(Int((part / whole * 100).rounded())) %)"
        }
    }

    private static var requests: [Column] {
        [
            Column("requests") { $0.requests.map { String($0) } },
            Column("failed") { $0.failedRequests.map { String($0) } },
        ]
    }

    private static func time(_ seconds: Double) -> String {
        switch seconds {
        case ..<1e-3: "\(digits(seconds * 1e6)) µs"
        case ..<1: "\(digits(seconds * 1e3)) ms"
        default: "\(digits(seconds)) s"
        }
    }

    /// Three digits that mean something, and not one of them more.
    private static func digits(_ value: Double) -> String {
        String(format: value >= 99.95 ? "%.0f" : value >= 9.995 ? "%.1f" : "%.2f", value)
    }
}
