namespace ClientAuth.Credentials.KeyStorage;

/// <summary>
/// The folder below which key folders are made: the one that the user names, else that of the checkout, else, where this account cannot
/// write to the checkout, one of the user's own. A course folder that many share and an image owned by root are such checkouts.
/// </summary>
public static class KeyParent
{
    /// <summary>The environment variable that names the folder, for lessons and for the server that runs alone.</summary>
    public const string Variable = "CLIENT_AUTH_KEYS";

    private const string OwnName = "client-auth-keys";

    /// <summary>Chooses the folder.</summary>
    /// <param name="named">What the user names, absolute; null or empty where they name none.</param>
    /// <param name="ofTheCheckout">For example <c>certs/</c>.</param>
    /// <returns>
    /// Absolute path. What the user names is taken even where it cannot be written to: making a key folder there says so. It is not
    /// replaced by another place, which might be less safe.
    /// </returns>
    /// <exception cref="IOException">What the user names is no absolute path.</exception>
    public static string Choose(string? named, string ofTheCheckout) => Named(named) ?? InsteadOf(ofTheCheckout);

    /// <summary>What the user names with <see cref="Variable"/>; null where they name none.</summary>
    /// <exception cref="IOException">It is no absolute path: each program would take it from a folder of its own.</exception>
    public static string? Named(string? value) =>
        string.IsNullOrEmpty(value) ? null
        : Path.IsPathFullyQualified(value) ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(value))
        : throw new IOException(
            $"{Variable} is '{value}', which is no absolute path. Name the folder by its whole path."
        );

    /// <summary>A folder of the checkout, or where this account cannot write to it, one of the user's own.</summary>
    /// <returns>Absolute path; in the folder for temporary files where the user has no folder that can be written to.</returns>
    public static string InsteadOf(string ofTheCheckout) =>
        new[] { Path.GetFullPath(ofTheCheckout), UsersOwn }.FirstOrDefault(folder =>
            folder is not null && CanWrite(folder)
        )
        ?? Path.GetTempPath();

    /// <summary>The folder of the user's own; null for an account without a home, such as that of a service.</summary>
    public static string? UsersOwn =>
        Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify
        )
            is { Length: > 0 } data
            ? Path.Combine(data, OwnName)
            : null;

    private static bool CanWrite(string folder)
    {
        try
        {
            KeyFolder.MakeParent(folder);
            var probe = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.DeleteOnClose,
            };
            new FileStream(Path.Combine(folder, $".probe-{Guid.NewGuid():N}"), probe).Dispose();
            return true;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
