/// When the steps of one reconfiguration ended.
struct Reconfiguration {
    private let start = ContinuousClock.now
    /// The file is written.
    var compiled = ContinuousClock.now
    /// nginx has found it good.
    var checked = ContinuousClock.now
    /// A client has had an answer by the new file.
    var answered = ContinuousClock.now

    /// Seconds for each step and for all.
    var compiling: Double { start.duration(to: compiled).seconds }
    var checking: Double { compiled.duration(to: checked).seconds }
    var reloading: Double { checked.duration(to: answered).seconds }
    var whole: Double { start.duration(to: answered).seconds }
}
