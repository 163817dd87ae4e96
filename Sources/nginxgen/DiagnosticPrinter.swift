import RouteModel

/// How diagnostics are written to standard error: lines for people, or JSON lines for programs.
enum DiagnosticFormat: String, CaseIterable {
    case text, json

    /// The lines of `diagnostics`, in their order.
    func lines(of diagnostics: [Diagnostic]) -> String {
        diagnostics.reduce(into: "") { lines, diagnostic in
            lines += self == .text ? diagnostic.description : diagnostic.json
            lines += "\n"
        }
    }

    /// The line that tells what became of a cluster's file.
    func line(of outcome: Replacement.Outcome, for cluster: String, at path: String) -> String {
        switch self {
        case .text: "\(cluster): \(outcome.rawValue) \(printable(path.utf8))\n"
        case .json:
            "{\"cluster\":\(jsonString(cluster)),\"outcome\":\"\(outcome.rawValue)\",\"file\":\(jsonString(path))}\n"
        }
    }
}

extension Diagnostic {
    /// One JSON object on one line; the members that the origin has not are left out.
    var json: String {
        var members = [("severity", severity.rawValue), ("code", code.rawValue)]
        var place = ""
        switch origin {
        case .label(let key, let service): members += [("service", text(service)), ("label", text(key))]
        case .service(let name): members.append(("service", text(name)))
        case .settings(let position): place = ",\"line\":\(position.line),\"column\":\(position.column)"
        case .snapshot: break
        }
        let texts = members.map { "\"\($0.0)\":\(jsonString($0.1))" }.joined(separator: ",")
        return "{\(texts)\(place),\"message\":\(jsonString(message))}"
    }

    private func text(_ bytes: ByteString) -> String { String(decoding: bytes.bytes, as: UTF8.self) }
}
