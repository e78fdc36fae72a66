using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace Architecture.Tests;

/// <summary>The engine runs anybody's notebook; it does not know the one project that ships it.</summary>
public sealed class EngineTests
{
    private const string Engine = "NotebookEngine";
    private const string Stranger = "ClientAuth";

    [Fact]
    public void Engine_references_no_room_of_the_lessons() =>
        Assert.DoesNotContain(
            Rooms.Load(Engine).GetReferencedAssemblies(),
            reference => reference.Name!.Contains(Stranger, StringComparison.OrdinalIgnoreCase)
        );

    [Fact]
    public void No_source_of_the_engine_mentions_the_lessons_library()
    {
        var folder = Path.Combine(Repository.Lib, Engine) + Path.DirectorySeparatorChar;

        var mentioning = Repository
            .Sources()
            .Where(path => path.StartsWith(folder, StringComparison.Ordinal))
            .Where(path => File.ReadAllText(path).Contains(Stranger, StringComparison.OrdinalIgnoreCase))
            .Select(Repository.Relative);

        Assert.Empty(mentioning);
    }

    // Names, texts and constants of the compiled assembly, whatever source or generator they come from.
    [Fact]
    public void No_string_of_the_built_engine_mentions_the_lessons_library()
    {
        using var file = new PEReader(File.OpenRead(Rooms.Load(Engine).Location));
        var metadata = file.GetMetadataReader();
        var strings = Names(metadata).Concat(Literals(metadata)).ToList();

        Assert.Contains("kernel", strings);
        Assert.DoesNotContain(strings, text => text.Contains(Stranger, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(
            metadata.CustomAttributes.Select(handle => metadata.GetCustomAttribute(handle).Value),
            value => Encoding.UTF8.GetString(metadata.GetBlobBytes(value)).Contains(Stranger, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Names(MetadataReader metadata)
    {
        var handle = metadata.GetNextHandle(default(StringHandle));
        while (!handle.IsNil)
        {
            yield return metadata.GetString(handle);
            handle = metadata.GetNextHandle(handle);
        }
    }

    private static IEnumerable<string> Literals(MetadataReader metadata)
    {
        var handle = metadata.GetNextHandle(default(UserStringHandle));
        while (!handle.IsNil)
        {
            yield return metadata.GetUserString(handle);
            handle = metadata.GetNextHandle(handle);
        }
    }
}
