import Foundation
import TestSupport
import Testing

/// The recorded services have the fields of the Engine API and no others, each with a value of its kind.
@Suite struct ServiceShapeTests {
    private enum Kind { case text, number, flag, texts }

    /// The fields of `ServiceSpec` (Engine API 1.40) that the proxies' and the config service need; an array's elements
    /// have the path of the array.
    private static let fields: [String: Kind] = {
        var fields: [String: Kind] = [
            "Name": .text, "Labels": .texts, "Mode.Replicated.Replicas": .number, "EndpointSpec.Mode": .text,
            "EndpointSpec.Ports.Protocol": .text, "EndpointSpec.Ports.TargetPort": .number,
            "EndpointSpec.Ports.PublishedPort": .number, "EndpointSpec.Ports.PublishMode": .text,
            "TaskTemplate.Networks.Target": .text, "TaskTemplate.Placement.Constraints": .text,
            "TaskTemplate.Placement.Preferences.Spread.SpreadDescriptor": .text,
        ]
        for update in ["UpdateConfig", "RollbackConfig"] {
            fields["\(update).Parallelism"] = .number
            fields["\(update).Delay"] = .number
            fields["\(update).FailureAction"] = .text
            fields["\(update).Order"] = .text
        }
        let container: [String: Kind] = [
            "Image": .text, "Labels": .texts, "Args": .text, "Env": .text, "StopSignal": .text,
            "StopGracePeriod": .number, "Configs.ConfigID": .text, "Configs.ConfigName": .text,
            "Secrets.SecretID": .text, "Secrets.SecretName": .text, "Mounts.Type": .text, "Mounts.Source": .text,
            "Mounts.Target": .text, "Mounts.ReadOnly": .flag, "Mounts.VolumeOptions.NoCopy": .flag,
        ]
        for (field, kind) in container { fields["TaskTemplate.ContainerSpec.\(field)"] = kind }
        for list in ["Configs", "Secrets"] {
            for field in ["Name", "UID", "GID"] { fields["TaskTemplate.ContainerSpec.\(list).File.\(field)"] = .text }
            fields["TaskTemplate.ContainerSpec.\(list).File.Mode"] = .number
        }
        return fields
    }()

    @Test func everyFieldIsOfTheEngineAndOfItsKind() throws {
        var met: Set<String> = []
        for golden in GoldenCase.all {
            for (file, text) in try golden.expected() where file.hasSuffix(".json") {
                Self.walk(try JSONValue(Array(text.utf8)), at: "", of: "\(golden.name)/\(file)", meeting: &met)
            }
        }
        #expect(Set(Self.fields.keys).subtracting(met).isEmpty, "every field stands in some case")
    }

    private static func walk(_ value: JSONValue, at path: String, of file: String, meeting met: inout Set<String>) {
        switch (fields[path], value) {
        case (.texts?, .object(let members)):
            #expect(members.allSatisfy { if case .string = $0.value { true } else { false } }, "\(file): \(path)")
        case (nil, .object(let members)):
            for (name, value) in members {
                walk(value, at: path.isEmpty ? name : "\(path).\(name)", of: file, meeting: &met)
            }
        case (_, .array(let elements)): for element in elements { walk(element, at: path, of: file, meeting: &met) }
        case (.text?, .string), (.number?, .integer), (.flag?, .bool): break
        default: Issue.record("\(file): \(path) is no field of the Engine, or of another kind")
        }
        if fields[path] != nil { met.insert(path) }
    }
}
