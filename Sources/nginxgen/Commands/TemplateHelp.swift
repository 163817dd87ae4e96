extension TemplateCommand {
    static let help = """
        nginxgen template prints the template that writes nginx.conf. A copy of it can be
        changed and used in its place: with --template, or as the file that the
        extension's key Template names in config.toml.

        USAGE
          nginxgen template
          nginxgen template --fields
          nginxgen template --check FILE

        EXAMPLE
          nginxgen template > my.conf.template
          nginxgen template --check my.conf.template
          nginxgen --config config.toml --template my.conf.template < snapshot.json

        OPTIONS
          --fields           print the data model instead: what a template can name, what
                             each field holds and what it means
          --check FILE       load the template in FILE (- for standard input) and print
                             "FILE: ok", or fail with the first thing that is wrong with
                             it: FILE:line:column: what, and what to do; columns count
                             bytes

          -h, --help         print this
          --version          print the version

        TEMPLATES
          {{name}} {{a.b}}            a value; {{.}} is the current item of a list
          {{#name}}...{{/name}}       for each item of a list, or if something is there
          {{^name}}...{{/name}}       if it is not there
          {{< part}}...{{/part}}      a part to use elsewhere as {{> part}}; on a line of
                                      its own the tag indents all lines of the part
          {{! words }}                a comment
          A tag of a section, a part or a comment that is alone on its line leaves none.

          The text around the tags is read with nginx's own rules. A value is quoted where
          it must be, and never has to be by hand. What could not be safe is refused: a
          value in a comment of nginx, in a regular expression, as a directive's name, or
          glued to a quote; a section that opens a block or a quote and does not close it.

        EXIT STATUS
          0   printed, or the template is ok
          64  the command line cannot be used
          65  the template cannot be used
          74  a file cannot be read or written

        """
}
