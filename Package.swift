// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "nginxgen",
    products: [
        .executable(name: "nginxgen", targets: ["nginxgen"]),
        .library(name: "NginxCompiler", targets: ["NginxCompiler", "RouteModel"]),
    ],
    targets: [
        .target(name: "RouteModel", swiftSettings: settings),
        .target(
            name: "NginxCompiler", dependencies: ["RouteModel"],
            resources: [.embedInCode("Templates/nginx.conf.template")], swiftSettings: settings),
        .executableTarget(name: "nginxgen", dependencies: ["RouteModel", "NginxCompiler"], swiftSettings: settings),
        .executableTarget(
            name: "benchmarks", dependencies: ["RouteModel", "NginxCompiler", "nginxgen"], path: "Benchmarks",
            exclude: ["README.md", "reconfiguration.svg"], swiftSettings: settings),
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: settings),
        .testTarget(name: "RouteModelTests", dependencies: ["RouteModel", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "NginxCompilerTests", dependencies: ["NginxCompiler", "RouteModel", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "GoldenTests", dependencies: ["NginxCompiler", "RouteModel", "TestSupport"], path: "Tests/Golden",
            exclude: ["Cases", "Plans"], swiftSettings: settings),
        .testTarget(name: "NginxGenTests", dependencies: ["nginxgen"], swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests", dependencies: ["NginxCompiler", "RouteModel", "TestSupport", "nginxgen"],
            exclude: ["Hostile/hostile.jsonl"], swiftSettings: settings),
    ]
)
