namespace ClientAuth.MockServer;

/// <summary>Of an exchange and of the Client Attestation Token in it, in the order in which they are checked.</summary>
public static partial class CheckNames
{
    public const string ExchangeActor = "exchange.actor";
    public const string ExchangeTarget = "exchange.target";
    public const string ExchangeRequestedType = "exchange.requested_type";

    public const string SubjectTokenType = "subject_token.token_type";
    public const string SubjectTokenFormat = "subject_token.format";
    public const string SubjectTokenTyp = "subject_token.typ";
    public const string SubjectTokenSignature = "subject_token.signature";
    public const string SubjectTokenIss = "subject_token.iss";
    public const string SubjectTokenAud = "subject_token.aud";
    public const string SubjectTokenSub = "subject_token.sub";
    public const string SubjectTokenExp = "subject_token.exp";
    public const string SubjectTokenDpopKey = "subject_token.dpop_key";
}
