using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ClientAuth.MockServer;

namespace Architecture.Tests;

/// <summary>The table of options in <c>lib/README.md</c> has every option of the server, with its default.</summary>
public sealed partial class OptionTableTests
{
    private static readonly AuthorizationServerOptions Defaults = new()
    {
        ServerCertificate = null!,
        Clients = [],
        Clock = TimeProvider.System,
    };

    [Fact]
    public void Every_option_is_in_the_table_with_its_default() =>
        Assert.Equal(
            typeof(AuthorizationServerOptions).GetProperties().SelectMany(Rows),
            Row().Matches(File.ReadAllText(Path.Combine(Repository.Lib, "README.md"))).Select(row => row.Value)
        );

    // An option, or a record of those of one subject.
    private static IEnumerable<string> Rows(PropertyInfo property)
    {
        if (property.GetCustomAttribute<RequiredMemberAttribute>() is not null)
        {
            return [Row(property.Name, "required")];
        }

        var value = property.GetValue(Defaults);
        return property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal)
            ? property
                .PropertyType.GetProperties()
                .Select(option => Row($"{property.Name}.{option.Name}", Text(option.GetValue(value))))
            : [Row(property.Name, Text(value))];
    }

    private static string Row(string option, string value) => $"| `{option}` | {value} |";

    private static string Text(object? value) =>
        value switch
        {
            null or ICollection { Count: 0 } => "none",
            IEnumerable<string> names => string.Join(", ", names),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => $"{value}",
        };

    [GeneratedRegex(@"^\| `[\w.]+` \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
