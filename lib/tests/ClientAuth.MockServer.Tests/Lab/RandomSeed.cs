using System.Globalization;

namespace ClientAuth.MockServer.Tests.Lab;

/// <summary>What random tests begin with: the same in every run, unless somebody asks for another.</summary>
internal static class RandomSeed
{
    /// <summary>The environment variable that names another one; a failure says which it had.</summary>
    public const string Variable = "CLIENT_AUTH_SEED";

    public static int Or(int usual) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } other
            ? int.Parse(other, CultureInfo.InvariantCulture)
            : usual;
}
