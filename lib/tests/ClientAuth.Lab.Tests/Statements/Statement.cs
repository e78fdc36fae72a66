using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClientAuth.Lab.Tests.Statements;

/// <summary>Something that the SDK's documentation says; one entry of <c>data/statements.json</c>, in the documentation's order.</summary>
/// <param name="Says">The words.</param>
/// <param name="Lesson">File name of the lesson that shows it.</param>
/// <param name="Cell">The cell of that lesson.</param>
/// <param name="Test">Class and method of the test that is named after it.</param>
internal sealed record Statement(string Says, string Lesson, string Cell, string Test)
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
    };

    public string TestClass => Test.Split('.')[0];

    public string TestMethod => Test.Split('.')[^1];

    public static IReadOnlyList<Statement> ReadAll() =>
        JsonSerializer.Deserialize<IReadOnlyList<Statement>>(
            File.ReadAllText(Checkout.PathOf("data", "statements.json")),
            Strict
        )!;
}
