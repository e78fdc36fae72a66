using ClientAuth.Client;

namespace ClientAuth.Lab.Measuring;

/// <summary>A client of some lab whose requests are to be measured: see <see cref="LessonLab.Timed"/>.</summary>
public sealed class TimedMethod
{
    private readonly LabConnections _connections;
    private readonly string _clientId;
    private readonly ClientAuthenticationMethodConfiguration _method;

    internal TimedMethod(
        string label,
        LabConnections connections,
        string clientId,
        ClientAuthenticationMethodConfiguration method
    )
    {
        (Label, _connections, _clientId, _method) = (label, connections, clientId, method);
    }

    /// <summary>What the chart calls it.</summary>
    public string Label { get; }

    internal bool HasCertificate => _method is ClientAuthenticationMethodConfiguration.Mtls;

    internal MeasuredClient Open(bool resumes) => _connections.Measured(_clientId, _method, resumes);
}
