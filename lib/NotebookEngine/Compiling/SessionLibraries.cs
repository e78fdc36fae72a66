using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis.Scripting.Hosting;

namespace NotebookEngine.Compiling;

/// <summary>
/// The libraries that one session has loaded, each once. Roslyn's own loader gives every file a context of its own and loads it
/// again when it is asked for in another version; then the same type exists twice and methods are "not found".
/// </summary>
internal sealed class SessionLibraries : AssemblyLoadContext
{
    private static readonly FrozenSet<string> Host = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly InteractiveAssemblyLoader _cells;
    private readonly HashSet<string> _loaded = [];

    private ImmutableHashSet<string> _refused = [];

    // Replaced, not changed: threads that a cell left behind may be resolving while the next cell is compiled.
    private ImmutableHashSet<string> _folders = [];

    /// <param name="cells">Resolves what compiled cells refer to.</param>
    public SessionLibraries(InteractiveAssemblyLoader cells)
        : base("libraries of a notebook")
    {
        _cells = cells;
        Resolving += (_, name) => Beside(name);
    }

    /// <summary>Loads a library that a cell refers to. What this process brings itself stays as it is.</summary>
    public void Load(string? path)
    {
        if (path is null || Host.Contains(Path.GetFileNameWithoutExtension(path)) || !_loaded.Add(path))
        {
            return;
        }

        _folders = _folders.Add(Path.GetDirectoryName(path)!);
        try
        {
            var library = LoadFromAssemblyPath(path);
            _cells.RegisterDependency(library);
            Initialize(library);
        }
        catch (BadImageFormatException)
        {
            _refused = _refused.Add(path);
        }
        catch (FileLoadException)
        {
            // A second one of that name: the compiler says so, with the line.
        }
    }

    /// <summary>Whether the file is damaged, or was built for another processor.</summary>
    public bool HasRefused(string? path) => path is not null && _refused.Contains(path);

    // A library may prepare the engine, such as by registering formatters, before a cell uses anything of it.
    private static void Initialize(Assembly library)
    {
        try
        {
            RuntimeHelpers.RunModuleConstructor(library.ManifestModule.ModuleHandle);
        }
        catch (TypeInitializationException)
        {
            // The first cell that uses the library gets the same exception, and its failure says so.
        }
    }

    // Whatever version is asked for, the file beside the library is the one that it was built with.
    private Assembly? Beside(AssemblyName name) =>
        _folders
            .Select(folder => Path.Combine(folder, $"{name.Name}.dll"))
            .Where(File.Exists)
            .Select(LoadFromAssemblyPath)
            .FirstOrDefault();
}
