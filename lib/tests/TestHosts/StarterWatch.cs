using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TestHosts;

/// <summary>
/// Ends this process when the one that started it has gone. <c>dotnet test</c> that is killed leaves the processes of its tests to
/// themselves, and they would run on.
/// </summary>
internal static class StarterWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    // For what cleans up at the end of the process; then it ends at once.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public static void Start() => _ = EndWithStarterAsync();

    private static async Task EndWithStarterAsync()
    {
        await (OperatingSystem.IsWindows() ? EndOfWindowsParentAsync() : EndOfUnixParentAsync());
        await Console.Error.WriteLineAsync("the tests end: the process that started them has gone");
        var ending = Task.Run(() => Environment.Exit(1));
        await ending.WaitAsync(Grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Process.GetCurrentProcess().Kill();
    }

    // A process that loses its parent is given another one.
    private static async Task EndOfUnixParentAsync()
    {
        var parent = ParentId();
        using var timer = new PeriodicTimer(Interval);
        while (ParentId() == parent)
        {
            await timer.WaitForNextTickAsync();
        }
    }

    private static async Task EndOfWindowsParentAsync()
    {
        // PROCESS_BASIC_INFORMATION; the last of its six fields is the parent's number.
        var facts = new nint[6];
        if (Query(Process.GetCurrentProcess().Handle, informationClass: 0, facts, facts.Length * nint.Size, out _) != 0)
        {
            // It cannot be asked, and so is never seen to end.
            await new TaskCompletionSource().Task;
        }

        try
        {
            using var parent = Process.GetProcessById((int)facts[^1]);
            await parent.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It has gone already.
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    private static extern int ParentId();

    [DllImport("ntdll", EntryPoint = "NtQueryInformationProcess")]
    private static extern int Query(nint process, int informationClass, [Out] nint[] facts, int size, out int written);
}
