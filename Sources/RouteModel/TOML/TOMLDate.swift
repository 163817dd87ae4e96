/// A day of the Gregorian calendar, as RFC 3339 writes it: years 0 to 9999.
struct TOMLDate: Hashable, Sendable {
    let year: Int
    /// 1...12
    let month: Int
    /// 1...31, and never past the month's end.
    let day: Int
}

extension TOMLDate {
    /// How many days `month` (1...12) has in `year`.
    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }
}
