import NginxCompiler

extension RunningProxy {
    /// The built-in template with the loopback address in its listeners for plain HTTP.
    static var template: [UInt8] {
        ConfigTemplate.builtInText.replacing(
            Array("listen {{port}}".utf8), with: Array("listen 127.0.0.1:{{port}}".utf8))
    }
}
