using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NotebookEngine.Execution;

namespace NotebookEngine.Tests.Compiling;

/// <summary>A library that was built for another machine or another .NET says so where it is used.</summary>
public sealed class ForeignLibraryTests(Engine engine) : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_library_for_another_processor_says_what_to_build_it_for()
    {
        var runtime = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);
        Emit(
            "Narrow",
            "public static class Narrow { public static int One() { return 1; } }",
            Platform.Itanium,
            runtime
        );

        var failure = await FailureOf("#r \"Narrow.dll\"\nNarrow.One()");

        Assert.Equal("UnusableLibrary", failure.Name);
        Assert.Equal(1, failure.Line);
        Assert.Equal(
            $"{_folder.File("Narrow.dll")} was built for another processor than this engine's "
                + $"{RuntimeInformation.ProcessArchitecture}, or is damaged. Build it for AnyCPU",
            failure.Message
        );
    }

    [Fact]
    public async Task A_library_for_a_newer_runtime_says_what_to_build_it_for()
    {
        var runtime = Emit(
            "newer/System.Runtime",
            """
            [assembly: System.Reflection.AssemblyVersion("99.0.0.0")]
            namespace System
            {
                public class Object { } public abstract class ValueType { } public struct Void { } public struct Int32 { }
                public struct Boolean { } public enum AttributeTargets { } public abstract class Enum : ValueType { }
                public class String { } public class Attribute { }
                public class AttributeUsageAttribute : Attribute
                {
                    public AttributeUsageAttribute(AttributeTargets on) { }
                    public bool AllowMultiple { get; set; } public bool Inherited { get; set; }
                }
            }
            namespace System.Reflection { public class AssemblyVersionAttribute : Attribute { public AssemblyVersionAttribute(string v) { } } }
            """,
            Platform.AnyCpu
        );
        Emit("Newer", "public class Newer { public static int One() { return 1; } }", Platform.AnyCpu, runtime);

        var failure = await FailureOf("#r \"Newer.dll\"\nNewer.One()");

        Assert.Contains($"net{Environment.Version.Major}.0", failure.Message);
    }

    private PortableExecutableReference Emit(
        string name,
        string source,
        Platform platform,
        params MetadataReference[] references
    )
    {
        var path = _folder.File($"{name}.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        var result = CSharpCompilation
            .Create(
                Path.GetFileName(name),
                [CSharpSyntaxTree.ParseText(source)],
                references,
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary,
                    platform: platform,
                    // The framework's own, so that a fake one is taken for a version of it.
                    cryptoPublicKey: [.. Assembly.Load("System.Runtime").GetName().GetPublicKey()!],
                    publicSign: true
                )
            )
            .Emit(file, options: new EmitOptions(runtimeMetadataVersion: "v4.0.30319"));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        file.Dispose();
        return MetadataReference.CreateFromFile(path);
    }

    private async Task<CellFailure> FailureOf(string source) =>
        (await engine.RunAsync(_folder, new NotebookText().Code("a", source)))["a"].Failure!;
}
