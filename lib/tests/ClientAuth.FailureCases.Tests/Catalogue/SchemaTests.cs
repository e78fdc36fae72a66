using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using ClientAuth.Devices;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Certificates;
using ClientAuth.FailureCases.Changes;
using ClientAuth.FailureCases.Judging;
using ClientAuth.FailureCases.Requests;
using ClientAuth.FailureCases.ServerOverrides;
using ClientAuth.FailureCases.Steps;
using ClientAuth.Protocol;

namespace ClientAuth.FailureCases.Tests.Catalogue;

/// <summary>The schema, which an editor reads, and the types, which the reader reads, say the same.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Schema = JsonElement.Parse(File.ReadAllBytes(Checkout.Schema));

    private static readonly JsonElement Definitions = Schema.GetProperty("$defs");

    // What a kind of change or step is called stands in the schema only, since the serializer keeps it out of the type.
    private static readonly string[] Discriminators = ["change", "step"];

    private static readonly IReadOnlyDictionary<string, Type> Types = new Dictionary<string, Type>
    {
        ["case"] = typeof(FailureCase),
        ["expect"] = typeof(Expectation),
        ["profile"] = typeof(ProfileChange),
        ["server"] = typeof(ServerChoices),
    }
        .Concat(Kinds("change", typeof(RequestChange)))
        .Concat(Kinds("step", typeof(CaseStep)))
        .ToDictionary();

    public static TheoryData<string> Defined() => [.. Types.Keys];

    [Fact]
    public void Catalogue_is_valid() =>
        Assert.Empty(new JsonSchemaCheck(Schema).Problems(JsonElement.Parse(File.ReadAllBytes(Checkout.Catalogue))));

    [Theory]
    [MemberData(nameof(Defined))]
    public void Definition_has_the_members_of_its_type(string name)
    {
        var definition = Definitions.GetProperty(name);
        var members = Types[name].GetProperties();
        var required = members.Where(member => member.IsDefined(typeof(RequiredMemberAttribute)));

        Assert.Equal(
            Names(members),
            Without(definition.GetProperty("properties").EnumerateObject().Select(member => member.Name))
        );
        Assert.Equal(Names(required), Without(Strings(definition, "required")));
        Assert.False(definition.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Defined))]
    public void Enumeration_has_the_values_of_its_type(string name)
    {
        foreach (var member in Types[name].GetProperties())
        {
            var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            if (type.IsEnum)
            {
                var defined = Definitions
                    .GetProperty(name)
                    .GetProperty("properties")
                    .GetProperty(SnakeCase(member.Name));

                Assert.Equal(Enum.GetNames(type).Select(SnakeCase).Order(), Strings(defined, "enum").Order());
            }
        }
    }

    [Theory]
    [InlineData("change")]
    [InlineData("step")]
    public void Schema_knows_every_kind(string name)
    {
        var kinds = Types.Keys.Where(type => type.StartsWith($"{name}.", StringComparison.Ordinal)).Order().ToList();
        var union = Definitions.GetProperty(name);
        var chosen = union.GetProperty("oneOf").EnumerateArray().Select(one => one.GetProperty("$ref").GetString()!);

        Assert.Equal(kinds.Select(kind => $"#/$defs/{kind}"), chosen.Order());
        Assert.Equal(
            kinds.Select(kind => kind[(name.Length + 1)..]).Order(),
            Strings(union.GetProperty("properties").GetProperty(name), "enum").Order()
        );
    }

    [Fact]
    public void Schema_knows_every_endpoint_and_method()
    {
        Assert.Equal(EndpointNames.All, Strings(Definitions.GetProperty("endpoint"), "enum"));
        Assert.Equal(TokenEndpointAuthMethods.All, Strings(Definitions.GetProperty("method"), "enum"));
    }

    [Fact]
    public void Schema_knows_every_flaw_of_evidence()
    {
        var defined = Definitions.GetProperty("change.evidence").GetProperty("properties").GetProperty("flaw");
        var flaws = AndroidFlaws.All.Concat(AppleFlaws.All).Select(flaw => flaw.Name).Distinct();

        Assert.Equal(flaws, Strings(defined, "enum"));
    }

    private static IEnumerable<KeyValuePair<string, Type>> Kinds(string name, Type union) =>
        union
            .GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(kind => KeyValuePair.Create($"{name}.{kind.TypeDiscriminator}", kind.DerivedType));

    private static IEnumerable<string> Names(IEnumerable<PropertyInfo> members) =>
        members.Select(member => SnakeCase(member.Name)).Order();

    private static IEnumerable<string> Without(IEnumerable<string> names) => names.Except(Discriminators).Order();

    private static IEnumerable<string> Strings(JsonElement definition, string name) =>
        definition.TryGetProperty(name, out var list) ? list.EnumerateArray().Select(value => value.GetString()!) : [];

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
