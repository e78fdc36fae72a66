using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClientAuth.FailureCases.Catalogue;

namespace ClientAuth.FailureCases.Tester.Plan;

/// <summary>What a case names anywhere in its steps and changes, found in its JSON text: placeholders, keys, other clients, times.</summary>
internal sealed partial class CaseText
{
    // In seconds: the skew of this project's server, the age of a proof and the lifetime of an assertion with it; and what others allow:
    // a minute (FAPI 2.0 §5.3.2.1), and the five minutes that are the default of many libraries.
    private static readonly int[] Limits = [10, 60, 70, 300, 310];

    // Two clocks and the way to the server differ by this much at least.
    private const int Uncertain = 2;

    private static readonly CatalogueJson Readable = new(
        new JsonSerializerOptions(CatalogueJson.Default.Options)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    private readonly string _text;

    private CaseText(string text) => _text = text;

    // What people read names everything and uses nothing.
    public static CaseText Of(FailureCase failureCase) =>
        new(
            JsonSerializer.Serialize(
                failureCase with
                {
                    Title = "",
                    Why = "",
                    NoAfter = null,
                    Specification = "",
                },
                Readable.FailureCase
            )
        );

    /// <summary>Whether a second client of the same method takes part.</summary>
    public bool NamesOtherClient => OtherClient().IsMatch(_text);

    /// <summary>Whether an address on this machine stands in a request, for the server not to follow.</summary>
    public bool NamesTrap => _text.Contains("{trap}", StringComparison.Ordinal);

    /// <summary>Whether the server is expected to end the guessing of secrets.</summary>
    public bool ExpectsThrottling => _text.Contains("\"status\":429", StringComparison.Ordinal);

    /// <summary>Whether something is sent in clear.</summary>
    public bool IsInClear => _text.Contains("\"tls\":false", StringComparison.Ordinal);

    /// <summary>Whether the initial access token of a registration takes part.</summary>
    public bool NamesRegistrationScope => _text.Contains("\"scope\":\"dcr\"", StringComparison.Ordinal);

    /// <summary>Whether a template or a publisher of this project's own server takes part.</summary>
    public bool NamesSoftware =>
        _text.Contains("\"software_id\"", StringComparison.Ordinal)
        || _text.Contains("\"change\":\"statement\"", StringComparison.Ordinal);

    /// <summary>Whether an <c>aud</c> is set.</summary>
    public bool SetsAudience => _text.Contains("\"aud\":", StringComparison.Ordinal);

    /// <summary>A time so close to a limit that the two clocks decide, for example <c>now-9</c>; null where there is none.</summary>
    public string? TimeAtLimit =>
        Offset()
            .Matches(_text)
            .FirstOrDefault(offset =>
                Math.Abs(long.Parse(offset.Groups["seconds"].Value, CultureInfo.InvariantCulture)) is var distance
                && Limits.Any(limit => Math.Abs(distance - limit) <= Uncertain)
            )
            ?.Value.Trim('{', '}');

    [GeneratedRegex("""\{other_|"by_other":true|"of_other":true|"other_secret"|"key":"other"|:other\}""")]
    private static partial Regex OtherClient();

    [GeneratedRegex(@"\{now(?<seconds>[+-]\d+)\}")]
    private static partial Regex Offset();
}
