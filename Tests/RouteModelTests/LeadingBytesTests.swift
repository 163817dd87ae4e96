import Testing

@testable import RouteModel

@Suite struct LeadingBytesTests {
    /// Texts in byte order.
    private static let texts: [[UInt8]] =
        [[], [0], [0, 1], [1]]
        + ["a", "a-b", "a.b", "ab", "stack-with-a-nam", "stack-with-a-name_api", "stack-with-a-name_web", "é"].map {
            Array($0.utf8)
        } + [[0xFF]]

    @Test func neverContradictTheOrderOfTexts() {
        for (before, after) in zip(Self.texts, Self.texts.dropFirst()) {
            #expect(!(LeadingBytes(after) < LeadingBytes(before)), "\(before) \(after)")
        }
    }

    @Test func tellTextsApartInTheirFirst16Bytes() {
        #expect(LeadingBytes("granor-000_api".utf8) < LeadingBytes("granor-000_web".utf8))
        #expect(LeadingBytes("0123456789abcdef".utf8) == LeadingBytes("0123456789abcdefg".utf8))
    }

    @Test func servicesWithLongNamesInCommonStayInOrder() throws {
        let names = ["stack-with-a-name_web", "stack-with-a-name_api", "stack", "stack-with-a-nam"]
        let services = names.map {
            #"{"ID": "\#($0)", "Spec": {"Name": "\#($0)", "Labels": {"com.docker.lb.port": "80"}}}"#
        }
        let snapshot = try readSnapshot(Array(#"{"services": [\#(services.joined(separator: ","))]}"#.utf8))
        #expect(
            SortedServices(snapshot.services).byCluster[""]?.map(\.name) == names.sorted().map { ByteString($0.utf8) })
    }
}
