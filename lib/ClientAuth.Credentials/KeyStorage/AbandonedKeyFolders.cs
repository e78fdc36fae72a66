namespace ClientAuth.Credentials.KeyStorage;

/// <summary>Removes the key folders of processes that were killed. It leaves the folders of running processes and all other files alone.</summary>
public static class AbandonedKeyFolders
{
    /// <summary>Removes the key folders below a folder that have no living owner.</summary>
    /// <returns>One sentence for each that stays although nobody on this machine holds it.</returns>
    public static IReadOnlyList<string> RemoveBelow(string parent)
    {
        try
        {
            return [.. Directory.GetFiles(parent, KeyFolderLock.Pattern).Select(Remove).OfType<string>()];
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [$"'{parent}' cannot be searched for keys of earlier runs: {e.Message}"];
        }
    }

    private static string? Remove(string lockFile)
    {
        using var abandoned = KeyFolderLock.TryTake(lockFile);
        if (abandoned is null)
        {
            return null;
        }

        if (abandoned.Machine is null && Directory.Exists(abandoned.Folder))
        {
            return $"'{abandoned.Folder}' has a .lock file that names no owner; once no lab and no server runs, delete both.";
        }

        if (abandoned.Machine is { } machine && machine != ThisMachine.Id)
        {
            return $"'{abandoned.Folder}' belongs to a run on '{machine}', which may still be running; once it has ended, delete the folder and its .lock file.";
        }

        try
        {
            abandoned.RemoveBoth();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"'{abandoned.Folder}' was left by a run that is over, and cannot be removed: {e.Message}";
        }
    }
}
