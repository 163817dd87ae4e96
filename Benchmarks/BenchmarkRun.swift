import Foundation

/// The program: runs what the options ask for and prints what came of it.
enum BenchmarkRun {
    /// Returns the exit code: 0 however slow the machine is, 64 for options that cannot be used, 70 when a suite fails.
    static func main(_ words: [String]) -> Int32 {
        do {
            let options = try Options(words)
            if options.wantsHelp {
                print(Options.help, terminator: "")
            } else {
                try run(options)
            }
            return 0
        } catch {
            FileHandle.standardError.write(Data("benchmarks: \(error)\n".utf8))
            return error is UsageError ? 64 : 70
        }
    }

    private static func run(_ options: Options) throws {
        var harness = Harness(options)
        for suite in Suite.all { try harness.run(suite) }
        let report = Report(harness)
        print(options.asJSON ? try report.json : report.text)
        if let file = options.chart {
            try Chart(report.measurements).svg.write(toFile: file, atomically: true, encoding: .utf8)
        }
    }
}
