/// Results of the last run, in the order in which they were asked for; they are asked for again in nearly the same one.
///
/// So a result is looked for where the one before it was found, and behind that: mostly one comparison each. All
/// searches of a run together look at a few times as many results as there are, whatever the order.
package struct OrderedMemory<Result> {
    private var last: [Result] = []
    private var current: [Result] = []
    /// Where in `last` the next result is expected.
    private var expected = 0
    /// How many results that are not wanted may still be looked at in this run.
    private var patience = 0

    package init() {}

    /// The next result that is wanted, which counts for this run again; `nil` if there is none.
    package mutating func recall(where isWanted: (Result) -> Bool) -> Result? {
        guard let result = find(where: isWanted) else { return nil }
        current.append(result)
        return result
    }

    /// The next result that is wanted, for this run to remember in another form; `nil` if there is none.
    package mutating func find(where isWanted: (Result) -> Bool) -> Result? {
        for place in last.indices[expected...] {
            if isWanted(last[place]) {
                expected = place + 1
                return last[place]
            }
            guard patience > 0 else { return nil }
            patience -= 1
        }
        return nil
    }

    /// Adds a result of this run that was not there.
    package mutating func remember(_ result: Result) { current.append(result) }

    /// Ends the run: its results are the last ones from now on.
    package mutating func keep() {
        last = current
        current = []
        current.reserveCapacity(last.count)
        expected = 0
        patience = 8 * last.count
    }
}
