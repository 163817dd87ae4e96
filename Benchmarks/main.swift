import Glibc

// A reader that goes away, such as `head`, ends the output and nothing else.
signal(SIGPIPE, SIG_IGN)
exit(BenchmarkRun.main(Array(CommandLine.arguments.dropFirst())))
