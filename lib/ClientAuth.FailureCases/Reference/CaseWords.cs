using System.Diagnostics;
using ClientAuth.FailureCases.Catalogue;
using ClientAuth.FailureCases.Judging;

namespace ClientAuth.FailureCases.Reference;

/// <summary>A case's strength and outcome in a few words.</summary>
internal static class CaseWords
{
    public static string Mark(Strength strength) =>
        strength switch
        {
            Strength.Must => "M",
            Strength.Should => "S",
            Strength.Policy => "P",
            Strength.Control => "**+**",
            _ => throw new UnreachableException(),
        };

    public static string Response(FailureCase failureCase) =>
        failureCase.Expect switch
        {
            { IssuedAmong: { } count } expect => $"{count} succeeds, the others {Refusal(expect)}",
            { Issued: true } => "succeeds",
            { Connection: not null } => "no answer: the connection is refused",
            { Registration: { } reason } => $"the registration is refused: {MarkdownText.Escape(reason)}",
            var expect => Refusal(expect),
        };

    private static string Refusal(Expectation expect) =>
        expect.Error is { } error ? $"{expect.Status} {MarkdownText.Code(error)}" : $"{expect.Status}";
}
