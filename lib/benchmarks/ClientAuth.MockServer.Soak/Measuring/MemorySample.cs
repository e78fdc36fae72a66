using System.Diagnostics;
using System.Globalization;

namespace ClientAuth.MockServer.Soak.Measuring;

/// <summary>What the process holds at one moment; the load is part of it, and keeps nothing from one request to the next.</summary>
/// <param name="At">Since the load began.</param>
/// <param name="Requests">How many have been answered.</param>
/// <param name="Heap">Bytes on the managed heap after a full collection.</param>
/// <param name="WorkingSet">Bytes of the process in memory.</param>
/// <param name="Handles">Open files, sockets and the like, as the system counts them.</param>
/// <param name="Threads">Threads of the process.</param>
/// <param name="Files">Files in the folder that belongs to the run.</param>
internal sealed record MemorySample(
    TimeSpan At,
    long Requests,
    long Heap,
    long WorkingSet,
    int Handles,
    int Threads,
    int Files
)
{
    public const double Megabyte = 1024 * 1024;

    public const string Header = "    time  requests  heap MB  working set MB  handles  threads  files";

    public static MemorySample Take(TimeSpan at, long requests, int files)
    {
        // Twice: what the first collection finds dead may hold something that its finalizer frees.
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return new(
            at,
            requests,
            GC.GetTotalMemory(forceFullCollection: false),
            process.WorkingSet64,
            process.HandleCount,
            process.Threads.Count,
            files
        );
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{At:hh\\:mm\\:ss}  {Requests, 8}  {Heap / Megabyte, 7:F2}  {WorkingSet / Megabyte, 14:F1}  {Handles, 7}  {Threads, 7}  {Files, 5}"
        );
}
