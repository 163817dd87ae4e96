/// A value that a section of a template can enter: it declares, in one place, the fields a template can name.
protocol TemplateBlock: Sendable {
    /// The fields by name, with their kinds and how each is read.
    static var fields: Fields<Self> { get }
}

/// The data model of one block type, as a template sees it.
struct Fields<Block>: Sendable {
    /// What the block is called in listings and messages.
    let name: String

    /// What the block is, in a few words.
    let meaning: String

    /// The fields in the order they are listed.
    let all: [Field<Block>]

    /// Declares the fields of a block.
    init(_ name: String, _ meaning: String, _ all: [Field<Block>]) {
        self.name = name
        self.meaning = meaning
        self.all = all
    }
}

extension Fields {
    /// The shape of the field that a dotted name leads to; `nil` when its first part is no field of this block.
    func find(_ path: ArraySlice<String>) throws(Complaint) -> Shape<Block>? {
        guard let name = path.first, let index = all.indices.first(where: { all[$0].name == name }) else { return nil }
        let field = all[index]
        let rest = path.dropFirst()
        return rest.isEmpty ? field.shape : try field.member(at: rest)
    }
}

extension Field {
    /// What `path` leads to inside this field, which must be a block that is always there.
    func member(at path: ArraySlice<String>) throws(Complaint) -> Shape<Block> {
        let member = path.joined(separator: ".")
        guard case .nested(let nested) = shape else {
            throw Complaint("`\(name)` is \(shape.summary); it has no field `\(member)`")
        }
        guard let find = nested.member else {
            throw Complaint("`\(name)` is \(shape.summary); use {{#\(name)}}…{{\(member)}}…{{/\(name)}}")
        }
        guard let found = try find(path) else {
            throw .unknown("field", path.first ?? "", in: "in `\(name)`", among: nested.fieldNames())
        }
        return found
    }
}
