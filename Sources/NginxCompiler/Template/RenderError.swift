/// A fault of this program, not of its input: the file that was written does not say what was meant.
enum RenderError: Error, Hashable {
    /// nginx would read something else on this line of the file, 1-based, or could not read it.
    case differs(line: Int)
}
