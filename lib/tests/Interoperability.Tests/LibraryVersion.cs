using System.Reflection;

namespace Interoperability.Tests;

/// <summary>The version of a library from NuGet, as the package has it.</summary>
internal static class LibraryVersion
{
    /// <summary>A name for people with the version.</summary>
    /// <param name="name">The library.</param>
    /// <param name="type">One of its types.</param>
    public static string Named(string name, Type type)
    {
        var version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        // Behind the plus stands the commit.
        return $"{name} {version.Split('+')[0]}";
    }
}
