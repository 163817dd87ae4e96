/// Results of the last run, in the order in which they were asked for; they are asked for again in nearly the same one.
///
/// So a result is looked for where the one before it was found, and behind that: mostly one comparison each. All
/// searches of a run together look at a few times as many results as there are, whatever the order. Inlined into other
/// modules, since the results are of their types: without that it takes three times as long there.
package struct OrderedMemory<Result> {
    package var last: [Result] = []
    @usableFromInline var current: [Result] = []
    /// Where in `last` the next result is expected.
    @usableFromInline var expected = 0
    /// How many results that are not wanted may still be looked at in this run.
    @usableFromInline var patience = 0

    @inlinable package init() {}

    /// The next result that is wanted, which counts for this run again; `nil` if there is none.
    @inlinable package mutating func recall(where isWanted: (Result) -> Bool) -> Result? {
        guard let result = find(where: isWanted) else { return nil }
        current.append(result)
        return result
    }

    /// The next result that is wanted, for this run to remember in another form; `nil` if there is none.
    @inlinable package mutating func find(where isWanted: (Result) -> Bool) -> Result? {
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
    @inlinable package mutating func remember(_ result: Result) { current.append(result) }

    /// Ends the run: its results are the last ones from now on.
    @inlinable package mutating func keep() {
        last = current
        current = []
        current.reserveCapacity(last.count)
        expected = 0
        patience = 8 * last.count
    }
}
