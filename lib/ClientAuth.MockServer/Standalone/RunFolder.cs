using ClientAuth.Credentials.KeyStorage;
using ClientAuth.MockServer.Standalone.Exits;

namespace ClientAuth.MockServer.Standalone;

/// <summary>Makes the folder for the keys and secrets of a run, or says why it cannot be made.</summary>
internal static class RunFolder
{
    public static KeyFolder CreateBelow(string parent)
    {
        try
        {
            return KeyFolder.CreateBelow(parent, "server");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StartFailure.Machine($"No folder for keys and secrets can be made in '{parent}': {e.Message}", e);
        }
    }
}
