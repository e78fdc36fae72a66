using System.Reflection;
using System.Runtime.Loader;
using ClientAuth.MockServer.Standalone.Exits;
using ClientAuth.SharedState;

namespace ClientAuth.MockServer.Standalone.Nodes;

/// <summary>
/// The store on Redis lies with its packages in a folder of its own beside the program, and is loaded from there where it is asked for. So
/// neither the server as a library nor a lesson has these packages.
/// </summary>
internal static class RedisFolder
{
    private const string StoreAssembly = "ClientAuth.SharedState.Redis";

    /// <exception cref="StartFailure">The folder is not there.</exception>
    public static ISharedStateSource Load()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "redis", StoreAssembly + ".dll");
        if (!File.Exists(path))
        {
            throw StartFailure.Machine($"'{path}' is missing; build lib/ClientAuth.MockServer, which puts it there.");
        }

        var source = new Packages(path)
            .LoadFromAssemblyPath(path)
            .GetExportedTypes()
            .Single(type => type.IsAssignableTo(typeof(ISharedStateSource)));
        return (ISharedStateSource)Activator.CreateInstance(source)!;
    }

    /// <summary>Finds what the store needs beside it; what the program has, such as the interface, is the program's.</summary>
    private sealed class Packages(string path) : AssemblyLoadContext(StoreAssembly)
    {
        private readonly AssemblyDependencyResolver _files = new(path);

        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name != typeof(ISharedState).Assembly.GetName().Name
            && _files.ResolveAssemblyToPath(assemblyName) is { } file
                ? LoadFromAssemblyPath(file)
                : null;
    }
}
