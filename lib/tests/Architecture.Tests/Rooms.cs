using System.Reflection;

namespace Architecture.Tests;

/// <summary>The rooms of lib/ and who may know whom; lib/README.md shows the same as a picture.</summary>
internal static class Rooms
{
    /// <summary>Room -> the rooms that its code may use.</summary>
    public static IReadOnlyDictionary<string, string[]> MayUse { get; } =
        new Dictionary<string, string[]>
        {
            ["ClientAuth.Protocol"] = [],
            ["ClientAuth.Credentials"] = ["ClientAuth.Protocol"],
            ["ClientAuth.Client"] = ["ClientAuth.Protocol"],
            ["ClientAuth.Devices"] = ["ClientAuth.Protocol", "ClientAuth.Credentials"],
            ["ClientAuth.SharedState"] = [],
            ["ClientAuth.SharedState.Redis"] = ["ClientAuth.SharedState"],
            // The program loads the store outside its process at run time, from a folder of its own.
            ["ClientAuth.MockServer"] = ["ClientAuth.Protocol", "ClientAuth.Credentials", "ClientAuth.SharedState"],
            ["ClientAuth.FailureCases"] =
            [
                "ClientAuth.Protocol",
                "ClientAuth.Credentials",
                "ClientAuth.Devices",
                "ClientAuth.MockServer",
            ],
            ["ClientAuth.Visuals"] = ["ClientAuth.Protocol"],
            ["ClientAuth.Lab"] =
            [
                "ClientAuth.Protocol",
                "ClientAuth.Credentials",
                "ClientAuth.Client",
                "ClientAuth.Devices",
                "ClientAuth.MockServer",
                "ClientAuth.FailureCases",
                "ClientAuth.Visuals",
            ],
            ["NotebookEngine"] = [],
        };

    /// <summary>Room -> the packages that it may ask for by itself.</summary>
    public static IReadOnlyDictionary<string, string[]> MayAskFor { get; } =
        new Dictionary<string, string[]>
        {
            ["ClientAuth.Protocol"] = [],
            ["ClientAuth.Credentials"] = ["System.Security.Cryptography.Pkcs"],
            ["ClientAuth.Client"] = [],
            ["ClientAuth.Devices"] = ["System.Formats.Cbor"],
            ["ClientAuth.SharedState"] = [],
            ["ClientAuth.SharedState.Redis"] = ["StackExchange.Redis"],
            ["ClientAuth.MockServer"] = ["Microsoft.IdentityModel.JsonWebTokens", "System.CommandLine"],
            ["ClientAuth.FailureCases"] = ["System.CommandLine"],
            ["ClientAuth.Visuals"] = ["Plotly.NET", "Plotly.NET.CSharp", "System.Formats.Cbor"],
            ["ClientAuth.Lab"] = [],
            ["NotebookEngine"] =
            [
                "Markdig",
                "Microsoft.CodeAnalysis.CSharp.Features",
                "Microsoft.CodeAnalysis.CSharp.Scripting",
                "Microsoft.DotNet.Interactive.Formatting",
                "NetMQ",
                "Spectre.Console",
                "System.CommandLine",
            ],
        };

    public static TheoryData<string> All => [.. MayUse.Keys];

    public static Assembly Load(string room) => Assembly.Load(new AssemblyName(room));

    public static string ProjectFile(string room) => Path.Combine(Repository.Lib, room, room + ".csproj");
}
