namespace ClientAuth.MockServer.Faults;

/// <summary>Whether a fault strikes before or after the endpoint has done its work; a client cannot tell the one from the other.</summary>
public enum FaultMoment
{
    /// <summary>Nothing has happened: no token is issued, no assertion spent.</summary>
    BeforeActing,

    /// <summary>The endpoint has acted and its answer is ready: a token may exist that no client will ever hold.</summary>
    AfterActing,
}
