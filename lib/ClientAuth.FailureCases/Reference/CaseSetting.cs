using System.Text.Encodings.Web;
using System.Text.Json;
using ClientAuth.FailureCases.Catalogue;

namespace ClientAuth.FailureCases.Reference;

/// <summary>What is prepared for a case and does not show in its request: the client's registration and the server's policies.</summary>
public static class CaseSetting
{
    // A subject may hold any letter, and is read by people.
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>In the words of the catalogue, for example <c>audience_form: string_only</c>; none where all is as usual.</summary>
    public static IReadOnlyList<string> Of(FailureCase failureCase) =>
        [
            .. (failureCase.Registered ?? []).Select(member =>
                $"registered {member.Key}: {member.Value?.ToJsonString(Readable) ?? "nothing"}"
            ),
            .. failureCase.Alg is { } alg ? [$"registered algorithm: {alg}"] : Array.Empty<string>(),
            .. failureCase.Key is { } key ? [$"registered key: {key}"] : Array.Empty<string>(),
            .. failureCase.JwksHost is null ? Array.Empty<string>() : ["keys published at a host of the client's"],
            .. failureCase.Server is { } server
                ? PolicyWords.Of(server).Select(policy => $"server {policy}")
                : Array.Empty<string>(),
        ];
}
