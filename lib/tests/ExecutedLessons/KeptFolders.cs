namespace ExecutedLessons;

/// <summary>
/// Folders that are expensive to make, each under the id of what it was made from. The first process that asks makes one, others
/// wait for it, and later runs find it. A folder under its id is complete: it gets that name when it has been made.
/// </summary>
/// <param name="parent">Where they are kept.</param>
internal sealed class KeptFolders(string parent)
{
    // One for each build configuration, and one to go back to.
    private const int Kept = 3;

    // It only ends what hangs.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <param name="id">Of what the folder is made from, as it is at the moment.</param>
    /// <param name="make">Fills an empty folder.</param>
    /// <returns>Path of the folder.</returns>
    public Task<string> GetAsync(Func<string> id, Action<string> make) =>
        // On a thread of its own: a mutex belongs to the thread that took it.
        Task.Factory.StartNew(
            () => Get(id, make),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    private string Get(Func<string> id, Action<string> make)
    {
        using var place = new ContentId().Add(Path.GetFullPath(parent));
        using var turn = new Mutex(
            initiallyOwned: false,
            $"kept-folders-{place}",
            new NamedWaitHandleOptions { CurrentSessionOnly = false, CurrentUserOnly = true }
        );
        Take(turn);
        try
        {
            var before = id();
            var folder = Path.Combine(parent, before);
            if (!Directory.Exists(folder))
            {
                Make(folder, make);
                if (id() != before)
                {
                    Directory.Delete(folder, recursive: true);
                    throw new InvalidOperationException(
                        "The library or a lesson changed while the lessons were executed. Run the tests again."
                    );
                }

                RemoveOld();
            }

            return folder;
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    private static void Take(Mutex turn)
    {
        try
        {
            if (!turn.WaitOne(Longest))
            {
                throw new TimeoutException($"Another process has executed the lessons for {Longest} without an end.");
            }
        }
        catch (AbandonedMutexException)
        {
            // Its owner died, and the mutex is taken now. An unfinished folder has no id, and is made anew.
        }
    }

    private static void Make(string folder, Action<string> make)
    {
        var unfinished = $"{folder}.unfinished";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        make(unfinished);
        Directory.Move(unfinished, folder);
    }

    private void RemoveOld()
    {
        var old = new DirectoryInfo(parent)
            .EnumerateDirectories()
            .OrderByDescending(folder => folder.LastWriteTimeUtc)
            .Skip(Kept);
        foreach (var folder in old.ToList())
        {
            folder.Delete(recursive: true);
        }
    }
}
