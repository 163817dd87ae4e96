import Foundation
import RouteModel
import TestSupport
import Testing

@Suite struct PlanTests {
    @Test(arguments: PlanCase.all)
    func plansAsRecorded(_ golden: PlanCase) throws {
        let actual = try golden.run()
        guard ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == nil else {
            for (name, text) in actual { try Data(text.utf8).write(to: golden.file(name)) }
            Issue.record("recorded \(golden.name); read the difference line by line, then run again")
            return
        }
        for name in PlanCase.outputs {
            let expected = String(decoding: try golden.bytes(name), as: UTF8.self)
            guard let text = actual[name], text != expected else { continue }
            Issue.record("\(golden.name)/\(name): \(firstDifference(text, from: expected))")
        }
    }

    @Test(arguments: PlanCase.all)
    func orderOfTheSnapshotsChangesNoPlan(_ golden: PlanCase) throws {
        var random = SplitMix64(seed: 1)
        let shuffled = try golden.run { try JSONValue($0).shuffled(by: &random).bytes }
        #expect(try shuffled == golden.run())
    }

    @Test func everyCaseSaysWhatChanges() throws {
        #expect(PlanCase.all.count >= 25)
        for golden in PlanCase.all {
            let firstLine = String(decoding: try golden.bytes("config.toml"), as: UTF8.self).prefix { $0 != "\n" }
            #expect(firstLine.hasPrefix("# "), "\(golden.name)/config.toml begins with a comment")
        }
    }
}
