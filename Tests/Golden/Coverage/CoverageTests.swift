import Testing

@testable import RouteModel

/// Every label and option has a golden case that uses it, and so has each that the product learns.
@Suite struct CoverageTests {
    @Test(arguments: DocumentedNames.labels)
    func labelStandsInACase(_ label: String) throws {
        #expect(try Self.labels.get().contains(Label.prefix + label), "no snapshot.json has a service with this label")
    }

    @Test(
        arguments: DocumentedNames.coreOptions + DocumentedNames.extensionOptions + DocumentedNames.proxyOptions
            + DocumentedNames.haproxyOptions)
    func optionStandsInACase(_ option: String) throws {
        #expect(try Self.options.get().contains(option), "no config.toml sets this option")
    }

    @Test func documentedNamesAreThoseOfTheProduct() {
        #expect(Set(DocumentedNames.labels) == Set(Label.allCases.map(\.rawValue)))
        #expect(Set(DocumentedNames.coreOptions) == Set(CoreSettings.options.map(\.name)))
        #expect(Set(DocumentedNames.extensionOptions) == Set(Extension.options.map(\.name)))
        #expect(Set(DocumentedNames.proxyOptions) == Set(ProxySettings.options.map(\.name)))
        #expect(Set(DocumentedNames.haproxyOptions) == Set(ProxySettings.haproxyKeys))
    }

    /// All that stands in quotes in some snapshot.
    private static let labels = Result {
        try Set(GoldenCase.all.flatMap { try $0.snapshot.split(separator: UInt8(ascii: "\"")) }.map(text))
    }

    /// What some line of a config.toml begins with: the key of a value, or the last part of a table's name.
    private static let options = Result {
        let lines = try GoldenCase.all.flatMap { try $0.config.split(separator: UInt8(ascii: "\n")) }
        return Set(lines.map { text(name(of: $0.drop { $0 == UInt8(ascii: " ") })) })
    }

    private static func name(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard line.first == UInt8(ascii: "[") else {
            return line.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "=") }
        }
        let path = line.dropFirst().prefix { $0 != UInt8(ascii: "]") }
        return path.split(separator: UInt8(ascii: ".")).last ?? path
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
