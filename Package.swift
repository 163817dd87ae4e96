// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

/// Puts the functions of Swift's and the system's libraries that a run uses side by side. The system maps 64 KiB around
/// each that is used: where they lie scattered over a static program that are 2.3 MiB more. `.ci/list-runtime-functions`
/// writes the list; a name that is in no library has no effect.
let runtimeFunctionsTogether = LinkerSetting.unsafeFlags(
    [
        "-use-ld=lld",
        "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/Sources/nginxgen/runtime-functions.txt",
        "-Xlinker", "--no-warn-symbol-ordering",
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
            name: "nginxgen", dependencies: ["RouteModel", "NginxCompiler"], exclude: ["runtime-functions.txt"],
            swiftSettings: settings + [extensionsOfLinux], linkerSettings: [runtimeFunctionsTogether]),
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
