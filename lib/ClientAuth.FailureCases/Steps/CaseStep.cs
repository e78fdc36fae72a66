using System.Text.Json.Serialization;
using ClientAuth.FailureCases.Running;

namespace ClientAuth.FailureCases.Steps;

/// <summary>Something that happens before or after the request of a case. The kinds are the files of this folder.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(ClockStep), "clock")]
[JsonDerivedType(typeof(DeviceStep), "device")]
[JsonDerivedType(typeof(PublishStep), "publish")]
[JsonDerivedType(typeof(RequestStep), "request")]
[JsonDerivedType(typeof(RotateSecretStep), "rotate_secret")]
[JsonDerivedType(typeof(SwitchClientStep), "switch_client")]
public abstract record CaseStep
{
    private protected CaseStep() { }

    internal abstract Task RunAsync(CaseRun run, string label, CancellationToken cancellationToken);
}
