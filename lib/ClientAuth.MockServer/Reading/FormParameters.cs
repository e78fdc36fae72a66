using System.Diagnostics.CodeAnalysis;
using ClientAuth.Protocol;
using ClientAuth.Protocol.Authorization;
using ClientAuth.Protocol.Resources;

namespace ClientAuth.MockServer.Reading;

/// <summary>The parameters of a request, each at most once; one without a value counts as absent (RFC 6749 §3.2).</summary>
internal sealed class FormParameters
{
    private static readonly string[] Registered =
    [
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
        AuthorizationParameters.Request,
    ];

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
            if (!FormEncoding.TryDecode(parts[0], out var name) || !FormEncoding.TryDecode(parts[^1], out var value))
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

    private IEnumerable<string> Unregistered() =>
        _values.Keys.Count(name => !Registered.Contains(name)) is > 0 and var count ? [$"{count} unregistered"] : [];

    private static string Describe(string name) =>
        Registered.Contains(name) ? $"the parameter '{name}'" : "an unregistered parameter";
}
