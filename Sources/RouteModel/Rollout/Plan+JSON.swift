extension Plan {
    /// The plan for programs. `schema` becomes another number when a member changes its meaning or goes; members may be
    /// added at any time.
    package var json: JSON {
        .object([
            ("schema", .number(1)), ("changed", .boolean(!isEmpty)), ("clusters", .array(clusters.map(\.json))),
        ])
    }
}

extension ClusterPlan {
    /// As an element of the plan's `clusters`.
    package var json: JSON {
        let estimate = estimate
        return .object([
            ("cluster", .string(cluster)), ("verdict", .string(verdict.rawValue)),
            ("causes", .array(causes.map(\.json))),
            (
                "networks",
                .object([
                    ("attach", .array(joined.map(\.json))), ("detach", .array(left.map(\.json))),
                    ("attached", .array((new?.table.networks ?? []).map(\.json))),
                    ("unneeded", .array(unneeded.map { .text($0) })),
                ])
            ),
            (
                "secrets",
                .object([
                    ("add", .array(secrets(.added))), ("remove", .array(secrets(.removed))),
                    ("replace", .array(secrets(.changed))),
                ])
            ),
            ("file", .object([("before", old?.file.json ?? .null), ("after", new?.file.json ?? .null)])),
            (
                "time",
                .object([
                    ("proxies", .number(estimate.proxies)), ("networks", .number(estimate.networks)),
                    ("seconds_each", .array(Self.bounds(estimate.secondsEach))),
                ])
            ),
            ("advice", .array(advice.map(Self.json))),
        ])
    }

    private func secrets(_ change: Cause.Change) -> [JSON] {
        causes.filter { $0.kind == .secret && $0.change == change }.map { .string($0.subject) }
    }

    private static func bounds(_ range: ClosedRange<Int>) -> [JSON] {
        [.number(range.lowerBound), .number(range.upperBound)]
    }

    private static func json(_ advice: (advice: Advice, savedSecondsEach: ClosedRange<Int>)) -> JSON {
        let kind =
            switch advice.advice {
            case .split: "split"
            case .otherMode: "other-mode"
            case .hitless: "hitless"
            }
        return .object([
            ("kind", .string(kind)), ("text", .string("\(advice.advice)")),
            ("saves_seconds_each", .array(bounds(advice.savedSecondsEach))),
        ])
    }
}

extension Cause {
    fileprivate var json: JSON {
        .object([
            ("kind", .string(kind.rawValue)), ("change", .string(change.rawValue)), ("subject", .string(subject)),
            ("detail", .string(detail)),
        ])
    }
}

extension NetworkUse {
    fileprivate var json: JSON {
        .object([("id", .text(id)), ("name", .text(name)), ("services", .array(services.map { .text($0) }))])
    }
}

extension FileSummary {
    fileprivate var json: JSON {
        .object([
            ("hash", .string(hash)), ("bytes", .number(size)), ("objects", .array(objects.map { .string($0) })),
        ])
    }
}
