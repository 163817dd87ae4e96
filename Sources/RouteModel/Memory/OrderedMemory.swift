/// Results of the last run, in the order in which they were asked for; they are asked for again in nearly the same one.
///
/// So a result is looked for where it is expected, behind the one before, and around that: mostly one comparison each.
/// Only what has moved further is looked for everywhere, as long as all such searches of a run together look at a few
/// times as many results as there are; so a run in which everything is new takes little longer than one without memory.
/// Inlined into other modules, since the results are of their types: without that it takes three times as long there.
package struct OrderedMemory<Result> {
    package var last: [Result] = []
    @usableFromInline var current: [Result] = []
    /// Where in `last` the next result is expected.
    @usableFromInline var expected = 0
    /// How many results may still be looked at in this run beside those nearby.
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
        guard let place = nearby(isWanted) ?? anywhere(isWanted) else {
            // Most likely it stands here and has changed: the one behind it comes next.
            expected = min(expected + 1, last.count)
            return nil
        }
        expected = place + 1
        return last[place]
    }

    /// How far from where it is expected a result is looked for in any case.
    @usableFromInline static var reach: Int { 8 }

    @inlinable func nearby(_ isWanted: (Result) -> Bool) -> Int? {
        last.indices[expected...].prefix(Self.reach).first { isWanted(last[$0]) }
            ?? last.indices[..<expected].suffix(Self.reach).last { isWanted(last[$0]) }
    }

    @inlinable mutating func anywhere(_ isWanted: (Result) -> Bool) -> Int? {
        for place in last.indices {
            guard patience > 0 else { return nil }
            patience -= 1
            if isWanted(last[place]) { return place }
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
