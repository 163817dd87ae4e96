import Testing

@testable import RouteModel

struct FewTests {
    private static func attachment(_ number: Int32) -> RouteModel.Attachment {
        RouteModel.Attachment(network: Identifier(index: number), address: .v4(UInt32(number)))
    }

    @Test(arguments: 0...4)
    func allComeInTheirOrder(_ count: Int32) {
        var attachments = Few<RouteModel.Attachment>()
        for number in 0..<count { attachments.append(Self.attachment(number)) }
        #expect(Array(attachments) == (0..<count).map(Self.attachment))
        #expect(attachments.count == Int(count))
    }

    @Test(arguments: 1...4)
    func eachCanBeChanged(_ count: Int32) {
        for place in 0..<Int(count) {
            var attachments = Few<RouteModel.Attachment>()
            for number in 0..<count { attachments.append(Self.attachment(number)) }
            var expected = Array(attachments)
            attachments[place].network = Identifier(index: 9)
            expected[place].network = Identifier(index: 9)
            #expect(Array(attachments) == expected)
        }
    }
}
