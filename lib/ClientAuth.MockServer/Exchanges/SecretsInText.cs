using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using ClientAuth.MockServer.Registrations;
using ClientAuth.Protocol.Recording;

namespace ClientAuth.MockServer.Exchanges;

/// <summary>
/// Hides what the server knows to be secret in what it keeps to be shown: the secrets of its clients, as they are and as the
/// <c>Authorization</c> header has them (RFC 6749 §2.3.1), and whatever begins like a JWT. A client may have put it anywhere.
/// </summary>
/// <param name="clients">Whose secrets are hidden, those that a rotation has replaced as well.</param>
/// <param name="others">Secrets of the server itself.</param>
internal sealed partial class SecretsInText(RegisteredClients clients, params IReadOnlyList<string> others)
{
    // A shorter one may be a part of any text.
    private const int ShortestHidden = 12;

    // A longer one may be cut short where it is quoted, and is known by its beginning.
    private const int LongestSearched = 64;

    // Four groups of four letters are twelve octets.
    private const int DecidingLength = 16;

    private const string Secret = "(a secret)";

    private const string BeginningOfAJwt = "eyJ";

    private readonly Lock _lock = new();
    private (int Version, SecretSearch Search)? _search;

    /// <summary>The same trace without secrets.</summary>
    public DecisionTrace Hide(DecisionTrace trace)
    {
        var search = Search();
        return new([.. trace.Decisions.Select(line => Hide(line, search))]);
    }

    // Most lines hide nothing, and stay as they are.
    private static Decision Hide(Decision line, SecretSearch search)
    {
        var (expected, seen) = (Hide(line.Expected, search), Hide(line.Seen, search));
        return ReferenceEquals(expected, line.Expected) && ReferenceEquals(seen, line.Seen)
            ? line
            : line with
            {
                Expected = expected,
                Seen = seen,
            };
    }

    /// <summary>The same text without secrets.</summary>
    public string Hide(string text) => Hide(text, Search());

    private static string Hide(string text, SecretSearch search)
    {
        if (text.Length < ShortestHidden)
        {
            return text;
        }

        StringBuilder? shown = null;
        var done = 0;
        while (search.IndexIn(text.AsSpan(done)) is >= 0 and var found)
        {
            shown ??= new StringBuilder();
            shown.Append(text, done, found).Append(Secret);
            done += found + search.LengthAt(text.AsSpan(done + found));
        }

        var rest = shown is null ? text : shown.Append(text, done, text.Length - done).ToString();
        return !rest.Contains(BeginningOfAJwt, StringComparison.Ordinal)
            ? rest
            : Jwt().Replace(rest, jwt => IsText(jwt.ValueSpan) ? $"(a JWT of {jwt.Length} characters)" : jwt.Value);
    }

    // The fingerprint of a key has the first three letters by chance, and then goes on otherwise than JSON does, which is UTF-8. The last
    // character of what is looked at may be cut off.
    private static bool IsText(ReadOnlySpan<char> jwt)
    {
        Span<char> text = stackalloc char[DecidingLength];
        return Utf8.ToUtf16(
            Base64Url.DecodeFromChars(jwt[..DecidingLength]),
            text,
            out _,
            out _,
            replaceInvalidSequences: false,
            isFinalBlock: false
        )
            is not OperationStatus.InvalidData;
    }

    // Made anew when a client has come, changed or gone.
    private SecretSearch Search()
    {
        lock (_lock)
        {
            var version = clients.Version;
            if (_search is not { } made || made.Version != version)
            {
                _search = made = (version, new SecretSearch([.. clients.Secrets().SelectMany(Forms), .. others]));
            }

            return made.Search;
        }
    }

    private static IEnumerable<string> Forms((string ClientId, string Secret) client) =>
        [
            client.Secret,
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.ClientId}:{client.Secret}")),
            Convert.ToBase64String(
                Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(client.ClientId)}:{Uri.EscapeDataString(client.Secret)}")
            ),
        ];

    // Header and payload are JSON objects, so each begins with an encoded brace and quotation mark.
    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{17,}(?:\.[A-Za-z0-9_-]*)*")]
    private static partial Regex Jwt();

    /// <summary>Finds any of many secrets in one pass.</summary>
    private sealed class SecretSearch
    {
        private readonly List<string> _secrets;
        private readonly SearchValues<string> _beginnings;

        public SecretSearch(IEnumerable<string> secrets)
        {
            _secrets = [.. secrets.Where(secret => secret.Length >= ShortestHidden).Distinct()];
            _beginnings = SearchValues.Create([.. _secrets.Select(Beginning)], StringComparison.Ordinal);
        }

        public int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny(_beginnings);

        /// <summary>How much of a text that begins with a secret belongs to it: of several, to the longest.</summary>
        public int LengthAt(ReadOnlySpan<char> text)
        {
            var longest = 0;
            foreach (var secret in _secrets)
            {
                if (text.StartsWith(Beginning(secret)))
                {
                    longest = Math.Max(longest, text.CommonPrefixLength(secret));
                }
            }

            return longest;
        }

        private static string Beginning(string secret) =>
            secret.Length <= LongestSearched ? secret : secret[..LongestSearched];
    }
}
