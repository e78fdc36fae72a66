using ClientAuth.Client;
using ClientAuth.Lab.Testbeds;

namespace ClientAuth.Lab.Measuring;

/// <summary>A client of some testbed whose requests are to be measured.</summary>
public sealed class TimedMethod
{
    private readonly Testbed _testbed;
    private readonly string _clientId;
    private readonly ClientAuthenticationMethodConfiguration _method;

    internal TimedMethod(string label, Testbed testbed, string clientId, ClientAuthenticationMethodConfiguration method)
    {
        (Label, _testbed, _clientId, _method) = (label, testbed, clientId, method);
    }

    /// <summary>What the chart calls it.</summary>
    public string Label { get; }

    internal bool HasCertificate => _method is ClientAuthenticationMethodConfiguration.Mtls;

    internal MeasuredClient Open(bool resumes) =>
        new(_testbed.Trust, _testbed.Server, _clientId, _method, _testbed.Clock, resumes);
}
