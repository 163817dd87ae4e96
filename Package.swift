// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

/// Puts the functions that a run calls side by side. The system maps 64 KiB or more around each that is called: where they
/// lie scattered over a static program that is 3 MiB more. `.ci/list-linking-order` writes the list; a name that is nowhere
/// has no effect.
let calledFunctionsTogether = LinkerSetting.unsafeFlags(
    [
        "-use-ld=lld",
        "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Sources/nginxgen/linking-order.txt",
        "-Xlinker", "--no-warn-symbol-ordering",
        "-Xlinker", "--script=\(Context.packageDirectory)/Sources/nginxgen/unnamed-functions.ld",
    ], .when(platforms: [.linux], configuration: .release))

/// Lets Swift see what Linux has beyond POSIX: on which processor a thread runs (sched_setaffinity(2)).
let extensionsOfLinux = SwiftSetting.unsafeFlags(["-Xcc", "-D_GNU_SOURCE"], .when(platforms: [.linux]))

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
        .executableTarget(
            name: "nginxgen", dependencies: ["RouteModel", "NginxCompiler"],
            exclude: ["linking-order.txt", "unnamed-functions.ld"],
            swiftSettings: settings + [extensionsOfLinux], linkerSettings: [calledFunctionsTogether]),
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
