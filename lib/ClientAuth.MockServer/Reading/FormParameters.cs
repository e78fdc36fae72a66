using System.Buffers;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Authorization;
using ClientAuth.Protocol.Resources;

namespace ClientAuth.MockServer.Reading;

/// <summary>The parameters of a request, each at most once; one without a value counts as absent (RFC 6749 §3.2).</summary>
internal sealed class FormParameters
{
    private static readonly FrozenSet<string> Registered = FrozenSet.Create(
        StringComparer.Ordinal,
        TokenParameters.GrantType,
        TokenParameters.Scope,
        TokenParameters.ClientId,
        TokenParameters.ClientSecret,
        TokenParameters.ClientAssertion,
        TokenParameters.ClientAssertionType,
        TokenParameters.SubjectToken,
        TokenParameters.SubjectTokenType,
        TokenParameters.ActorToken,
        TokenParameters.RequestedTokenType,
        TokenParameters.Resource,
        TokenParameters.Audience,
        IntrospectionParameters.Token,
        IntrospectionParameters.TokenTypeHint,
        AuthorizationParameters.ResponseType,
        AuthorizationParameters.RedirectUri,
        AuthorizationParameters.RequestUri,
        AuthorizationParameters.Request
    );

    private static readonly SearchValues<char> EncodedCharacters = SearchValues.Create("%+");

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, string> _values = [];

    private FormParameters() { }

    /// <summary>The parameter's value, or null where it is absent or empty.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>The parameters that have a value, but for those that prove who the client is: what may be kept.</summary>
    public IReadOnlyDictionary<string, string> WithoutCredentials() =>
        _values
            .Where(parameter =>
                parameter.Value is not ""
                && parameter.Key != TokenParameters.ClientAssertionType
                && !CredentialNames.IsMember(parameter.Key)
            )
            .ToDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The names as they came, for a trace. Only a registered one is quoted: in a request gone wrong, a name can be somebody's secret.
    /// </summary>
    public string Names =>
        _values.Count == 0 ? "none" : string.Join(", ", _values.Keys.Where(Registered.Contains).Concat(Unregistered()));

    public static bool TryParse(
        string body,
        [NotNullWhen(true)] out FormParameters? form,
        [NotNullWhen(false)] out string? problem
    )
    {
        form = null;
        problem = null;
        var parameters = new FormParameters();
        foreach (var pair in body.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            if (!TryDecode(parts[0], out var name) || !TryDecode(parts[^1], out var value))
            {
                problem = "a parameter that is not form-encoded";
                return false;
            }

            if (!parameters._values.TryAdd(name, parts.Length == 2 ? value : ""))
            {
                problem = $"{Describe(name)} more than once";
                return false;
            }
        }

        if (parameters[TokenParameters.ClientId] is { } clientId && !VisibleCharacters.Only(clientId))
        {
            problem = "a client_id with a character outside printable ASCII";
            return false;
        }

        form = parameters;
        return true;
    }

    /// <summary>
    /// Decodes a name or a value, once and strictly (RFC 6749 Appendix B). False where a percent escape is broken, a character is not
    /// ASCII, or the bytes are not UTF-8.
    /// </summary>
    public static bool TryDecode(string encoded, [NotNullWhen(true)] out string? decoded)
    {
        if (!encoded.AsSpan().ContainsAny(EncodedCharacters) && Ascii.IsValid(encoded))
        {
            decoded = encoded;
            return true;
        }

        decoded = null;
        var bytes = new List<byte>(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            switch (encoded[i])
            {
                case '+':
                    bytes.Add((byte)' ');
                    break;
                case '%' when TryReadEscape(encoded.AsSpan(i), out var value):
                    bytes.Add(value);
                    i += 2;
                    break;
                case '%' or > '\x7F':
                    return false;
                default:
                    bytes.Add((byte)encoded[i]);
                    break;
            }
        }

        try
        {
            decoded = StrictUtf8.GetString([.. bytes]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool TryReadEscape(ReadOnlySpan<char> rest, out byte value)
    {
        value = 0;
        return rest.Length >= 3
            && byte.TryParse(rest[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private IEnumerable<string> Unregistered() =>
        _values.Keys.Count(name => !Registered.Contains(name)) is > 0 and var count ? [$"{count} unregistered"] : [];

    private static string Describe(string name) =>
        Registered.Contains(name) ? $"the parameter '{name}'" : "an unregistered parameter";
}
