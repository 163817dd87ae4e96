import Foundation

/// Everything that a run has found.
struct Report: Encodable {
    let machine: Machine
    let isQuick: Bool
    let measurements: [Measurement]
    let growth: [Growth]
    /// What could not be measured, and why.
    let notes: [String]

    init(_ harness: Harness) {
        machine = Machine()
        isQuick = harness.options.isQuick
        measurements = harness.measurements
        growth = Growth.all(in: harness.measurements)
        notes = harness.notes + Self.warnings
    }

    #if DEBUG
        private static let warnings = ["built without optimisation: no number here means anything; use -c release"]
    #else
        private static let warnings: [String] = []
    #endif

    var json: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }

    /// For people: Markdown, so that it can stand in a file as it is.
    var text: String {
        let head = "\(machine.description)\(isQuick ? ", a quick run" : "")"
        let sections = Suite.all.map(section(of:)).filter { !$0.isEmpty }
        return ([head] + sections + notes).joined(separator: "\n\n")
    }

    private func section(of suite: Suite) -> String {
        let rows = measurements.filter { $0.suite == suite.name }
        guard !rows.isEmpty else { return "" }
        let exponents = growth.filter { $0.suite == suite.name }.map {
            "\($0.shape): networks^\(String(format: "%.2f", $0.exponent)) from \($0.from) to \($0.to)"
        }
        let grows = exponents.isEmpty ? "" : "\n\nGrows as \(exponents.joined(separator: "; "))."
        return "**\(suite.name)**: \(suite.summary)\n\n\(Table(rows).text)\(grows)"
    }
}
