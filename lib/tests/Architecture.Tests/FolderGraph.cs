using Mono.Cecil;

namespace Architecture.Tests;

/// <summary>Which folders of a room use which, by the compiled code; a folder is a namespace.</summary>
internal sealed class FolderGraph
{
    private readonly Dictionary<string, Dictionary<string, string>> _uses = [];

    private FolderGraph() { }

    /// <summary>Reads the graph of a room's assembly.</summary>
    /// <param name="room">The room, which is the root namespace.</param>
    /// <param name="compositions">Types that put the pieces together; they know every folder, so they are left out.</param>
    public static FolderGraph Of(string room, IReadOnlySet<string> compositions)
    {
        var graph = new FolderGraph();
        using var assembly = AssemblyDefinition.ReadAssembly(Rooms.Load(room).Location);
        foreach (var type in assembly.MainModule.Types.Where(type => Counts(type, room, compositions)))
        {
            foreach (var used in TypeReferences.Of(type).Where(used => Counts(used, room, compositions)))
            {
                graph.Add(type, used);
            }
        }

        return graph;
    }

    /// <summary>The folders that reach each other and, for each use among them, one type that uses another; empty where there is no circle.</summary>
    public IEnumerable<string> Circles() =>
        from folder in _uses.Keys.Order(StringComparer.Ordinal)
        from used in _uses[folder]
        where Reaches(used.Key, folder)
        select $"{folder} -> {used.Key}: {used.Value}";

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string> { from };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var folder))
        {
            if (folder == to)
            {
                return true;
            }

            foreach (var next in _uses.GetValueOrDefault(folder)?.Keys.Where(seen.Add) ?? [])
            {
                open.Enqueue(next);
            }
        }

        return false;
    }

    private void Add(TypeDefinition type, TypeDefinition used)
    {
        if (type.Namespace == used.Namespace)
        {
            return;
        }

        if (!_uses.TryGetValue(type.Namespace, out var folders))
        {
            _uses[type.Namespace] = folders = [];
        }

        folders.TryAdd(used.Namespace, $"{type.Name} uses {used.Name}");
    }

    // Compilers and generators keep types of their own outside of every folder.
    private static bool Counts(TypeDefinition type, string room, IReadOnlySet<string> compositions) =>
        (type.Namespace == room || type.Namespace.StartsWith(room + ".", StringComparison.Ordinal))
        && !type.Name.StartsWith('<')
        && !compositions.Contains(type.Name.Split('`')[0]);
}
