using ClientAuth.Protocol.Recording;

namespace ClientAuth.Visuals;

/// <summary>One client of a fleet that asked for a token.</summary>
/// <param name="Client">Its <c>client_id</c>.</param>
/// <param name="Method">How it proves who it is.</param>
/// <param name="Status">HTTP status of the last response.</param>
/// <param name="Error">The error code in it; null where there is none.</param>
/// <param name="Failure">The check that stopped it; null where it got a token.</param>
public sealed record ClientRow(string Client, string Method, int Status, string? Error, Decision? Failure)
{
    /// <summary>Why its token is no good sign, in a few words; null where nothing speaks against it.</summary>
    public string? Objection { get; init; }

    internal bool IsGreen => Failure is null && Objection is null;
}
