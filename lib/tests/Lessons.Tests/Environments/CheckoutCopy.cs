using NotebookEngine.Running;

[assembly: AssemblyFixture(typeof(Lessons.Tests.Environments.CheckoutCopy))]

namespace Lessons.Tests.Environments;

/// <summary>
/// What of the checkout a lesson and the server need, in a folder whose path has what paths may have and programs forget to escape. Other
/// accounts may read it.
/// </summary>
public sealed class CheckoutCopy : IDisposable
{
    private const UnixFileMode Readable =
        UnixFileMode.UserRead
        | UnixFileMode.UserWrite
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    // It asserts where its keys are, so that the same notebook serves wherever they are to be.
    private const string Short = """
        {
          "cells": [
            { "cell_type": "code", "id": "open", "metadata": {}, "execution_count": null, "outputs": [], "source": [
              "#r \"../lib/bin/ClientAuth.Lab.dll\"\n",
              "var lab = await ClientAuth.Lab.LessonLab.OpenAsync();\n",
              "var keys = await lab.CreateHttpClient().GetStringAsync(lab.Server.Metadata.JwksUri);\n",
              "var file = lab.KeyFile(\"key.pem\"); System.IO.File.WriteAllText(file, keys);\n",
              "var parent = System.IO.Path.GetDirectoryName(System.IO.Path.GetDirectoryName(file));\n",
              "var expected = Environment.GetEnvironmentVariable(\"EXPECTED_KEYS\");\n",
              "if (parent != expected) throw new Exception($\"keys are in {parent}, not in {expected}\");"
            ] },
            { "cell_type": "code", "id": "close", "metadata": {}, "execution_count": null, "outputs": [], "source": [
              "await lab.DisposeAsync();"
            ] }
          ],
          "metadata": { "kernelspec": { "name": ".net-csharp", "display_name": ".NET (C#)", "language": "C#" } },
          "nbformat": 4,
          "nbformat_minor": 5
        }
        """;

    private readonly DirectoryInfo _above = Directory.CreateTempSubdirectory("environments-");

    public CheckoutCopy()
    {
        var name = OperatingSystem.IsWindows() ? "täglich #1 100%25 'ß'" : "täglich #1 100%25 'ß' \"$HOME\" \\n";
        var above = RealPath.Of(_above.FullName);
        Root = Path.Combine(above, name);
        Keys = Path.Combine(Root, "certs");
        Home = Path.Combine(above, "home");
        OwnHome = Path.Combine(above, "own home");
        Temporary = Path.Combine(above, "tmp");
        foreach (var folder in new[] { Root, Keys, Home, OwnHome, Temporary })
        {
            Directory.CreateDirectory(folder);
        }

        foreach (var path in new[] { "data", Path.Combine("lib", "bin") })
        {
            Copy(Path.Combine(Checkout.Root, path), Path.Combine(Root, path));
        }

        Copy(Checkout.Notebooks, Path.Combine(Root, "notebooks"), "*.ipynb");
        File.WriteAllText(Path.Combine(Root, "notebooks", "short.ipynb"), Short);
        File.WriteAllText(Path.Combine(Root, "ClientAuthNotebooks.slnx"), "<Solution />");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_above.FullName, Readable);
            // Whoever runs a lesson in these tests has it as their home.
            const UnixFileMode Writable = Readable | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
            File.SetUnixFileMode(Home, Writable);
            File.SetUnixFileMode(Temporary, Writable | UnixFileMode.StickyBit);
        }
    }

    /// <summary>The folder that is like a checkout.</summary>
    public string Root { get; }

    /// <summary>Its folder for keys.</summary>
    public string Keys { get; }

    /// <summary>A home that any account can write to.</summary>
    public string Home { get; }

    /// <summary>A home of the account that runs the tests: what it makes in a shared one, another account could not write to.</summary>
    public string OwnHome { get; }

    /// <summary>A folder for temporary files that any account can write to.</summary>
    public string Temporary { get; }

    /// <summary>The engine, where it was built.</summary>
    internal static string Engine => typeof(NotebookRunner).Assembly.Location;

    internal string Library => Path.Combine(Root, "lib", "bin", "ClientAuth.Lab.dll");

    internal string Server => Path.Combine(Root, "lib", "bin", "ClientAuth.MockServer.dll");

    internal string Notebook(string name) => Path.Combine(Root, "notebooks", name);

    public void Dispose() => _above.Delete(recursive: true);

    private static void Copy(string from, string to, string pattern = "*")
    {
        foreach (var path in Directory.EnumerateFiles(from, pattern, SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
    }
}
