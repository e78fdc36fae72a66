namespace ClientAuth.Visuals.Sequences;

/// <summary>What a step of a sequence is, and so how it is drawn.</summary>
internal enum StepKind
{
    /// <summary>The messages that open a TLS connection, as one step.</summary>
    Handshake,

    Request,

    Response,

    /// <summary>What one participant did by itself.</summary>
    Note,
}
