namespace NotebookEngine.Files;

/// <summary>What is at a path, once its links are followed.</summary>
internal enum FileKind
{
    /// <summary>Nothing, or nothing that can be seen from here.</summary>
    Missing,

    /// <summary>A regular file, which another can replace.</summary>
    Regular,

    Folder,

    /// <summary>A pipe, a device or a socket: it is written into, and not replaced.</summary>
    Stream,
}
