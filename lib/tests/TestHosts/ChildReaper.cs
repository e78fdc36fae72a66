using System.Diagnostics;

namespace TestHosts;

/// <summary>
/// A shell beside the tests that waits for their end, which it learns of even where they are killed: its standard input closes. Then it
/// kills what they have left. It knows those processes by a mark in their environment, which every child inherits, and its children.
/// </summary>
internal sealed class ChildReaper : IDisposable
{
    private const string Variable = "CLIENT_AUTH_TEST_HOST";

    // Where the system has no /proc, as macOS, ps shows environments. The mark comes by standard input: on a command line it would be
    // found, too. Again after a second, since a process may be at starting another one.
    private const string Script = """
        trap '' INT TERM HUP QUIT
        read -r mark || exit 0
        while read -r line; do :; done
        marked() {
          if [ -r /proc/self/environ ]; then
            for id in /proc/[0-9]*; do
              grep -qF "$mark" "$id/environ" && echo "${id#/proc/}"
            done
          else
            ps -axEww -o pid=,command= | while read -r id rest; do
              case $rest in *"$mark"*) echo "$id" ;; esac
            done
          fi
        }
        for round in 1 2 3; do
          for id in $(marked); do kill -9 "$id"; done
          sleep 1
        done
        """;

    private readonly Process _shell;

    private ChildReaper(Process shell) => _shell = shell;

    public static ChildReaper Start()
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"exec >/dev/null 2>&1\n{Script}"])
        {
            RedirectStandardInput = true,
            // Whoever reads what the tests print must not wait for this.
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // It bears the mark of nobody: neither of these tests nor of others that have started them.
        start.Environment.Remove(Variable);
        var shell = Process.Start(start)!;
        var mark = Guid.NewGuid().ToString("N");
        shell.StandardInput.WriteLine($"{Variable}={mark}");
        shell.StandardInput.Flush();
        Environment.SetEnvironmentVariable(Variable, mark);
        return new ChildReaper(shell);
    }

    public void Dispose()
    {
        // From here on the shell works alone; the tests need not wait for it.
        _shell.StandardInput.Close();
        _shell.Dispose();
    }
}
