/// The log formats of Interlock's documents (reference section 3.5), for settings without one.
extension LogFormatBlock {
    enum Default {
        case main, trace

        var words: [CheckedText] {
            let client = "$remote_addr - $remote_user [$time_local] \"$request\" "
            let answer = "$status $body_bytes_sent \"$http_referer\" \"$http_user_agent\" \"$http_x_forwarded_for\""
            let times =
                " $reqid $msec $request_time $upstream_connect_time $upstream_header_time $upstream_response_time"
            let texts = self == .main ? [client, answer] : [client, answer, times]
            return texts.compactMap { CheckedText($0) }
        }
    }
}
